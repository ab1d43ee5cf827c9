package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.api.Test;

class SaleDeadlinesDecisionTests extends DecisionTest {

    SaleDeadlinesDecisionTests() {
        super("sale", "saleDeadlines", DecisionTable.facts("offerValidity", "P3D", "depositPayWithin", "P2D"));
    }

    @Test
    void everyDeadlineIsAPeriodTheEngineUnderstands() {
        var answer = answer("objectType", "APARTMENT");

        assertThat(answer).hasSize(21).containsEntry("answerWithin", "P3D").containsEntry("burdenCureWithin", "P14D").containsEntry("payDepositWithin", "P2D").containsEntry("taxReceiptWithin", "P5D")
                .containsEntry("payBalanceWithin", "P10D").containsEntry("mandateTerm", "P90D").containsEntry("loanWithin", "P21D")
                .containsEntry("payReminderAfter", "P7D").containsEntry("extraPeriod", "P7D").containsEntry("approveListingWithin", "P2D")
                .containsEntry("reviewAgainAfter", "P14D").containsEntry("answerRescissionWithin", "P7D");
        assertThat(answer.values()).allSatisfy(text -> assertThat(Period.parse((String) text).getDays()).isPositive());
    }

    @Test
    void answerAndDepositAreParameters() {
        assertThat(answer("objectType", "APARTMENT", "offerValidity", "P4D", "depositPayWithin", "P1D"))
                .containsEntry("answerWithin", "P4D").containsEntry("payDepositWithin", "P1D");
    }

    /** Who asks for another term does not know these two. */
    @Test
    void theOtherTermsAreToldWithoutThem() {
        assertThat(DecisionTable.of("sale", "saleDeadlines").ask("objectType", "APARTMENT")).singleElement()
                .satisfies(row -> assertThat(row).containsEntry("loanWithin", "P21D").containsEntry("answerWithin", null));
    }
}
