package mn.eland.workflow;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import mn.eland.kernel.Refusal;

/** Reads the answers to one form, field by field. */
final class FormAnswersReader {

    private static final int LONGEST_TEXT = 10_000;
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F]+");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");

    private final Map<String, ?> sent;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    FormAnswersReader(Map<String, ?> sent) {
        this.sent = sent;
    }

    Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    void read(List<FormDefinition.Field> fields) {
        for (var field : fields) {
            boolean shown = isShown(field);
            if (field.kind() == FormDefinition.Kind.GROUP) {
                know(field.fields());
                if (shown) {
                    read(field.fields());
                }
            } else if (field.key() != null) {
                known.add(field.key());
                if (shown && !field.readonly()) {
                    read(field, texts(sent.get(field.key())));
                }
            }
        }
    }

    void refuseUnknown() {
        sent.keySet().stream().filter(key -> !known.contains(key)).sorted()
                .forEach(key -> refusals.add(Refusal.invalid("FIELD_UNKNOWN", key).with("field", key)));
    }

    private void know(List<FormDefinition.Field> fields) {
        for (var field : fields) {
            if (field.key() != null) {
                known.add(field.key());
            }
            know(field.fields());
        }
    }

    private boolean isShown(FormDefinition.Field field) {
        if (field.showIf() == null) {
            return true;
        }
        int equals = field.showIf().indexOf('=');
        var answer = values.get(field.showIf().substring(0, equals));
        var wanted = field.showIf().substring(equals + 1);
        return answer instanceof Collection<?> many ? many.contains(wanted)
                : answer != null && answer.toString().equals(wanted);
    }

    private void read(FormDefinition.Field field, List<String> texts) {
        switch (field.kind()) {
            case CHECKLIST -> checklist(field, texts);
            case CHECKBOX -> checkbox(field, texts);
            default -> single(field, texts);
        }
    }

    private void checklist(FormDefinition.Field field, List<String> texts) {
        if (texts.stream().allMatch(text -> isOption(field, text))) {
            require(field, texts.isEmpty());
            values.put(field.key(), texts.stream().distinct().toList());
        } else {
            refuse(field, "FIELD_OPTION");
        }
    }

    private void checkbox(FormDefinition.Field field, List<String> texts) {
        if (texts.size() > 1 || !texts.stream().allMatch(Set.of("true", "on", "false")::contains)) {
            refuse(field, "FIELD_TYPE");
            return;
        }
        boolean ticked = !texts.isEmpty() && !"false".equals(texts.get(0));
        require(field, !ticked);
        values.put(field.key(), ticked);
    }

    private void single(FormDefinition.Field field, List<String> texts) {
        if (texts.isEmpty()) {
            require(field, true);
        } else if (texts.size() > 1 || CONTROL.matcher(texts.get(0)).find()) {
            refuse(field, "FIELD_TYPE");
        } else {
            switch (field.kind()) {
                case NUMBER -> number(field, texts.get(0));
                case DATETIME -> date(field, texts.get(0));
                case SELECT, RADIO -> option(field, texts.get(0));
                default -> text(field, texts.get(0));
            }
        }
    }

    private void number(FormDefinition.Field field, String text) {
        try {
            long value = Long.parseLong(SPACES.matcher(text).replaceAll(""));
            if (field.min() != null && value < field.min()) {
                refusals.add(refusal(field, "FIELD_TOO_SMALL").with("min", field.min()));
            } else if (field.max() != null && value > field.max()) {
                refusals.add(refusal(field, "FIELD_TOO_LARGE").with("max", field.max()));
            } else {
                values.put(field.key(), value);
            }
        } catch (NumberFormatException e) {
            refuse(field, "FIELD_TYPE");
        }
    }

    private void date(FormDefinition.Field field, String text) {
        try {
            values.put(field.key(), LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            refuse(field, "FIELD_TYPE");
        }
    }

    private void option(FormDefinition.Field field, String text) {
        if (isOption(field, text)) {
            values.put(field.key(), text);
        } else {
            refuse(field, "FIELD_OPTION");
        }
    }

    private void text(FormDefinition.Field field, String text) {
        int longest = field.maxLength() == null ? LONGEST_TEXT : Math.min(field.maxLength(), LONGEST_TEXT);
        if (field.minLength() != null && text.length() < field.minLength()) {
            refusals.add(refusal(field, "FIELD_TOO_SHORT").with("min", field.minLength()));
        } else if (text.length() > longest) {
            refusals.add(refusal(field, "FIELD_TOO_LONG").with("max", longest));
        } else if (field.pattern() != null && !Pattern.matches(field.pattern(), text)) {
            refuse(field, "FIELD_PATTERN");
        } else {
            values.put(field.key(), text);
        }
    }

    private void require(FormDefinition.Field field, boolean empty) {
        if (empty && field.required()) {
            refuse(field, "FIELD_REQUIRED");
        }
    }

    private void refuse(FormDefinition.Field field, String code) {
        refusals.add(refusal(field, code));
    }

    private static Refusal refusal(FormDefinition.Field field, String code) {
        return Refusal.invalid(code, field.key()).with("field", field.labelMn()).with("fieldEn", field.labelEn());
    }

    private static boolean isOption(FormDefinition.Field field, String text) {
        return field.options().stream().anyMatch(option -> option.value().equals(text));
    }

    private static List<String> texts(Object sent) {
        var all = sent == null ? List.of() : sent instanceof Collection<?> many ? List.copyOf(many) : List.of(sent);
        return all.stream().map(one -> one.toString().strip()).filter(text -> !text.isEmpty()).toList();
    }
}
