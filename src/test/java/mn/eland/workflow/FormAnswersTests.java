package mn.eland.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.Refusal;
import mn.eland.workflow.form.FormReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormAnswersTests {

    private static final Map<String, Object> RIGHT = Map.of("decision", "YES", "helmet", "on");
    private final FormDefinition form = form();

    @Test
    void answersHaveTheTypesOfTheirFields() {
        var answers = FormAnswers.of(form, Map.of("decision", List.of("YES"), "helmet", "true", "hours", " 12 ", "deposit", "285 000\u202F000",
                "extras", List.of("LOCK", "BAG", "LOCK"), "returnOn", "2026-12-24", "phone", "99112233", "colour", "RED"));

        assertThat(answers.refusals()).isEmpty();
        assertThat(answers.values()).isEqualTo(Map.of("decision", "YES", "helmet", true, "hours", 12L, "deposit", 285_000_000L,
                "extras", List.of("LOCK", "BAG"), "returnOn", LocalDate.of(2026, 12, 24), "phone", "99112233", "colour", "RED"));
    }

    @ParameterizedTest
    @CsvSource({"decision,,FIELD_REQUIRED", "decision,MAYBE,FIELD_OPTION", "helmet,false,FIELD_REQUIRED", "helmet,maybe,FIELD_TYPE",
        "hours,0,FIELD_TOO_SMALL", "hours,73,FIELD_TOO_LARGE", "hours,12.5,FIELD_TYPE", "hours,abc,FIELD_TYPE",
        "hours,99999999999999999999,FIELD_TYPE", "deposit,-1,FIELD_TOO_SMALL", "extras,HORN,FIELD_OPTION", "returnOn,24.12.2026,FIELD_TYPE",
        "returnOn,2026-02-30,FIELD_TYPE", "phone,1234,FIELD_PATTERN", "phone,99112233x,FIELD_PATTERN", "colour,BLUE,FIELD_OPTION",
        "wheels,2,FIELD_UNKNOWN"})
    void wrongAnswerIsRefusedNamingTheField(String field, String value, String code) {
        var sent = new HashMap<>(RIGHT);
        sent.put(field, value == null ? "" : value);

        var answers = FormAnswers.of(form, sent);

        assertThat(answers.isValid()).isFalse();
        assertThat(answers.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }

    @Test
    void hiddenFieldIsNeitherRequiredNorTaken() {
        var accepted = FormAnswers.of(form, Map.of("decision", "YES", "helmet", "on", "reason", "x"));
        var refused = FormAnswers.of(form, Map.of("decision", "NO", "helmet", "on", "colour", "RED"));

        assertThat(accepted.isValid()).isTrue();
        assertThat(accepted.values()).doesNotContainKey("reason");
        assertThat(refused.refusals()).extracting(Refusal::code, Refusal::field).containsExactly(org.assertj.core.groups.Tuple.tuple("FIELD_REQUIRED", "reason"));
        assertThat(refused.values()).doesNotContainKey("colour");
    }

    @Test
    void lengthOfATextIsHeldToItsLimits() {
        assertThat(code("Уу")).isEqualTo("FIELD_TOO_SHORT");
        assertThat(code("у".repeat(201))).isEqualTo("FIELD_TOO_LONG");
        assertThat(code("Хангалттай")).isNull();
        assertThat(code("нуль\u0000тэмдэгт")).isEqualTo("FIELD_TYPE");
    }

    @Test
    void twoValuesForOneFieldAreRefused() {
        var answers = FormAnswers.of(form, Map.of("decision", List.of("YES", "NO"), "helmet", "on"));

        assertThat(answers.refusals()).extracting(Refusal::code).containsExactly("FIELD_TYPE");
    }

    private String code(String reason) {
        var answers = FormAnswers.of(form, Map.of("decision", "NO", "helmet", "on", "reason", reason));
        return answers.isValid() ? null : answers.refusals().get(0).code();
    }

    private static FormDefinition form() {
        try {
            return FormReader.read("approve-rent.form", Files.readAllBytes(Path.of("src/test/resources/workflow/models/approve-rent.form")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
