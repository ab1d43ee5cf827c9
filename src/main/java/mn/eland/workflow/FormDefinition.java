package mn.eland.workflow;

import java.util.List;

/**
 * A form of a user task: the supported subset of Camunda Forms JSON. Mongolian stands in {@code label}, English in the
 * component's {@code properties.en} (and {@code properties.descriptionEn}, option: {@code properties.en.<value>}).
 */
public record FormDefinition(String key, List<Field> fields) {

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
