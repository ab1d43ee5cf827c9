package mn.eland.payment;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatePenaltyDecisionTests extends DecisionTest {

    LatePenaltyDecisionTests() {
        super("payment", "latePenalty", DecisionTable.facts("maxDailyRate", 0.005, "maxTotalPct", 50L));
    }

    @ParameterizedTest
    @CsvSource({
            "false, 0.005, 40, 0, 0, REMIND_ONLY",
            "true, 0.02, 2, 0.005, 50, CLAMP",
            "true, 0.005, 0, 0, 50, GRACE",
            "true, 0.005, 3, 0, 50, GRACE",
            "true, 0.005, 4, 0.005, 50, REMIND_WEEKLY",
            "true, 0.003, 14, 0.003, 50, REMIND_WEEKLY",
            "true, 0.005, 15, 0.005, 50, WARN_IN_WRITING",
            "true, 0.005, 30, 0.005, 50, CURE_PERIOD",
            "true, 0.005, 89, 0.005, 50, DRAFT_TERMINATION",
            "true, 0.005, 90, 0.005, 50, TERMINATE"})
    void theDayOfTheDelayDecides(boolean agreed, double rate, long days, double ratePerDay, int cap, String action) {
        var answer = answer("agreedInWriting", agreed, "contractRate", rate, "daysLate", days);

        assertThat(((Number) answer.get("lateRatePerDay")).doubleValue()).isEqualTo(ratePerDay);
        assertThat(((Number) answer.get("lateCapPct")).intValue()).isEqualTo(cap);
        assertThat(answer).containsEntry("lateAction", action);
    }
}
