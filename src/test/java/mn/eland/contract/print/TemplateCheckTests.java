package mn.eland.contract.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mn.eland.contract.DocumentKind;
import mn.eland.contract.print.TemplateCheck.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCheckTests {

    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    void everyTemplateNamesKnownFieldsOnlyAndEveryClauseCanApply(DocumentKind kind) throws IOException {
        var result = TemplateCheck.check(template(kind), kind.requiredFacts());

        assertThat(result.findings()).isEmpty();
        assertThat(result.fields()).containsAll(kind.requiredFacts());
        assertThat(DocumentFields.all().names()).containsAll(kind.requiredFacts());
    }

    @Test
    void anUnknownFieldIsRefusedWhereverItStands() {
        assertThat(check("<p>[[${sellr.fullName()}]]</p>")).containsExactly(new Finding("UNKNOWN_FIELD", "sellr"));
        assertThat(check("<p th:if=\"${morgage}\">x</p>")).containsExactly(new Finding("UNKNOWN_FIELD", "morgage"));
        assertThat(check("<p th:text=\"${words.amount(prise)}\">x</p>")).containsExactly(new Finding("UNKNOWN_FIELD", "prise"));
        assertThat(check("<p th:with=\"c=${n.clause()}\">[[${c}]] [[${price}]]</p><p>[[${c}]]</p>"))
                .containsExactly(new Finding("UNKNOWN_FIELD", "c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"taxBearer == 'BANK'", "price == null", "mortgage == true and mortgage == false",
            "certificateNo == null and certificateNo == 'A'", "mortgage == 'yes'"})
    void aClauseThatCanNeverApplyIsRefused(String condition) {
        assertThat(check("<p th:if=\"${" + condition + "}\">x</p>")).containsExactly(new Finding("NEVER_APPLIES", condition));
    }

    @Test
    void aClauseThatItsSurroundingsRuleOutIsRefusedOnce() {
        assertThat(check("<div th:if=\"${mortgage}\"><p th:unless=\"${mortgage}\">x <b th:if=\"${loan}\">y</b></p></div>"))
                .containsExactly(new Finding("NEVER_APPLIES", "not mortgage"));
        assertThat(check("<p th:unless=\"${price != null}\">x</p>")).containsExactly(new Finding("NEVER_APPLIES", "not price != null"));
        assertThat(check("<div th:switch=\"${taxBearer}\"><p th:case=\"'SELLER'\">x</p><p th:case=\"'NOBODY'\">y</p></div>"))
                .containsExactly(new Finding("NEVER_APPLIES", "taxBearer == 'NOBODY'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"taxBearer == 'SPLIT'", "mortgage", "mortgage != true", "balance == null",
            "purpose == 'DEPOSIT'", "loanBank != null and financeClause != true"})
    void aClauseThatMayApplyPasses(String condition) {
        assertThat(check("<p th:if=\"${" + condition + "}\">x</p>")).isEmpty();
    }

    @Test
    void whatIsNoTemplateIsRefused() {
        assertThat(check("<p>[[${price +}]]</p>")).containsExactly(new Finding("NOT_AN_EXPRESSION", "price +"));
        assertThatThrownBy(() -> check("<p>")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("not a template");
    }

    private static List<Finding> check(String body) {
        return TemplateCheck.check("<html><body>" + body + "</body></html>", List.of("seller", "price", "taxBearer")).findings();
    }

    private static String template(DocumentKind kind) throws IOException {
        try (var file = DocumentKind.class.getResourceAsStream("/templates/" + kind.template() + ".html")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
