package mn.eland.payment;

import static mn.eland.payment.Payments.Purpose.BALANCE;
import static mn.eland.payment.Payments.Purpose.DEPOSIT;
import static mn.eland.payment.Payments.Purpose.INTEREST;
import static mn.eland.workflow.EngineScenario.values;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import mn.eland.kernel.Money;
import mn.eland.payment.Payments.Beneficiary;
import mn.eland.payment.Payments.Payee;
import mn.eland.workflow.Values;
import org.junit.jupiter.api.Test;

@PaymentTest
class PayFeesScenarios extends EscrowScenario {

    private static final String NOTARY_IBAN = "MN590005999900001012";
    private static final String STATE_IBAN = "MN950090999900000091";
    private static final Money NOTARY = Money.of(100_000);
    private static final Money REGISTRATION = Money.of(20_000);

    @Test
    void theNotaryAndTheStateArePaidFromWhatTheBuyerPaidBesideThePrice() {
        funded(DEPOSIT, Deal.DEPOSIT);
        payments.agreeFees(deal, NOTARY, REGISTRATION);
        funded(BALANCE, Deal.BALANCE + 120_000);
        payments.payTo(deal, Payee.NOTARY, new Beneficiary(null, "Т. Анударь", NOTARY_IBAN));

        payFees();

        engine.assertThat(deal).hasPassedInOrder("setAsideFees", "payNotaryFee", "payRegistrationFee", "feesPaid").isEnded();
        assertThat(bank.paid(NOTARY_IBAN)).isEqualTo(100_000);
        assertThat(bank.paid(STATE_IBAN)).isEqualTo(20_000);
        assertThat((String) engine.variable(deal, "feeReceiptNo")).startsWith("J");
        assertThat(held()).isEqualTo(Deal.PRICE);
        assertThat(payments.postings(deal)).extracting(Payments.PostingView::creditAccount).contains("2230 / " + deal, "2240 / " + deal);
    }

    @Test
    void withoutFeesNothingIsPaidAndThereIsNoReceipt() {
        fundedByBuyer(Deal.PRICE);

        payFees();

        engine.assertThat(deal).hasPassed("feesPaid").isEnded();
        assertThat(engine.variable(deal, "feeReceiptNo")).isNull();
        assertThat(held()).isEqualTo(Deal.PRICE);
    }

    @Test
    void theStepWaitsForANotaryWithAnAccountAndNothingIsLost() {
        payments.agreeFees(deal, NOTARY, REGISTRATION);
        funded(BALANCE, Deal.BALANCE + 120_000);

        payFees();
        engine.assertThat(deal).isWaitingAt("payNotaryFee");
        payments.payTo(deal, Payee.NOTARY, new Beneficiary(null, "Т. Анударь", NOTARY_IBAN));
        engine.passes(java.time.Duration.ofHours(1));

        engine.assertThat(deal).isEnded();
        assertThat(bank.paid(NOTARY_IBAN)).isEqualTo(100_000);
    }

    @Test
    void nothingIsPaidOutOfAFrozenCaseUntilTheHeadLiftsTheFreezeAndThenOnce() {
        payments.agreeFees(deal, NOTARY, REGISTRATION);
        funded(BALANCE, Deal.BALANCE + 120_000);
        payments.payTo(deal, Payee.NOTARY, new Beneficiary(null, "Т. Анударь", NOTARY_IBAN));
        freezes.freeze(deal);

        payFees();
        engine.assertThatCalled(deal, "checkPayment").isWaitingAt("liftFreeze");
        assertThat(bank.paid(NOTARY_IBAN) + bank.paid(STATE_IBAN)).isZero();
        assertThat(payments.escrow(deal).held().plus(payments.escrow(deal).earned())).isEqualTo(Money.of(Deal.BALANCE + 120_000));
        assertThat(payments.liftFreeze(Deal.SUVD, deal, "Албаны шийдвэр 7").refusal().code()).isEqualTo("COMPLIANCE_HEAD_ONLY");
        payments.liftFreeze(Deal.HEAD, deal, "Албаны шийдвэр 7").get();
        engine.runJobs();

        engine.assertThat(deal).hasPassedInOrder("areFeesKeptBack", "checkFees", "feesPaid").isEnded();
        engine.assertThatCalled(deal, "checkPayment").hasPassedInOrder("paymentKeptBack", "liftFreeze", "paymentChecked").isEnded();
        assertThat(bank.paid(NOTARY_IBAN)).isEqualTo(100_000);
        assertThat(bank.paid(STATE_IBAN)).isEqualTo(20_000);
        assertThat((String) engine.variable(deal, "feeReceiptNo")).startsWith("J");
    }

    @Test
    void theTaxOfAFrozenCaseWaitsToo() {
        payments.agreeSettlement(deal, Deal.ofTheHandbook());
        fundedByBuyer(Deal.PRICE);
        freezes.freeze(deal);

        engine.start("paySaleTax", deal, values(Map.of("sellerId", Deal.SELLER.toString(), "taxMnt", Deal.TAX)));
        engine.runJobs();
        engine.assertThatCalled(deal, "checkPayment").isWaitingAt("liftFreeze");
        assertThat(payments.postings(deal)).extracting(Payments.PostingView::kind).contains("TAX_SET_ASIDE").doesNotContain("TAX_PAID");
        payments.liftFreeze(Deal.HEAD, deal, "Албаны шийдвэр 7").get();
        engine.runJobs();

        engine.assertThat(deal).hasPassedInOrder("isTaxKeptBack", "checkTax", "taxPaid").isEnded();
        assertThat(payments.postings(deal)).extracting(Payments.PostingView::kind).containsOnlyOnce("TAX_PAID");
        assertThat((String) engine.variable(deal, "taxReceiptNo")).startsWith("J");
        assertThat(held()).isEqualTo(Deal.PRICE - Deal.TAX);
    }

    @Test
    void feesGoBackToTheBuyerWhenNothingWasCertified() {
        payments.agreeFees(deal, NOTARY, REGISTRATION);
        funded(BALANCE, Deal.BALANCE + 120_000);

        engine.start("refundEscrow", deal, values(Map.of("buyerPct", 100L, "sellerPct", 0L)));
        engine.runJobs();

        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(Deal.BALANCE + 120_000);
    }

    @Test
    void aNotaryWhoWasNotPaidKeepsTheClaimWhenTheDealIsCalledOffAndIsPaidWhenTheAccountIsKnown() {
        payments.agreeFees(deal, NOTARY, REGISTRATION);
        funded(BALANCE, Deal.BALANCE + 120_000);
        payFees();
        assertThat(held()).isEqualTo(Deal.BALANCE);

        refund();

        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(Deal.BALANCE + 20_000);
        assertThat(payments.postings(deal)).extracting(Payments.PostingView::kind).contains("FEES_SET_ASIDE", "FEES_RELEASED");
        assertThat(payments.escrow(deal).earned()).isEqualTo(NOTARY);
        fees.payClaims();
        assertThat(fees.claimsWaiting()).isPositive();
        payments.payTo(deal, Payee.NOTARY, new Beneficiary(null, "Т. Анударь", NOTARY_IBAN));
        fees.payClaims();
        fees.payClaims();
        assertThat(bank.paid(NOTARY_IBAN)).isEqualTo(100_000);
        assertThat(payments.escrow(deal).held().plus(payments.escrow(deal).earned())).isEqualTo(Money.ZERO);
    }

    @Test
    void aNotaryIsPaidForADealThatFellApartBeforeTheFeesWereSetAside() {
        payments.agreeFees(deal, NOTARY, REGISTRATION);
        funded(BALANCE, Deal.BALANCE + 120_000);
        payments.payTo(deal, Payee.NOTARY, new Beneficiary(null, "Т. Анударь", NOTARY_IBAN));
        assertThat(payments.owedToNotary(deal)).isEqualTo(NOTARY);
        payments.notaryActed(deal);
        payments.notaryActed(deal);
        assertThat(payments.owedToNotary(deal)).isEqualTo(Money.ZERO);

        refund();
        fees.payClaims();

        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(Deal.BALANCE + 20_000);
        assertThat(bank.paid(NOTARY_IBAN)).isEqualTo(100_000);
        assertThat(payments.postings(deal)).extracting(Payments.PostingView::kind).containsOnlyOnce("NOTARY_EARNED").doesNotContain("FEES_SET_ASIDE");
    }

    @Test
    void theVatWithinThePriceOfANewHomeGoesToTheStateWithTheTaxAndComesBackWithIt() {
        payments.agreeSettlement(deal, Deal.ofADeveloper());
        fundedByBuyer(Deal.PRICE);

        engine.start("paySaleTax", deal, values(Map.of("sellerId", Deal.SELLER.toString(), "taxMnt", Deal.TAX)));
        engine.runJobs();

        engine.assertThat(deal).hasPassedInOrder("setAsideTax", "payTax", "payVat", "taxPaid").isEnded();
        assertThat(payments.postings(deal)).filteredOn(one -> one.kind().equals("VAT_PAID")).singleElement()
                .satisfies(one -> assertThat(one.amount()).isEqualTo(Money.of(Deal.SALE_VAT)));
        assertThat(payments.postings(deal)).extracting(Payments.PostingView::creditAccount).contains("2220 / " + deal);
        assertThat(held()).isEqualTo(Deal.PRICE - Deal.TAX - Deal.SALE_VAT);
        refund();
        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(Deal.PRICE - Deal.TAX - Deal.SALE_VAT);
        assertThat(held()).isEqualTo(Deal.TAX + Deal.SALE_VAT);
    }

    @Test
    void vatThatWasSetAsideAndNotPaidGoesBackWithTheTax() {
        payments.agreeSettlement(deal, Deal.ofADeveloper());
        fundedByBuyer(Deal.PRICE);
        context.getBean(mn.eland.payment.release.SaleTax.class).setAside(deal, Money.of(Deal.TAX));

        refund();

        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(Deal.PRICE);
    }

    @Test
    void aDeveloperGetsThePriceWithoutTaxAndVat() {
        payments.agreeSettlement(deal, Deal.ofADeveloper());
        fundedByBuyer(Deal.PRICE);
        var tax = context.getBean(mn.eland.payment.release.SaleTax.class);
        tax.setAside(deal, Money.of(Deal.TAX));
        tax.pay(deal);
        tax.payVat(deal);
        payments.earn(deal);

        engine.start("releaseEscrow", deal, values(Map.of("amountMnt", Deal.PRICE, "registered", true, "handoverSigned", true)));
        engine.runJobs();
        payments.answerRelease(Deal.SUVD, deal, true, false).get();
        engine.runJobs();

        engine.assertThat(deal).isEnded();
        assertThat(bank.paid(Deal.SELLER_IBAN)).isEqualTo(Deal.SELLER_NET - Deal.SALE_VAT);
        assertThat(payments.escrow(deal).held().plus(payments.escrow(deal).earned())).isEqualTo(Money.ZERO);
    }

    @Test
    void whatTheNotaryAndTheStateHaveStaysWithThem() {
        payments.agreeFees(deal, NOTARY, REGISTRATION);
        funded(BALANCE, Deal.BALANCE + 120_000);
        payments.payTo(deal, Payee.NOTARY, new Beneficiary(null, "Т. Анударь", NOTARY_IBAN));
        payFees();

        refund();

        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(Deal.BALANCE);
        assertThat(bank.paid(NOTARY_IBAN) + bank.paid(STATE_IBAN)).isEqualTo(120_000);
    }

    private void refund() {
        engine.start("refundEscrow", deal, values(Map.of("buyerPct", 100L, "sellerPct", 0L)));
        engine.runJobs();
    }

    @Test
    void lateInterestGoesToTheSellerWithThePrice() {
        payments.agreeSettlement(deal, Deal.ofTheHandbook());
        fundedByBuyer(Deal.PRICE);
        funded(INTEREST, 1_282_500);
        var tax = context.getBean(mn.eland.payment.release.SaleTax.class);
        tax.setAside(deal, Money.of(Deal.TAX));
        tax.pay(deal);
        payments.earn(deal);

        engine.start("releaseEscrow", deal, values(Map.of("amountMnt", Deal.PRICE, "registered", true, "handoverSigned", true)));
        engine.runJobs();
        payments.answerRelease(Deal.SUVD, deal, true, false).get();
        engine.runJobs();

        engine.assertThat(deal).isEnded();
        assertThat(bank.paid(Deal.SELLER_IBAN)).isEqualTo(Deal.SELLER_NET + 1_282_500);
    }

    @org.springframework.beans.factory.annotation.Autowired
    org.springframework.context.ApplicationContext context;

    @org.springframework.beans.factory.annotation.Autowired
    mn.eland.payment.release.Fees fees;

    private void payFees() {
        engine.start("payFees", deal, Values.none());
        engine.runJobs();
    }
}
