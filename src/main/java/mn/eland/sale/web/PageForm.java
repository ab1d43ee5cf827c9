package mn.eland.sale.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import mn.eland.workflow.FormDefinition;
import mn.eland.workflow.FormDefinition.Field;
import mn.eland.workflow.FormDefinition.Kind;
import mn.eland.workflow.FormDefinition.Option;
import org.springframework.util.MultiValueMap;

/**
 * A form of a page that belongs to no user task, built from fields of the same kinds so that it is rendered and checked
 * like all forms. Labels are messages {@code <name>.<key>}, hints {@code <name>.<key>.hint} where they exist.
 */
public final class PageForm {

    private static final Locale MONGOLIAN = Locale.forLanguageTag("mn");
    private static final Set<String> PAGE_FIELDS = Set.of("_csrf", "once", "lang");

    private final String name;
    private final SaleWords words;
    private final List<Field> fields = new ArrayList<>();
    private String shownIf;

    public PageForm(String name, SaleWords words) {
        this.name = name;
        this.words = words;
    }

    PageForm text(String key, boolean required, int maxLength, String pattern) {
        return add(Kind.TEXTFIELD, key, required, null, null, maxLength, pattern, false, List.of());
    }

    public PageForm longText(String key, boolean required, int maxLength) {
        return add(Kind.TEXTAREA, key, required, null, null, maxLength, null, false, List.of());
    }

    public PageForm number(String key, boolean required, long min, long max) {
        return add(Kind.NUMBER, key, required, min, max, null, null, false, List.of());
    }

    public PageForm money(String key, boolean required) {
        return add(Kind.NUMBER, key, required, 1L, 1_000_000_000_000L, null, null, true, List.of());
    }

    PageForm date(String key, boolean required) {
        return add(Kind.DATETIME, key, required, null, null, null, null, false, List.of());
    }

    PageForm choice(String key, boolean required, List<Option> options) {
        return add(Kind.SELECT, key, required, null, null, null, null, false, options);
    }

    public PageForm radio(String key, List<Option> options) {
        return add(Kind.RADIO, key, true, null, null, null, null, false, options);
    }

    public PageForm agreement(String key) {
        return add(Kind.CHECKBOX, key, true, null, null, null, null, false, List.of());
    }

    /** A box that may stay empty. */
    PageForm consent(String key) {
        return add(Kind.CHECKBOX, key, false, null, null, null, null, false, List.of());
    }

    /** The fields that follow are asked only then: {@code field=value}. */
    public PageForm when(String condition) {
        shownIf = condition;
        return this;
    }

    /** The fields of another form in a frame of their own. */
    PageForm group(String key, PageForm inner) {
        var label = name + "." + key;
        fields.add(new Field(Kind.GROUP, null, words.in(MONGOLIAN, label), words.in(Locale.ENGLISH, label), null, null, false, false, null,
                null, null, null, null, false, List.of(), null, List.copyOf(inner.fields)));
        return this;
    }

    public FormDefinition definition() {
        return new FormDefinition(name, List.copyOf(fields));
    }

    public Option option(String value, String key) {
        return new Option(value, words.in(MONGOLIAN, key), words.in(Locale.ENGLISH, key));
    }

    private PageForm add(Kind kind, String key, boolean required, Long min, Long max, Integer maxLength, String pattern,
                         boolean money, List<Option> options) {
        var label = name + "." + key;
        fields.add(new Field(kind, key, words.in(MONGOLIAN, label), words.in(Locale.ENGLISH, label), hint(MONGOLIAN, label),
                hint(Locale.ENGLISH, label), required, false, min, max, null, maxLength, pattern, money, options, shownIf, List.of()));
        return this;
    }

    private String hint(Locale locale, String label) {
        var text = words.in(locale, label + ".hint");
        return text.equals(label + ".hint") ? null : text;
    }

    /** What was sent for the form, without what belongs to every page. */
    public static Map<String, Object> sent(MultiValueMap<String, String> parameters) {
        var answers = new LinkedHashMap<String, Object>();
        parameters.forEach((key, values) -> {
            if (!PAGE_FIELDS.contains(key)) {
                answers.put(key, values.size() == 1 ? values.get(0) : values);
            }
        });
        return answers;
    }
}
