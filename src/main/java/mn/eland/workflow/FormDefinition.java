package mn.eland.workflow;

import java.util.List;
import java.util.Set;

/**
 * A form of a user task: the supported subset of Camunda Forms JSON. Mongolian stands in {@code label}, English in the
 * component's {@code properties.en} (and {@code properties.descriptionEn}, option: {@code properties.en.<value>}).
 */
public record FormDefinition(String key, List<Field> fields) {

    /** The same form without these options, each named {@code field=value}. */
    public FormDefinition without(Set<String> options) {
        return options.isEmpty() ? this : new FormDefinition(key, fields.stream().map(field -> field.without(options)).toList());
    }

    /** Kinds of component that ELAND renders and validates. */
    public enum Kind { TEXTFIELD, TEXTAREA, NUMBER, CHECKBOX, SELECT, RADIO, CHECKLIST, DATETIME, TEXT, SEPARATOR, GROUP }

    /**
     * One component.
     *
     * @param key     name of the answer; null for texts, separators and groups
     * @param min     smallest number, or null      @param max largest number, or null
     * @param minLength shortest text, or null      @param maxLength longest text, or null
     * @param pattern regular expression the whole text must match, or null
     * @param money   number shown as an amount in tögrög
     * @param showIf  {@code field=value}: shown and required only then, or null
     */
    public record Field(Kind kind, String key, String labelMn, String labelEn, String descriptionMn,
                        String descriptionEn, boolean required, boolean readonly, Long min, Long max, Integer minLength,
                        Integer maxLength, String pattern, boolean money, List<Option> options, String showIf,
                        List<Field> fields) {

        private Field without(Set<String> gone) {
            return new Field(kind, key, labelMn, labelEn, descriptionMn, descriptionEn, required, readonly, min, max, minLength, maxLength,
                    pattern, money, options.stream().filter(option -> !gone.contains(key + "=" + option.value)).toList(), showIf,
                    fields.stream().map(field -> field.without(gone)).toList());
        }

        public String label(boolean mongolian) {
            return mongolian ? labelMn : labelEn;
        }

        public String description(boolean mongolian) {
            return mongolian ? descriptionMn : descriptionEn;
        }
    }

    public record Option(String value, String labelMn, String labelEn) {

        public String label(boolean mongolian) {
            return mongolian ? labelMn : labelEn;
        }
    }
}
