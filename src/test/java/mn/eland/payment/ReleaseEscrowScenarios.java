package mn.eland.payment;

import static mn.eland.workflow.EngineScenario.values;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Money;
import mn.eland.kernel.Role;
import org.junit.jupiter.api.Test;

@PaymentTest
class ReleaseEscrowScenarios extends EscrowScenario {

    @Test
    void theMoneyExampleOfTheHandbookGoesThroughTheBooks() {
        payments.agreeSettlement(deal, Deal.ofTheHandbook());
        fundedByBuyer(Deal.PRICE);
        payTax(Deal.TAX);
        payments.earn(deal);
        payments.earn(deal);

        release(Map.of());
        payments.answerRelease(Deal.SUVD, deal, true, false).get();
        engine.runJobs();

        engine.assertThat(deal).isEnded();
        assertThat(bank.paid(Deal.SELLER_IBAN)).isEqualTo(Deal.SELLER_NET);
        assertThat(bank.paid(Deal.BROKER_IBAN)).isEqualTo(Deal.BROKER_FEE + Deal.BROKER_VAT);
        assertThat(bank.paid("MN250090999900000090")).isEqualTo(Deal.TAX);
        var escrow = payments.escrow(deal);
        assertThat(escrow.held().tugrug()).isZero();
        assertThat(escrow.earned().tugrug()).isZero();
        assertThat(escrow.released().tugrug()).isEqualTo(Deal.PRICE);
        assertThat(payments.postings(deal)).extracting(Payments.PostingView::kind).containsExactly("MONEY_RECEIVED",
                "MONEY_RECEIVED", "TAX_ADVANCED", "TAX_SET_ASIDE", "TAX_PAID", "PRICE_EARNED", "SELLER_PAID",
                "BROKER_FEE_DUE", "BROKER_FEE_DUE", "BROKER_PAID");
    }

    @Test
    void nothingIsPaidToSomebodyWhomNobodyKnowsAnyMore() {
        payments.agreeSettlement(deal, Deal.ofTheHandbook());
        fundedByBuyer(Deal.PRICE);
        payTax(Deal.TAX);
        payments.earn(deal);
        release(Map.of());
        freezes.forget(Deal.SELLER);

        var refused = payments.answerRelease(Deal.SUVD, deal, true, false).refusal();
        freezes.knowAgain(Deal.SELLER);
        payments.answerRelease(Deal.SUVD, deal, true, false).get();
        engine.runJobs();

        assertThat(refused.code()).isEqualTo("RECEIVER_NOT_VERIFIED");
        assertThat(refused.arguments()).containsEntry("name", "Ганболдын Тэмүүлэн");
        engine.assertThat(deal).isEnded();
        assertThat(bank.paid(Deal.SELLER_IBAN)).isEqualTo(Deal.SELLER_NET);
    }

    @Test
    void aLargeReleaseNeedsTwoPeopleAndTheLoanIsPaidFirst() {
        payments.agreeSettlement(deal, Deal.large());
        fundedByBuyer(600_000_000);
        payTax(12_000_000);
        payments.earn(deal);

        release(Map.of());
        payments.answerRelease(Deal.SUVD, deal, true, false).get();
        engine.runJobs();
        assertThat(bank.paid(Deal.LENDER_IBAN)).isEqualTo(200_000_000);
        assertThat(bank.paid(Deal.SELLER_IBAN)).isZero();

        payments.answerRelease(Deal.SUVD, deal, true, false).get();
        assertThat(payments.answerRelease(Deal.SUVD, deal, true, true).refusal().code()).isEqualTo("SAME_APPROVER");
        assertThat(bank.paid(Deal.SELLER_IBAN)).isZero();
        payments.answerRelease(Deal.SECOND_OFFICER, deal, true, true).get();
        engine.runJobs();

        engine.assertThat(deal).hasPassedInOrder("payMortgage", "decideRelease", "approveRelease", "approveReleaseAgain",
                "paySeller", "sweepPlatformFee", "escrowReleased").isEnded();
        assertThat(bank.paid(Deal.SELLER_IBAN)).isEqualTo(384_700_000);
        assertThat(bank.paid("MN500005999900000010")).isEqualTo(3_300_000);
    }

    @Test
    void nobodyApprovesADealOfTheirOwnAndOnlyOfficersApprove() {
        payments.agreeSettlement(deal, Deal.ofTheHandbook());
        fundedByBuyer(Deal.PRICE);
        payTax(Deal.TAX);
        payments.earn(deal);
        release(Map.of());

        var seller = new Actor(Deal.SELLER, "Тэмүүлэн", java.util.Set.of(Role.ESCROW_OFFICER));
        var agent = new Actor(Deal.BROKER, "Мөнхзул", java.util.Set.of(Role.AGENT));

        assertThat(payments.answerRelease(seller, deal, true, false).refusal().code()).isEqualTo("OWN_DEAL");
        assertThat(payments.answerRelease(agent, deal, true, false).refusal().code()).isEqualTo("ESCROW_OFFICERS_ONLY");
        assertThat(payments.answerRelease(Deal.SUVD, deal, true, true).refusal().code()).isEqualTo("TASK_GONE");
    }

    @Test
    void moneyIsHeldWhileTheTaxIsNotPaid() {
        payments.agreeSettlement(deal, Deal.ofTheHandbook());
        fundedByBuyer(Deal.PRICE);
        payments.earn(deal);

        release(Map.of());
        assertThat(payments.release(deal).orElseThrow().action()).isEqualTo("HOLD");
        engine.assertThat(deal).isWaitingAt("resolveHold");
        payments.resolveHold(Deal.SUVD, deal, true, true).get();
        engine.assertThat(deal).isWaitingAt("resolveHold");
        payTax(Deal.TAX);
        payments.resolveHold(Deal.SUVD, deal, true, true).get();

        engine.assertThat(deal).isWaitingAt("approveRelease");
    }

    @Test
    void aTenthIsKeptUntilTheKeysAreHandedOver() {
        payments.agreeSettlement(deal, Deal.ofTheHandbook());
        fundedByBuyer(Deal.PRICE);
        payTax(Deal.TAX);
        payments.earn(deal);

        release(Map.of("handoverSigned", false));
        payments.answerRelease(Deal.SUVD, deal, true, false).get();
        engine.runJobs();
        assertThat(bank.paid(Deal.SELLER_IBAN)).isEqualTo(Deal.SELLER_NET - 28_500_000);
        engine.assertThat(deal).isWaitingAt("resolveHold");
        payments.resolveHold(Deal.SUVD, deal, true, true).get();
        payments.answerRelease(Deal.SUVD, deal, true, false).get();
        engine.runJobs();

        engine.assertThat(deal).isEnded();
        assertThat(bank.paid(Deal.SELLER_IBAN)).isEqualTo(Deal.SELLER_NET);
    }

    @Test
    void whatThePartiesHaveAgreedToRetainIsPaidWhenTheCaseAsksAgain() {
        payments.agreeSettlement(deal, Deal.ofTheHandbook());
        fundedByBuyer(Deal.PRICE);
        payTax(Deal.TAX);
        payments.earn(deal);

        release(Map.of("handoverSigned", false, "retentionAgreed", true));
        payments.answerRelease(Deal.SUVD, deal, true, false).get();
        engine.runJobs();
        engine.assertThat(deal).isEnded();
        assertThat(bank.paid(Deal.SELLER_IBAN)).isEqualTo(Deal.SELLER_NET - 28_500_000);

        release(Map.of("retentionAgreed", false));
        payments.answerRelease(Deal.SUVD, deal, true, false).get();
        engine.runJobs();

        assertThat(bank.paid(Deal.SELLER_IBAN)).isEqualTo(Deal.SELLER_NET);
        assertThat(payments.escrow(deal).earned()).isEqualTo(Money.ZERO);
    }

    @Test
    void aBlockedDealIsFrozenUntilTheHeadOfComplianceLetsItGo() {
        payments.agreeSettlement(deal, Deal.ofTheHandbook());
        fundedByBuyer(Deal.PRICE);
        payTax(Deal.TAX);
        payments.earn(deal);

        release(Map.of("riskOutcome", "block"));
        assertThat(payments.escrow(deal).frozen()).isEqualTo(Money.of(Deal.PRICE - Deal.TAX));
        assertThat(payments.escrow(deal).earned()).isEqualTo(Money.ZERO);
        assertThat(payments.liftFreeze(Deal.SUVD, deal, "Албаны шийдвэр 7").refusal().code()).isEqualTo("COMPLIANCE_HEAD_ONLY");
        payments.liftFreeze(Deal.HEAD, deal, "Албаны шийдвэр 7").get();

        engine.assertThat(deal).isWaitingAt("approveRelease");
        assertThat(payments.escrow(deal).frozen()).isEqualTo(Money.ZERO);
    }

    @Test
    void nothingLeavesAFrozenCaseUntilTheFreezeIsLiftedAndThenOnce() {
        payments.agreeSettlement(deal, Deal.ofTheHandbook());
        fundedByBuyer(Deal.PRICE);
        payTax(Deal.TAX);
        payments.earn(deal);

        freezes.freeze(deal);
        release(Map.of());
        assertThat(workflow.isOpen(deal, "liftFreeze")).isTrue();
        assertThat(payments.escrow(deal).frozen()).isEqualTo(Money.of(Deal.PRICE - Deal.TAX));
        payments.liftFreeze(Deal.HEAD, deal, "Албаны шийдвэр 7").get();
        freezes.freeze(deal);
        payments.answerRelease(Deal.SUVD, deal, true, false).get();
        engine.runJobs();
        assertThat(bank.paid(Deal.SELLER_IBAN) + bank.paid(Deal.BROKER_IBAN)).isZero();
        payments.liftFreeze(Deal.HEAD, deal, "Албаны шийдвэр 8").get();
        payments.answerRelease(Deal.SUVD, deal, true, false).get();
        engine.runJobs();

        engine.assertThat(deal).hasPassed("checkRelease", "escrowReleased").hasNotPassed("resolveHold").isEnded();
        assertThat(bank.paid(Deal.SELLER_IBAN)).isEqualTo(Deal.SELLER_NET);
        assertThat(bank.paid(Deal.BROKER_IBAN)).isEqualTo(Deal.BROKER_FEE + Deal.BROKER_VAT);
    }

    @Test
    void aRefusedReleaseWaitsForTheOfficer() {
        payments.agreeSettlement(deal, Deal.ofTheHandbook());
        fundedByBuyer(Deal.PRICE);
        payTax(Deal.TAX);
        payments.earn(deal);
        release(Map.of());

        payments.answerRelease(Deal.SUVD, deal, false, false).get();
        engine.runJobs();

        engine.assertThat(deal).isWaitingAt("resolveHold");
        assertThat(bank.paid(Deal.SELLER_IBAN)).isZero();
    }

    @Test
    void whatTheSecondPersonRefusesWaitsForTheOfficerToo() {
        payments.agreeSettlement(deal, Deal.large());
        fundedByBuyer(600_000_000);
        payTax(12_000_000);
        payments.earn(deal);
        release(Map.of());
        payments.answerRelease(Deal.SUVD, deal, true, false).get();
        engine.runJobs();

        payments.answerRelease(Deal.SUVD, deal, true, false).get();
        payments.answerRelease(Deal.SECOND_OFFICER, deal, false, true).get();
        engine.runJobs();

        engine.assertThat(deal).hasPassed("approveReleaseAgain").isWaitingAt("resolveHold");
        assertThat(bank.paid(Deal.SELLER_IBAN)).isZero();
    }

    @Test
    void aSettlementThatDoesNotAddUpIsRefused() {
        var lopsided = new Payments.Settlement(Money.of(100), Deal.SELLER, null, Money.of(2), Money.ZERO, Money.ZERO,
                Money.ZERO, Money.ZERO, Money.ZERO, Money.of(97));

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> payments.agreeSettlement(deal, lopsided))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void payTax(long amount) {
        var tax = context.getBean(mn.eland.payment.release.SaleTax.class);
        tax.setAside(deal, Money.of(amount));
        tax.pay(deal);
    }

    @org.springframework.beans.factory.annotation.Autowired
    org.springframework.context.ApplicationContext context;

    private void release(Map<String, Object> differently) {
        var facts = new HashMap<String, Object>(Map.of("amountMnt", Deal.PRICE, "registered", true, "handoverSigned", true,
                "riskOutcome", "pass", "taxPaid", true));
        facts.putAll(differently);
        engine.start("releaseEscrow", deal, values(facts));
        engine.runJobs();
    }
}
