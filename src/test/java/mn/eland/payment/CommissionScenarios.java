package mn.eland.payment;

import static mn.eland.payment.Payments.Purpose.COMMISSION;
import static mn.eland.workflow.EngineScenario.values;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Money;
import mn.eland.payment.release.SaleTax;
import mn.eland.payment.vat.VatReceipts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The seller pays the agent's fee alone and gets a receipt of the tax office, or lets it be taken from the price. */
@PaymentTest
class CommissionScenarios extends EscrowScenario {

    private static final long FEE = Deal.BROKER_FEE + Deal.BROKER_VAT;
    private static final Actor SELLER = new Actor(Deal.SELLER, "Тэмүүлэн", Set.of());

    @Autowired VatReceipts receipts;
    @Autowired SaleTax tax;

    @BeforeEach
    void thePriceIsEarned() {
        payments.agreeSettlement(deal, Deal.ofTheHandbook());
        fundedByBuyer(Deal.PRICE);
        tax.setAside(deal, Money.of(Deal.TAX));
        tax.pay(deal);
        payments.earn(deal);
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void whoPaysTheFeeByQrGetsTheWholePriceAndAReceiptOfTheTaxOffice() {
        payments.offerCommission(deal, new VatPayer(false, "55000001"));
        payments.offerCommission(deal, new VatPayer(false, "55000001"));

        pays(FEE);
        receipts.makeDue();

        assertThat(receipt().number()).startsWith("333");
        assertThat(receipt().lottery()).isEqualTo("AB 12345678");
        assertThat(receipt().vat()).isEqualTo(Money.of(Deal.BROKER_VAT));
        assertThat(gateway.named).containsExactly("55000001");
        released();
        assertThat(bank.paid(Deal.SELLER_IBAN)).isEqualTo(Deal.SELLER_NET + FEE);
        assertThat(bank.paid(Deal.BROKER_IBAN)).isEqualTo(FEE);
        assertThat(payments.postings(deal)).extracting(Payments.PostingView::kind).doesNotContain("BROKER_FEE_DUE");
    }

    @Test
    void aCompanyIsNamedByItsRegisterNumberAndHasNoLottery() {
        payments.offerCommission(deal, new VatPayer(true, "9900011"));

        pays(FEE);
        receipts.makeDue();

        assertThat(gateway.named).containsExactly("9900011");
        assertThat(receipt().lottery()).isNull();
        assertThat(receipt().number()).isNotNull();
    }

    @Test
    void whatIsNotPaidAloneIsTakenFromThePrice() {
        payments.offerCommission(deal, new VatPayer(false, "55000001"));
        var invoice = payments.payByQr(deal, COMMISSION, SELLER).get().invoiceId();

        released();
        pays(invoice, FEE);
        unplaced.giveBackKnown();
        receipts.makeDue();

        assertThat(bank.paid(Deal.BROKER_IBAN)).isEqualTo(FEE);
        assertThat(bank.paid(Deal.SELLER_IBAN)).as("price, and the fee that came too late").isEqualTo(Deal.SELLER_NET + FEE);
        assertThat(gateway.named).isEmpty();
    }

    @Test
    void aPartOfTheFeeCountsAndTheRestIsTakenFromThePriceWithoutAReceipt() {
        payments.offerCommission(deal, new VatPayer(false, "55000001"));

        pays(Deal.BROKER_FEE + 5);
        receipts.makeDue();
        released();

        assertThat(gateway.named).isEmpty();
        assertThat(bank.paid(Deal.SELLER_IBAN)).isEqualTo(Deal.SELLER_NET + Deal.BROKER_FEE + 5);
        assertThat(bank.paid(Deal.BROKER_IBAN)).isEqualTo(FEE);
    }

    @Test
    void aTaxOfficeThatIsDownStopsNothingAndIsAskedAgain() {
        payments.offerCommission(deal, new VatPayer(false, "55000001"));
        gateway.taxOfficeDown = true;
        pays(FEE);

        receipts.makeDue();
        assertThat(receipt().number()).isNull();
        released();
        gateway.taxOfficeDown = false;
        receipts.makeDue();
        assertThat(receipt().number()).as("not before the pause is over").isNull();
        clock.passes(Duration.ofMinutes(1));
        receipts.makeDue();
        receipts.makeDue();

        assertThat(receipt().number()).isNotNull();
        assertThat(gateway.named).hasSize(1);
    }

    @Test
    void theLotteryNumberIsForgottenAfterAMonth() {
        payments.offerCommission(deal, new VatPayer(false, "55000001"));
        pays(FEE);
        receipts.makeDue();

        clock.passes(Duration.ofDays(31));
        receipts.forgetRead();

        assertThat(receipt().lottery()).isNull();
        assertThat(receipt().qrData()).isNull();
        assertThat(receipt().number()).isNotNull();
    }

    private VatReceiptView receipt() {
        return receipts.of(payments.collection(SELLER, deal, COMMISSION).get()).orElseThrow();
    }

    private void pays(long amount) {
        pays(payments.payByQr(deal, COMMISSION, SELLER).get().invoiceId(), amount);
    }

    /** And the gateway settles with the bank. */
    private void pays(String invoice, long amount) {
        var payment = gateway.pays(invoice, amount);
        payments.checkPayment(deal, COMMISSION);
        bank.receives(amount, "QPAY " + payment, null);
        statement.read();
    }

    private void released() {
        engine.start("releaseEscrow", deal, values(new HashMap<>(Map.of("amountMnt", Deal.PRICE, "registered", true, "handoverSigned", true))));
        engine.runJobs();
        payments.answerRelease(Deal.SUVD, deal, true, false).get();
        engine.runJobs();
        engine.assertThat(deal).isEnded();
    }
}
