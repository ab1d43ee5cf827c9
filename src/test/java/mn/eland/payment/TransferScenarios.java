package mn.eland.payment;

import static java.time.Duration.ofMinutes;
import static mn.eland.workflow.EngineScenario.values;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import mn.eland.payment.PlayedBank.Mood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The machine stops, or the bank falls silent, at every moment of a transfer: the tax is paid, and paid once. */
@PaymentTest
class TransferScenarios extends EscrowScenario {

    private static final String TAX_OFFICE = "MN250090999900000090";

    @ParameterizedTest
    @EnumSource(value = Mood.class, names = {"TIMES_OUT_AFTER_BOOKING", "TIMES_OUT_BEFORE_BOOKING", "DIES_AFTER_BOOKING", "DIES_BEFORE_BOOKING"})
    void moneyLeavesOnceWhateverHappens(Mood mood) {
        fundedByBuyer(Deal.PRICE);
        bank.next(mood);

        payTax();
        bank.down = false;
        afterRetryTime();

        engine.assertThat(deal).hasPassed("payTax", "taxPaid").isEnded();
        assertThat(bank.paid(TAX_OFFICE)).isEqualTo(Deal.TAX);
        assertThat(bank.orders).extracting(order -> order.marker()).containsOnly(bank.orders.get(0).marker());
        assertThat((String) engine.variable(deal, "taxReceiptNo")).startsWith("J");
    }

    @Test
    void nothingIsSentWhenNoTaxIsOwed() {
        fundedByBuyer(Deal.PRICE);

        engine.start("paySaleTax", deal, values(Map.of("taxMnt", 0L)));
        engine.runJobs();

        engine.assertThat(deal).hasPassed("noTaxOwed").hasNotPassed("payTax").isEnded();
        assertThat(bank.orders).isEmpty();
    }

    @Test
    void aTransferThatIsInTheStatementIsNotSentAgain() {
        fundedByBuyer(Deal.PRICE);
        bank.next(Mood.TIMES_OUT_AFTER_BOOKING);

        payTax();
        bank.down = false;
        afterRetryTime();

        assertThat(bank.orders).hasSize(1);
    }

    @Test
    void theStatementAloneIsEnoughToBookATransfer() {
        fundedByBuyer(Deal.PRICE);
        bank.next(Mood.DIES_AFTER_BOOKING);
        payTax();

        statement.read();

        assertThat(payments.postings(deal)).extracting(Payments.PostingView::kind).contains("TAX_PAID");
        afterRetryTime();
        engine.assertThat(deal).isEnded();
        assertThat(bank.orders).hasSize(1);
    }

    @Test
    void nothingIsSentAgainSoonAfterASilence() {
        fundedByBuyer(Deal.PRICE);
        bank.next(Mood.DIES_BEFORE_BOOKING);
        payTax();

        engine.runJobs();

        assertThat(bank.orders).hasSize(1);
        assertThat(bank.paid(TAX_OFFICE)).isZero();
    }

    @Test
    void aRefusedTransferFreesTheMoneyAndIsTriedAnewUnderAnotherMarker() {
        fundedByBuyer(Deal.PRICE);
        bank.next(Mood.REFUSES);

        payTax();
        assertThat(jdbc.sql("select count(*) from payment.holds where case_no = ? and state = 'VOIDED'").param(deal.number())
                .query(Long.class).single()).isOne();
        afterRetryTime();

        engine.assertThat(deal).isEnded();
        assertThat(bank.orders).hasSize(2).extracting(order -> order.marker()).doesNotHaveDuplicates();
        assertThat(bank.paid(TAX_OFFICE)).isEqualTo(Deal.TAX);
    }

    @Test
    void theIntentionIsOnRecordBeforeTheBankIsCalled() {
        fundedByBuyer(Deal.PRICE);
        bank.next(Mood.DIES_BEFORE_BOOKING);

        payTax();

        assertThat(jdbc.sql("select state from payment.transfers where case_no = ?").param(deal.number()).query(String.class).single())
                .isEqualTo("SENT");
        assertThat(jdbc.sql("select sum(amount) from payment.holds where case_no = ? and state = 'PENDING'").param(deal.number())
                .query(Long.class).single()).isEqualTo(Deal.TAX);
    }

    private void payTax() {
        engine.start("paySaleTax", deal, values(Map.of("sellerId", Deal.SELLER.toString(), "taxMnt", Deal.TAX)));
        try {
            engine.runJobs();
        } catch (PlayedBank.PowerCut died) {
            assertThat(bank.orders).isNotEmpty();
        }
    }

    private void afterRetryTime() {
        engine.passes(ofMinutes(11));
    }
}
