package mn.eland.property;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilingRemedyDecisionTests extends DecisionTest {

    FilingRemedyDecisionTests() {
        super("property", "filingRemedy", DecisionTable.facts());
    }

    @ParameterizedTest
    @CsvSource({"NO_NOTARY, CURE", "NO_TAX_RECEIPT, CURE", "NO_FEE_RECEIPT, CURE", "CERTIFICATE_DIFFERS, CURE", "ARREST, END", "NOT_OWNER, END",
            "NOT_IN_REGISTER, END", ", CURE", "A_WORD_OF_TOMORROW, CURE"})
    void theGroundDecides(String ground, String remedy) {
        assertThat(answer("filingGround", ground)).containsEntry("filingRemedy", remedy);
    }
}
