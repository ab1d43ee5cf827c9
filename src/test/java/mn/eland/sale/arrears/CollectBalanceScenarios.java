package mn.eland.sale.arrears;

import static java.time.Duration.ofDays;
import static mn.eland.workflow.EngineScenario.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.payment.Payments.Purpose;
import mn.eland.workflow.CalledProcess;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Values;
import mn.eland.workflow.WorkflowTest;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** One test for each end and timer of a balance; the collection of money is played. */
@WorkflowTest(models = "processes/sale/collect-balance.bpmn, decisions/payment/late-penalty.dmn")
@Import({ArrearsSteps.class, CollectBalanceScenarios.Asked.class})
class CollectBalanceScenarios {

    private static final Money INTEREST = Money.of(3_600_000);

    @MockitoBean Arrears arrears;
    @Autowired EngineScenario engine;
    private CalledProcess collectEscrow;

    @TestConfiguration
    static class Asked {

        @Bean
        JavaDelegate requestBalance() {
            return step -> {
                step.setVariable("purpose", "BALANCE");
                step.setVariable("toPayMnt", 180_120_000L);
            };
        }
    }

    @BeforeEach
    void theBalanceIsLate() {
        collectEscrow = engine.calledProcess("collectEscrow").fails("PaymentOverdue");
        when(arrears.open(any(), any())).thenAnswer(call -> {
            collectEscrow.answers(Values.none());
            return Values.of(ArrearsVariables.AGREED, true).with(ArrearsVariables.CONTRACT_RATE, 0.005).with(ArrearsVariables.DAYS_LATE, 7L)
                    .with(ArrearsVariables.MAX_RATE, 0.005).with(ArrearsVariables.MAX_PCT, 50L);
        });
        interestIs(INTEREST);
    }

    @Test
    void theBalanceComesInTime() {
        collectEscrow.answers(Values.none());
        var sale = aBalance();

        engine.runJobs();

        engine.assertThat(sale).hasPassedInOrder("requestBalance", "collectInTerm", "balanceCollected").hasNotPassed("openArrears").isEnded();
        verify(arrears, never()).remind(any());
        assertThat(collectEscrow.calls()).singleElement().satisfies(call ->
                assertThat(call).containsEntry("payWithin", "P10D").containsEntry("amountMnt", 180_120_000L));
    }

    @Test
    void theBuyerIsRemindedBeforeTheBalanceFallsDue() {
        collectEscrow.answers(Values.none());
        var sale = aBalance();

        engine.passes(ofDays(8));

        engine.assertThat(sale).hasPassed("reminderDue", "buyerReminded", "balanceCollected").isEnded();
        verify(arrears).remind(sale);
    }

    @Test
    void theBuyerPaysInTheExtraPeriodAndThenTheInterest() {
        var sale = aBalance();

        engine.runJobs();

        engine.assertThat(sale).hasPassedInOrder("balanceOverdue", "openArrears", "decideLatePenalty", "grantExtraPeriod",
                "collectInExtraPeriod", "settleLateInterest", "collectInterest", "balanceCollected").isEnded();
        verify(arrears).grant(sale, "P7D", 0.005);
        assertThat(collectEscrow.calls()).extracting(call -> call.get("payWithin")).containsExactly("P10D", "P7D", "P3D");
        assertThat(collectEscrow.calls()).extracting(call -> call.get("purpose")).containsExactly("BALANCE", "BALANCE", "INTEREST");
        assertThat(collectEscrow.calls().get(2)).containsEntry("amountMnt", INTEREST.tugrug());
    }

    @Test
    void noInterestIsAskedInTheDaysOfGrace() {
        interestIs(Money.ZERO);
        var sale = aBalance();

        engine.runJobs();

        engine.assertThat(sale).hasPassed("balanceCollected").hasNotPassed("collectInterest").isEnded();
    }

    @Test
    void theSaleGoesOnWhenOnlyTheInterestIsMissing() {
        when(arrears.settle(any())).thenAnswer(call -> {
            collectEscrow.fails("PaymentOverdue");
            return interest(INTEREST);
        });
        var sale = aBalance();

        engine.runJobs();

        engine.assertThat(sale).hasPassedInOrder("collectInterest", "interestUnpaid", "recordUnpaidInterest", "balanceCollected").isEnded();
        verify(arrears).unpaid(sale);
    }

    @Test
    void theSaleFailsWhenTheExtraPeriodIsOver() {
        doReturn(Values.of(ArrearsVariables.AGREED, false).with(ArrearsVariables.CONTRACT_RATE, 0.0).with(ArrearsVariables.DAYS_LATE, 7L)
                .with(ArrearsVariables.MAX_RATE, 0.005).with(ArrearsVariables.MAX_PCT, 50L)).when(arrears).open(any(), any());
        var sale = aBalance();

        engine.runJobs();

        engine.assertThat(sale).hasPassedInOrder("grantExtraPeriod", "extraPeriodOver", "balanceNotPaid").hasNotPassed("balanceCollected").isEnded();
        verify(arrears).grant(sale, "P7D", 0.0);
    }

    private CaseRef aBalance() {
        return engine.start("collectBalance", values(Map.of("buyerId", new java.util.UUID(0, 3).toString(), "payBalanceWithin", "P10D",
                "payReminderAfter", "P7D", "extraPeriod", "P7D", "payInterestWithin", "P3D")));
    }

    private void interestIs(Money amount) {
        when(arrears.settle(any())).thenReturn(interest(amount));
    }

    private static Values interest(Money amount) {
        return Values.of(ArrearsVariables.PURPOSE, Purpose.INTEREST).with(ArrearsVariables.INTEREST, amount)
                .with(ArrearsVariables.INTEREST_DUE, amount.isPositive());
    }
}
