package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepositOutcomeDecisionTests extends DecisionTest {

    DepositOutcomeDecisionTests() {
        super("sale", "depositOutcome", DecisionTable.facts("signed", true));
    }

    @ParameterizedTest
    @CsvSource({
            "COMPLETED, NONE, false, false, 0, 100, SET_OFF",
            "WITHDRAWN, BUYER, false, false, 0, 100, FORFEIT_CC233_3",
            "WITHDRAWN, SELLER, true, false, 100, 0, RETURN_DOUBLE",
            "WITHDRAWN, SELLER, false, false, 100, 0, RETURN_CC233_4",
            "FINANCE_REFUSED, NONE, false, true, 100, 0, FINANCE_OUT",
            "FINANCE_REFUSED, BUYER, false, false, 0, 100, FORFEIT_CC233_3",
            "FINANCE_REFUSED, NONE, false, false, , , DISPUTE",
            "TITLE_STOP, NONE, false, false, 100, 0, TITLE_FAIL",
            "CONSENT_REFUSED, NONE, false, false, 100, 0, NO_CONSENT",
            "MUTUAL, NONE, false, false, , , MUTUAL",
            "FORCE_MAJEURE, NONE, false, false, 100, 0, FM_CC221",
            "NOT_BOUND, NONE, false, false, 100, 0, NOT_BOUND",
            "FRAUD, NONE, false, false, , , FREEZE",
            "BLOCK, NONE, false, false, , , FREEZE",
            "SOMETHING_ELSE, NONE, false, false, , , DISPUTE"})
    void reasonAndFaultDecide(String reason, String fault, boolean twofold, boolean finance, Integer buyer, Integer seller,
                              String code) {
        var answer = answer("endReason", reason, "faultParty", fault, "contractDouble", twofold, "financeClause", finance);

        assertThat(answer).containsEntry("buyerPct", buyer).containsEntry("sellerPct", seller).containsEntry("depositCode", code);
    }
}
