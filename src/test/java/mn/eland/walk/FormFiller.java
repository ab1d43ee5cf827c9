package mn.eland.walk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mn.eland.workflow.FormDefinition;
import mn.eland.workflow.FormDefinition.Field;

/** Fills any form as somebody might: mostly the first choice, which is the one that goes on, sometimes another. */
final class FormFiller {

    private static final double FIRST_CHOICE = 0.85;
    private static final String WORDS = "Бичиг баримтыг үзэж тулган шалгав.";

    private final Random random;
    private final Map<String, ?> known;

    /** @param known what the person knows by heart, by the keys of fields */
    FormFiller(Random random, Map<String, ?> known) {
        this.random = random;
        this.known = known;
    }

    Map<String, Object> fill(FormDefinition form) {
        var answers = new LinkedHashMap<String, Object>();
        fill(form.fields(), answers);
        return answers;
    }

    private void fill(List<Field> fields, Map<String, Object> answers) {
        for (var field : fields) {
            if (field.key() != null && isShown(field, answers)) {
                var answer = known.containsKey(field.key()) ? known.get(field.key()) : answer(field);
                if (answer != null) {
                    answers.put(field.key(), answer);
                }
            }
            if (field.fields() != null && isShown(field, answers)) {
                fill(field.fields(), answers);
            }
        }
    }

    private static boolean isShown(Field field, Map<String, Object> answers) {
        if (field.showIf() == null) {
            return true;
        }
        var condition = field.showIf().split("=", 2);
        return condition[1].equals(String.valueOf(answers.get(condition[0])));
    }

    private Object answer(Field field) {
        return switch (field.kind()) {
            case RADIO, SELECT -> field.options().get(random.nextDouble() < FIRST_CHOICE ? 0 : random.nextInt(field.options().size())).value();
            case CHECKBOX -> field.required() || random.nextDouble() < FIRST_CHOICE ? "true" : null;
            case CHECKLIST -> field.options().stream().map(FormDefinition.Option::value).toList();
            case NUMBER -> String.valueOf((field.min() == null ? 0 : field.min()) + random.nextInt(3));
            case TEXTFIELD -> field.pattern() != null ? field.required() ? "12" : null : "Нэг";
            case TEXTAREA -> WORDS;
            default -> null;
        };
    }
}
