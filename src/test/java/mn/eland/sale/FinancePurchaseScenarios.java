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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One test for each end of "Finance purchase" and "Clear mortgage", and for their timer. */
@SaleProcessTest
class FinancePurchaseScenarios {

    private static final Variable<Boolean> LOAN_APPROVED = Variable.flag("loanApproved");
    private static final Variable<Boolean> OTHER_BANK_ASKED = Variable.flag("otherBankAsked");

    @Autowired SaleCourse course;
    @Autowired CallOff callOff;
    @Autowired Supervision supervision;
    @Autowired Risk risk;
    @Autowired Suspicions suspicions;
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

        engine.complete(sale, "recordLoanDecision", refused(false));

        engine.assertThat(sale).hasPassed("loanRefused").hasNotPassed("purchaseFinanced").isEnded();
    }

    @Test
    void anotherBankIsAskedAndLends() {
        var sale = financing(true);

        engine.complete(sale, "recordLoanDecision", refused(true));
        engine.assertThat(sale).isWaitingAt("recordLoanDecision").hasNotPassed("loanRefused");
        engine.complete(sale, "recordLoanDecision", Values.of(LOAN_APPROVED, true));

        engine.assertThat(sale).hasPassed("isOtherBankAsked", "purchaseFinanced").isEnded();
    }

    @Test
    void anotherBankHasOnlyWhatTheFirstLeftOfTheTerm() {
        var sale = financing(true);

        engine.passes(ofDays(15));
        engine.complete(sale, "recordLoanDecision", refused(true));
        engine.passes(ofDays(5));
        engine.assertThat(sale).isWaitingAt("recordLoanDecision");
        engine.passes(ofDays(1).plusMinutes(1));

        engine.assertThat(sale).hasPassed("bankOverdue", "noteBankSilent", "bankSilent").isEnded();
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
        when(payoffs.isLetterNeeded(any())).thenReturn(true);
        var sale = engine.start("clearMortgage", Values.of(Variable.text("renewPayoffWithin"), "P2D"));
        org.mockito.Mockito.reset(payoffs);

        engine.assertThat(sale).isWaitingAt("renewPayoff");
        engine.complete(sale, "renewPayoff", Values.none());

        engine.assertThat(sale).hasPassed("payoffClear").isEnded();
    }

    private static Values refused(boolean askOther) {
        return Values.of(LOAN_APPROVED, false).with(OTHER_BANK_ASKED, askOther);
    }

    private CaseRef financing(boolean loan) {
        when(course.openFinancing(any())).thenReturn(loan);
        return engine.start("financePurchase", Values.of(SaleVariables.BUYER, new PartyId(new UUID(0, 3)).toString())
                .with(Variable.text("loanWithin"), "P21D"));
    }
}
