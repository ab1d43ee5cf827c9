package mn.eland.sale;

import static java.time.Duration.ofDays;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.UUID;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import mn.eland.sale.financing.Loans;
import mn.eland.sale.financing.Payoffs;
import mn.eland.sale.risk.Risk;
import mn.eland.sale.suspicion.Suspicions;
import mn.eland.sale.watch.Supervision;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Values;
import mn.eland.workflow.Variable;
import mn.eland.workflow.WorkflowTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** One test for each end of "Finance purchase" and "Clear mortgage", and for their timer. */
@WorkflowTest(models = "processes/sale/*.bpmn, decisions/sale/*.dmn, forms/sale/*.form")
@Import({SaleSteps.class, ListingStepsStandIn.class})
class FinancePurchaseScenarios {

    private static final Variable<Boolean> LOAN_APPROVED = Variable.flag("loanApproved");

    @MockitoBean SaleCourse course;
    @MockitoBean CallOff callOff;
    @MockitoBean Supervision supervision;
    @MockitoBean Risk risk;
    @MockitoBean Suspicions suspicions;
    @Autowired Loans loans;
    @Autowired Payoffs payoffs;
    @Autowired EngineScenario engine;

    @Test
    void ownMoneyNeedsNoBank() {
        var sale = financing(false);

        engine.assertThat(sale).hasPassed("openFinancing", "purchaseFinanced").hasNotPassed("recordLoanDecision").isEnded();
    }

    @Test
    void theSaleGoesOnWithTheLoan() {
        var sale = financing(true);

        engine.assertThat(sale).isWaitingAt("recordLoanDecision");
        engine.complete(sale, "recordLoanDecision", Values.of(LOAN_APPROVED, true));

        engine.assertThat(sale).hasPassed("purchaseFinanced").isEnded();
    }

    @Test
    void aRefusalOfTheBankEndsTheFinancing() {
        var sale = financing(true);

        engine.complete(sale, "recordLoanDecision", Values.of(LOAN_APPROVED, false));

        engine.assertThat(sale).hasPassed("loanRefused").hasNotPassed("purchaseFinanced").isEnded();
    }

    @Test
    void aBankThatKeepsSilentForThreeWeeksHasRefused() {
        var sale = financing(true);

        engine.passes(ofDays(20));
        engine.assertThat(sale).isWaitingAt("recordLoanDecision");
        engine.passes(ofDays(1).plusMinutes(1));

        engine.assertThat(sale).hasPassed("bankOverdue", "noteBankSilent", "bankSilent").isEnded();
        verify(loans).bankSilent(sale);
    }

    @Test
    void aLetterThatHoldsIsPaidAsItIs() {
        var sale = engine.start("clearMortgage", Values.of(Variable.text("renewPayoffWithin"), "P2D"));

        engine.assertThat(sale).hasPassed("readPayoff", "payoffClear").hasNotPassed("renewPayoff").isEnded();
    }

    @Test
    void aLetterThatRanOutHoldsTheMoneyUntilThereIsANewOne() {
        when(payoffs.isExpired(any())).thenReturn(true);
        var sale = engine.start("clearMortgage", Values.of(Variable.text("renewPayoffWithin"), "P2D"));
        org.mockito.Mockito.reset(payoffs);

        engine.assertThat(sale).isWaitingAt("renewPayoff");
        engine.complete(sale, "renewPayoff", Values.none());

        engine.assertThat(sale).hasPassed("payoffClear").isEnded();
    }

    private CaseRef financing(boolean loan) {
        when(course.openFinancing(any())).thenReturn(loan);
        return engine.start("financePurchase", Values.of(SaleVariables.BUYER, new PartyId(new UUID(0, 3)).toString())
                .with(Variable.text("loanWithin"), "P21D"));
    }
}
