package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskOutcomeDecisionTests extends DecisionTest {

    RiskOutcomeDecisionTests() {
        super("sale", "riskOutcome", DecisionTable.facts());
    }

    @ParameterizedTest
    @CsvSource({
            "false, true,  0, 1000000,    false, block,  compliance_head, PT1H",
            "true,  false, 0, 1000000,    false, block,  compliance,      PT4H",
            "false, false, 70, 1000000,   false, block,  compliance,      PT8H",
            "false, false, 69, 1000000000, false, review, compliance_head, PT24H",
            "false, false, 69, 999999999, false, review, compliance,      PT24H",
            "false, false, 40, 1000000,   false, review, compliance,      PT24H",
            "false, false, 0, 1000000,    true,  review, compliance_head, PT24H",
            "false, false, 39, 500000000, false, review, compliance,      P2D",
            "false, false, 39, 499999999, false, allow,  monitor,         P2D",
            "false, false, 20, 1000000,   false, allow,  monitor,         P2D",
            "false, false, 19, 900000000, false, allow,  none,            P2D"})
    void scoreAmountAndPersonDecide(boolean hardStop, boolean sanctions, int score, long amount, boolean pep, String outcome,
                                    String group, String sla) {
        var answer = answer("hardStop", hardStop, "sanctionsHit", sanctions, "score", score, "amountMnt", amount, "pep", pep);

        assertThat(answer).containsEntry("riskOutcome", outcome).containsEntry("approverGroup", group).containsEntry("sla", sla);
    }
}
