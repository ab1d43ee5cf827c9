package mn.eland.payment;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscrowReleaseDecisionTests extends DecisionTest {

    EscrowReleaseDecisionTests() {
        super("payment", "escrowRelease", DecisionTable.facts("registered", true, "handoverSigned", true, "taxPaid", true, "disputeOpen", false, "deadlinePassed", false, "awardFinal", false, "notaryRefused", false, "riskOutcome", "allow", "mortgagePayoff", 0L, "amountMnt", 285_000_000L,
                "fourEyesThreshold", 500_000_000L));
    }

    @ParameterizedTest
    @CsvSource({"riskOutcome, block, FREEZE, 1", "amountMnt, 499999999, RELEASE, 1", "amountMnt, 500000000, RELEASE, 2",
            "mortgagePayoff, 1, RELEASE_PAYOFF_FIRST, 1", "mortgagePayoff, 0, RELEASE, 1"})
    void valuesDecide(String fact, String value, String action, int approvals) {
        var typed = value.matches("\\d+") ? (Object) Long.valueOf(value) : value;

        assertThat(answer(fact, typed)).containsEntry("action", action).containsEntry("approvals", approvals);
    }

    @ParameterizedTest
    @CsvSource({"285000000, 2", "285000001, 1"})
    void theSumForTwoPairsOfEyesIsAParameter(long threshold, int approvals) {
        assertThat(answer("fourEyesThreshold", threshold)).containsEntry("action", "RELEASE").containsEntry("approvals", approvals);
    }

    @ParameterizedTest
    @CsvSource({"disputeOpen, true, FREEZE_DISPUTED, 1", "awardFinal, true, RELEASE_BY_AWARD, 2",
            "notaryRefused, true, RUN_DEPOSIT_OUTCOME, 2", "deadlinePassed, true, RUN_DEPOSIT_OUTCOME, 2",
            "taxPaid, false, HOLD, 0", "handoverSigned, false, HOLD_RETENTION, 1", "registered, false, HOLD, 0",
            "registered, true, RELEASE, 1"})
    void flagsDecide(String fact, boolean value, String action, int approvals) {
        assertThat(answer(fact, value)).containsEntry("action", action).containsEntry("approvals", approvals);
    }
}
