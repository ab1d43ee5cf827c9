package mn.eland.sale;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.UUID;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.sale.risk.Risk;
import mn.eland.sale.suspicion.Suspicions;
import mn.eland.sale.tax.TaxReceipts;
import mn.eland.sale.watch.Supervision;
import mn.eland.workflow.CalledProcess;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Values;
import mn.eland.workflow.Variable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One test for each way in which the tax of a sale is paid, and for the timer. */
@SaleProcessTest
class ClearTaxScenarios {

    private static final Variable<Boolean> SHOWN = Variable.flag("receiptShown");
    private static final Variable<Boolean> ACCEPTED = Variable.flag("receiptAccepted");

    @Autowired SaleCourse course;
    @Autowired CallOff callOff;
    @Autowired Supervision supervision;
    @Autowired Risk risk;
    @Autowired Suspicions suspicions;
    @Autowired TaxReceipts receipts;
    @Autowired EngineScenario engine;
    private CalledProcess paySaleTax;

    @BeforeEach
    void escrowPays() {
        paySaleTax = engine.calledProcess("paySaleTax").answers(Values.of(SaleVariables.TAX_RECEIPT, "T-1"));
        when(receipts.receiptWithin(any())).thenReturn("P5D");
        when(receipts.checkWithin()).thenReturn("PT4H");
        when(receipts.waive(any())).thenReturn("ТЕГ-77");
    }

    @Test
    void theEscrowPaysWhenTheSellerHasChosenNothing() {
        var sale = decided(false);

        engine.assertThat(sale).hasPassedInOrder("readTaxChoice", "paySaleTax", "taxCleared").hasNotPassed("uploadTaxReceipt").isEnded();
        assertThat(engine.variable(sale, "taxReceiptNo")).isEqualTo("T-1");
        assertThat(paySaleTax.calls()).singleElement().satisfies(call -> assertThat(call).containsEntry("taxMnt", 5_700_000L));
    }

    @Test
    void nothingIsTakenFromThePriceOnceTheReceiptIsAccepted() {
        var sale = decided(true);

        engine.assertThat(sale).isWaitingAt("uploadTaxReceipt");
        engine.complete(sale, "uploadTaxReceipt", Values.of(SHOWN, true));
        engine.complete(sale, "checkTaxReceipt", Values.of(ACCEPTED, true));

        engine.assertThat(sale).hasPassedInOrder("uploadTaxReceipt", "checkTaxReceipt", "waiveTax", "taxCleared").isEnded();
        assertThat(engine.variable(sale, "taxReceiptNo")).isEqualTo("ТЕГ-77");
        assertThat(paySaleTax.calls()).isEmpty();
    }

    @Test
    void aReceiptThatIsSentBackMayBeShownAgainForAsLong() {
        var sale = decided(true);

        engine.passes(ofDays(4));
        engine.complete(sale, "uploadTaxReceipt", Values.of(SHOWN, true));
        engine.passes(ofDays(3));
        engine.complete(sale, "checkTaxReceipt", Values.of(ACCEPTED, false));
        engine.assertThat(sale).isWaitingAt("uploadTaxReceipt");
        engine.passes(ofDays(4));
        engine.complete(sale, "uploadTaxReceipt", Values.of(SHOWN, true));
        engine.complete(sale, "checkTaxReceipt", Values.of(ACCEPTED, true));

        engine.assertThat(sale).hasPassed("waiveTax", "taxCleared").isEnded();
        verify(receipts, never()).unshown(any());
    }

    @Test
    void theEscrowPaysAfterAllWhenNoReceiptComes() {
        var sale = decided(true);

        engine.passes(ofDays(5).plusMinutes(1));
        engine.runJobs();

        engine.assertThat(sale).hasPassed("receiptOverdue", "noteTaxUnshown", "paySaleTax", "taxCleared").isEnded();
        verify(receipts).unshown(sale);
        verify(receipts, never()).waive(any());
    }

    @Test
    void theSellerMayLeaveItToTheEscrowAfterAll() {
        var sale = decided(true);

        engine.complete(sale, "uploadTaxReceipt", Values.of(SHOWN, false));
        engine.runJobs();

        engine.assertThat(sale).hasPassed("paySaleTax", "taxCleared").hasNotPassed("noteTaxUnshown", "checkTaxReceipt").isEnded();
    }

    private CaseRef decided(boolean bySeller) {
        when(receipts.isBySeller(any(), any(), any())).thenReturn(bySeller);
        var sale = engine.start("clearTax", Values.of(SaleVariables.SELLER, new PartyId(new UUID(0, 1)).toString())
                .with(SaleVariables.TAX, Money.of(5_700_000)).with(Variable.text("taxPayer"), "SELLER"));
        engine.runJobs();
        return sale;
    }
}
