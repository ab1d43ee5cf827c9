package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.api.Test;

class SaleDeadlinesDecisionTests extends DecisionTest {

    SaleDeadlinesDecisionTests() {
        super("sale", "saleDeadlines", DecisionTable.facts());
    }

    @Test
    void everyDeadlineIsAPeriodTheEngineUnderstands() {
        var answer = answer("objectType", "APARTMENT");

        assertThat(answer).hasSize(16).containsEntry("answerWithin", "P3D").containsEntry("payDepositWithin", "P2D")
                .containsEntry("payBalanceWithin", "P10D").containsEntry("mandateTerm", "P90D").containsEntry("loanWithin", "P21D")
                .containsEntry("payReminderAfter", "P7D").containsEntry("extraPeriod", "P7D");
        assertThat(answer.values()).allSatisfy(text -> assertThat(Period.parse((String) text).getDays()).isPositive());
    }
}
