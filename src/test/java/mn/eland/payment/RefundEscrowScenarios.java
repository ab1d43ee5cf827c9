package mn.eland.payment;

import static mn.eland.payment.Payments.Purpose.DEPOSIT;
import static mn.eland.workflow.EngineScenario.values;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import mn.eland.kernel.Money;
import mn.eland.payment.release.SaleTax;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PaymentTest
class RefundEscrowScenarios extends EscrowScenario {

    @Autowired SaleTax tax;

    @Test
    void theBuyerGetsEverythingBackWhenTheSellerIsAtFault() {
        fundedByBuyer(Deal.PRICE);

        refund(100L, 0L);

        engine.assertThat(deal).hasPassed("refundBuyer", "escrowRefunded").hasNotPassed("paySellerShare").isEnded();
        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(Deal.PRICE);
        assertThat(payments.escrow(deal).refunded()).isEqualTo(Money.of(Deal.PRICE));
    }

    @Test
    void theSellerKeepsTheDepositAndOnlyTheDepositWhenTheBuyerIsAtFault() {
        fundedByBuyer(Deal.PRICE);

        refund(0L, 100L);

        engine.assertThat(deal).hasPassedInOrder("divideEscrow", "paySellerShare", "refundBuyer", "escrowRefunded").isEnded();
        assertThat(bank.paid(Deal.SELLER_IBAN)).isEqualTo(Deal.DEPOSIT);
        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(Deal.BALANCE);
    }

    @Test
    void aDividedDepositGoesToBoth() {
        funded(DEPOSIT, 28_500_001);

        refund(50L, 50L);

        assertThat(bank.paid(Deal.SELLER_IBAN)).isEqualTo(14_250_001);
        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(14_250_000);
    }

    @Test
    void moneyIsFrozenWhileNobodyKnowsTheShares() {
        funded(DEPOSIT, Deal.DEPOSIT);

        refund(null, null);

        engine.assertThat(deal).isWaitingAt("liftFreeze");
        assertThat(payments.escrow(deal).frozen()).isEqualTo(Money.of(Deal.DEPOSIT));
        assertThat(bank.paid(Deal.BUYER_IBAN)).isZero();
    }

    @Test
    void frozenMoneyIsDividedByAnOfficerAfterTheHeadOfComplianceLetItGo() {
        fundedByBuyer(Deal.PRICE);
        refund(null, null);

        assertThat(payments.liftFreeze(Deal.SUVD, deal, "Албаны шийдвэр 7").refusal().code()).isEqualTo("COMPLIANCE_HEAD_ONLY");
        payments.liftFreeze(Deal.HEAD, deal, "Албаны шийдвэр 7").get();
        engine.assertThat(deal).isWaitingAt("decideShares");
        assertThat(payments.escrow(deal).frozen()).isEqualTo(Money.of(Deal.PRICE));
        assertThat(payments.decideShares(Deal.HEAD, deal, 40, "Талуудын тохиролцоо").refusal().code()).isEqualTo("ESCROW_OFFICERS_ONLY");
        payments.decideShares(Deal.SUVD, deal, 40, "Талуудын тохиролцоо 2026-12-01").get();
        engine.runJobs();

        engine.assertThat(deal).hasPassed("unfreezeEscrow", "paySellerShare", "refundBuyer", "escrowRefunded").hasNotPassed("confirmShares").isEnded();
        assertThat(bank.paid(Deal.SELLER_IBAN)).isEqualTo(Deal.DEPOSIT / 10 * 4);
        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(Deal.PRICE - Deal.DEPOSIT / 10 * 4);
        assertThat(payments.escrow(deal).frozen()).isEqualTo(Money.ZERO);
    }

    @Test
    void aFreezeKeepsDecidedSharesBackAndLeavesThemAsTheyWere() {
        fundedByBuyer(Deal.PRICE);
        freezes.freeze(deal);

        refund(0L, 100L);
        assertThat(workflow.isOpen(deal, "liftFreeze")).isTrue();
        assertThat(payments.escrow(deal).frozen()).isEqualTo(Money.of(Deal.PRICE));
        payments.liftFreeze(Deal.HEAD, deal, "Албаны шийдвэр 7").get();
        freezes.freeze(deal);
        engine.runJobs();
        assertThat(bank.paid(Deal.SELLER_IBAN) + bank.paid(Deal.BUYER_IBAN)).isZero();
        payments.liftFreeze(Deal.HEAD, deal, "Албаны шийдвэр 8").get();
        engine.runJobs();

        engine.assertThat(deal).hasPassed("checkRefund", "escrowRefunded").hasNotPassed("decideShares").isEnded();
        assertThat(bank.paid(Deal.SELLER_IBAN)).isEqualTo(Deal.DEPOSIT);
        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(Deal.BALANCE);
    }

    @Test
    void aLargeSumIsDividedByTwoPeople() {
        fundedByBuyer(600_000_000);
        refund(null, null);
        payments.liftFreeze(Deal.HEAD, deal, "Албаны шийдвэр 7").get();

        payments.decideShares(Deal.SUVD, deal, 100, "Шүүхийн шийдвэр 123").get();
        assertThat(payments.confirmShares(Deal.SUVD, deal, true).refusal().code()).isEqualTo("SAME_APPROVER");
        payments.confirmShares(Deal.SECOND_OFFICER, deal, false).get();
        engine.assertThat(deal).isWaitingAt("decideShares");
        payments.decideShares(Deal.SUVD, deal, 0, "Шүүхийн шийдвэр 124").get();
        payments.confirmShares(Deal.SECOND_OFFICER, deal, true).get();
        engine.runJobs();

        engine.assertThat(deal).hasPassed("confirmShares", "escrowRefunded").hasNotPassed("paySellerShare").isEnded();
        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(600_000_000);
    }

    @Test
    void aDealWithoutMoneyHasNothingToFreeze() {
        refund(null, null);

        engine.assertThat(deal).hasPassed("escrowRefunded").hasNotPassed("liftFreeze").isEnded();
    }

    @Test
    void nothingHappensWhenNothingWasPaid() {
        collections.open(deal, DEPOSIT, Deal.BUYER, Money.of(Deal.DEPOSIT), clock.instant().plusSeconds(600));

        refund(100L, 0L);

        engine.assertThat(deal).hasPassed("escrowRefunded").hasNotPassed("refundBuyer", "paySellerShare").isEnded();
        assertThat(payments.collections(deal)).singleElement().satisfies(view -> assertThat(view.state()).isEqualTo("LAPSED"));
    }

    @Test
    void anInvoiceOfACalledOffDealIsTakenBackAndWhatWasPaidJustBeforeComesBackToo() {
        collections.open(deal, DEPOSIT, Deal.BUYER, Money.of(Deal.DEPOSIT), clock.instant().plusSeconds(600));
        var paid = qr(DEPOSIT);
        gateway.pays(paid, Deal.DEPOSIT);

        refund(100L, 0L);

        engine.assertThat(deal).hasPassedInOrder("withdrawInvoice", "askGatewayOnceMore", "divideEscrow", "refundBuyer").isEnded();
        assertThat(gateway.cancelled).contains(paid);
        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(Deal.DEPOSIT);
    }

    @Test
    void taxSetAsideButNotPaidGoesBackToTheBuyer() {
        fundedByBuyer(Deal.PRICE);
        tax.setAside(deal, Money.of(Deal.TAX));

        refund(100L, 0L);

        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(Deal.PRICE);
    }

    @Test
    void taxAlreadyPaidIsReclaimedAndPassedOnWhenItComesBack() {
        fundedByBuyer(Deal.PRICE);
        tax.setAside(deal, Money.of(Deal.TAX));
        tax.pay(deal);

        refund(100L, 0L);
        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(Deal.PRICE - Deal.TAX);
        assertThat(held()).isEqualTo(Deal.TAX);
        bank.receives(Deal.TAX, "tatvar butsaalt " + deal + "-T", "MN250090999900000090");
        statement.read();
        refunding.passOnReturnedTax();
        refunding.passOnReturnedTax();

        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(Deal.PRICE);
        assertThat(held()).isZero();
    }

    private void refund(Long buyerPct, Long sellerPct) {
        var facts = new HashMap<String, Object>(Map.of("buyerId", Deal.BUYER.toString(), "sellerId", Deal.SELLER.toString()));
        if (buyerPct != null) {
            facts.put("buyerPct", buyerPct);
            facts.put("sellerPct", sellerPct);
        }
        engine.start("refundEscrow", deal, values(facts));
        engine.runJobs();
    }
}
