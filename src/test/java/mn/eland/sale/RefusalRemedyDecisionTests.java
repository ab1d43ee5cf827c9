package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalRemedyDecisionTests extends DecisionTest {

    RefusalRemedyDecisionTests() {
        super("sale", "refusalRemedy", DecisionTable.facts());
    }

    @ParameterizedTest
    @CsvSource({"INCOMPLETE_DOCS, CURE, P14D", "EXPIRED_REFERENCE, CURE, P14D", "NO_AUTHORITY, CURE, P14D", "LANGUAGE, CURE, P14D",
            "UNPAID_FEE, CURE, P14D", "OUT_OF_DISTRICT, CURE, P14D", "CONFLICT_OF_INTEREST, CURE, P14D", "ENCUMBERED, END,",
            "ARREST, END,", "NO_CAPACITY, END,", "DURESS, END,", "ID_MISMATCH, END,", "ILLEGAL_CONTENT, END,", "NOT_ACCEPTED, END,"})
    void theGroundDecides(String ground, String remedy, String within) {
        assertThat(answer("refusalCode", ground)).containsEntry("refusalRemedy", remedy).containsEntry("bringWithin", within);
    }
}
