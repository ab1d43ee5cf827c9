package mn.eland.payment;

import static mn.eland.payment.Payments.Purpose.DEPOSIT;
import static mn.eland.workflow.EngineScenario.values;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import mn.eland.kernel.Money;
import mn.eland.payment.dispute.DisputedMoney;
import mn.eland.payment.release.SaleTax;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of disputed money, whatever becomes of the deal meanwhile. */
@PaymentTest
class PayDisputedScenarios extends EscrowScenario {

    private static final long DISPUTED = 10_000_000;

    @Autowired DisputedMoney disputed;
    @Autowired SaleTax tax;

    @Test
    void theRestIsReleasedAndTheDisputedSumWaitsForItsAward() {
        registered(Deal.ofTheHandbook(), Deal.PRICE, Deal.TAX, DISPUTED);

        release();
        assertThat(payments.release(deal).orElseThrow().toSeller()).isEqualTo(Money.of(Deal.SELLER_NET - DISPUTED));
        approve();

        engine.assertThat(deal).hasPassedInOrder("setDisputedAside", "decideRelease", "approveRelease", "escrowReleased").isEnded();
        assertThat(bank.paid(Deal.SELLER_IBAN)).isEqualTo(Deal.SELLER_NET - DISPUTED);
        assertThat(bank.paid(Deal.BROKER_IBAN)).isEqualTo(Deal.BROKER_FEE + Deal.BROKER_VAT);
        assertThat(payments.escrow(deal).frozen()).isEqualTo(Money.of(DISPUTED));
        divided(4_000_000L, true);

        assertThat(bank.paid(Deal.SELLER_IBAN)).isEqualTo(Deal.SELLER_NET - 4_000_000);
        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(4_000_000);
        nothingIsLeft();
    }

    @Test
    void whatIsSettledBeforeRegistrationLeavesTheRestInTheDeal() {
        payments.agreeSettlement(deal, Deal.ofTheHandbook());
        fundedByBuyer(Deal.PRICE);
        disputed.freeze(deal, Money.of(DISPUTED)).get();

        divided(4_000_000L, false);
        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(4_000_000);
        assertThat(disputed.frozen(deal)).isEqualTo(Money.ZERO);
        payTax(Deal.TAX);
        payments.earn(deal);
        release();
        approve();

        assertThat(bank.paid(Deal.SELLER_IBAN)).isEqualTo(Deal.SELLER_NET - 4_000_000);
        nothingIsLeft();
    }

    @Test
    void aWithdrawnClaimGivesTheSumBackToTheDeal() {
        payments.agreeSettlement(deal, Deal.ofTheHandbook());
        fundedByBuyer(Deal.PRICE);
        disputed.freeze(deal, Money.of(DISPUTED)).get();

        divided(null, false);
        assertThat(held()).isEqualTo(Deal.PRICE);
        disputed.freeze(deal, Money.of(DISPUTED)).get();
        payTax(Deal.TAX);
        payments.earn(deal);
        divided(null, false);

        assertThat(bank.paid(Deal.SELLER_IBAN)).isEqualTo(DISPUTED);
        release();
        approve();
        assertThat(bank.paid(Deal.SELLER_IBAN)).isEqualTo(Deal.SELLER_NET);
        assertThat(bank.paid(Deal.BUYER_IBAN)).isZero();
        nothingIsLeft();
    }

    @Test
    void aDealThatIsCalledOffLeavesTheDisputedPartOfTheDepositForItself() {
        fundedByBuyer(Deal.PRICE);
        disputed.freeze(deal, Money.of(DISPUTED)).get();

        refund(0, 100);
        assertThat(bank.paid(Deal.SELLER_IBAN)).isEqualTo(Deal.DEPOSIT - DISPUTED);
        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(Deal.BALANCE);
        assertThat(disputed.frozen(deal)).isEqualTo(Money.of(DISPUTED));
        divided(7_000_000L, true);

        assertThat(bank.paid(Deal.SELLER_IBAN)).isEqualTo(Deal.DEPOSIT - 7_000_000);
        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(Deal.BALANCE + 7_000_000);
        nothingIsLeft();
    }

    @Test
    void aClaimThatIsWithdrawnAfterTheCallOffIsDividedLikeTheDeposit() {
        payments.agreeSettlement(deal, Deal.ofTheHandbook());
        fundedByBuyer(Deal.PRICE);
        disputed.freeze(deal, Money.of(2 * Deal.DEPOSIT)).get();

        refund(40, 60);
        assertThat(bank.paid(Deal.SELLER_IBAN)).isZero();
        divided(null, true);

        assertThat(bank.paid(Deal.SELLER_IBAN)).isEqualTo(Deal.DEPOSIT / 100 * 60);
        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(Deal.PRICE - Deal.DEPOSIT / 100 * 60);
        nothingIsLeft();
    }

    @Test
    void whatAnEarlierDisputeHasTakenOfTheDepositIsNotDividedAgain() {
        payments.agreeSettlement(deal, Deal.ofTheHandbook());
        fundedByBuyer(Deal.PRICE);
        disputed.freeze(deal, Money.of(DISPUTED)).get();
        divided(4_000_000L, false);
        assertThat(disputed.taken(deal)).isEqualTo(Money.of(4_000_000));
        disputed.freeze(deal, Money.of(2 * Deal.DEPOSIT)).get();

        refund(0, 100);
        assertThat(bank.paid(Deal.SELLER_IBAN)).as("all that is left of the deposit is disputed").isZero();
        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(Deal.PRICE - 2 * Deal.DEPOSIT);
        divided(null, true);

        assertThat(bank.paid(Deal.SELLER_IBAN)).isEqualTo(Deal.DEPOSIT - 4_000_000);
        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(Deal.PRICE - Deal.DEPOSIT + 4_000_000);
        assertThat(payments.trialBalance().isHealthy()).isTrue();
        nothingIsLeft();
    }

    @Test
    void anAwardIsPaidOutOfAFrozenCaseOnlyWhenTheFreezeIsLifted() {
        registered(Deal.ofTheHandbook(), Deal.PRICE, Deal.TAX, DISPUTED);
        freezes.freeze(deal);

        engine.start("payDisputed", deal, values(Map.of("dealOver", true, "toBuyerMnt", 4_000_000L)));
        engine.runJobs();
        engine.assertThatCalled(deal, "checkPayment").isWaitingAt("liftFreeze");
        assertThat(bank.paid(Deal.BUYER_IBAN) + bank.paid(Deal.SELLER_IBAN)).isZero();
        assertThat(disputed.frozen(deal)).isEqualTo(Money.of(DISPUTED));
        payments.liftFreeze(Deal.HEAD, deal, "Албаны шийдвэр 7").get();
        engine.runJobs();

        engine.assertThat(deal).hasPassedInOrder("isPartKeptBack", "checkParts", "disputedPaid").isEnded();
        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(4_000_000);
        assertThat(bank.paid(Deal.SELLER_IBAN)).isEqualTo(6_000_000);
        assertThat(disputed.frozen(deal)).isEqualTo(Money.ZERO);
    }

    @Test
    void noMoreIsDisputedThanIsThePartiesOwn() {
        assertThat(disputed.freeze(deal, Money.of(1)).refusal().code()).isEqualTo("DISPUTE_SUM");
        funded(DEPOSIT, Deal.DEPOSIT);
        assertThat(disputed.most(deal)).isEqualTo(Money.of(Deal.DEPOSIT));
        assertThat(disputed.freeze(deal, Money.of(Deal.DEPOSIT + 1)).refusal().arguments()).containsEntry("most", Money.of(Deal.DEPOSIT).toString());
        assertThat(disputed.freeze(deal, Money.ZERO).refusal().field()).isEqualTo("sum");

        funded(Payments.Purpose.BALANCE, Deal.BALANCE);
        payments.agreeSettlement(deal, Deal.ofTheHandbook());

        assertThat(disputed.most(deal)).isEqualTo(Money.of(Deal.SELLER_NET));
    }

    @Test
    void theLoanOfTheSellerIsPaidBeforeAnythingIsDisputed() {
        fundedByBuyer(600_000_000);
        disputed.freeze(deal, Money.of(50_000_000)).get();
        payments.agreeSettlement(deal, new Payments.Settlement(Money.of(600_000_000), Deal.SELLER, null, Money.of(12_000_000),
                Money.of(560_000_000), Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.of(28_000_000)));
        payTax(12_000_000);
        payments.earn(deal);

        release();
        approve();
        assertThat(bank.paid(Deal.LENDER_IBAN)).isEqualTo(560_000_000);
        assertThat(disputed.frozen(deal)).isEqualTo(Money.of(28_000_000));
        approveAgain();
        divided(50_000_000L, true);

        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(28_000_000);
        assertThat(bank.paid(Deal.SELLER_IBAN)).isZero();
        nothingIsLeft();
    }

    @Test
    void theBankGetsNoMoreThanDisputesHaveLeft() {
        fundedByBuyer(600_000_000);
        disputed.freeze(deal, Money.of(50_000_000)).get();
        payments.agreeSettlement(deal, mortgaged(540_000_000, 48_000_000));
        payTax(12_000_000);
        payments.earn(deal);
        assertThat(disputed.mostForPayoff(deal)).as("what is disputed would go back").isEqualTo(Money.of(588_000_000));

        payments.agreeSettlement(deal, mortgaged(560_000_000, 28_000_000));
        divided(50_000_000L, false);

        assertThat(bank.paid(Deal.BUYER_IBAN)).as("22 million of the sum are the bank's").isEqualTo(28_000_000);
        assertThat(disputed.mostForPayoff(deal)).isEqualTo(Money.of(560_000_000));
        release();
        approve();
        assertThat(bank.paid(Deal.LENDER_IBAN)).isEqualTo(560_000_000);
        nothingIsLeft();
    }

    private static Payments.Settlement mortgaged(long payoff, long net) {
        return new Payments.Settlement(Money.of(600_000_000), Deal.SELLER, null, Money.of(12_000_000), Money.ZERO, Money.of(payoff), Money.ZERO,
                Money.ZERO, Money.ZERO, Money.ZERO, Money.of(net));
    }

    @Test
    void aPriceThatIsDisputedWholeIsEarnedAllTheSame() {
        payments.agreeSettlement(deal, new Payments.Settlement(Money.of(Deal.PRICE), Deal.SELLER, null, Money.ZERO, Money.ZERO, Money.ZERO,
                Money.ZERO, Money.ZERO, Money.ZERO, Money.of(Deal.PRICE)));
        fundedByBuyer(Deal.PRICE);
        disputed.freeze(deal, Money.of(Deal.PRICE)).get();

        payments.earn(deal);
        payments.earn(deal);
        divided(4_000_000L, false);

        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(4_000_000);
        assertThat(bank.paid(Deal.SELLER_IBAN)).isEqualTo(Deal.PRICE - 4_000_000);
        assertThat(disputed.frozen(deal)).isEqualTo(Money.ZERO);
    }

    private void registered(Payments.Settlement agreed, long price, long taxMnt, long sum) {
        payments.agreeSettlement(deal, agreed);
        fundedByBuyer(price);
        disputed.freeze(deal, Money.of(sum)).get();
        payTax(taxMnt);
        payments.earn(deal);
    }

    private void payTax(long amount) {
        tax.setAside(deal, Money.of(amount));
        tax.pay(deal);
    }

    private void release() {
        engine.start("releaseEscrow", deal, values(Map.of("amountMnt", Deal.PRICE, "registered", true, "handoverSigned", true, "riskOutcome", "pass")));
        engine.runJobs();
    }

    private void approve() {
        payments.answerRelease(Deal.SUVD, deal, true, false).get();
        engine.runJobs();
    }

    private void approveAgain() {
        payments.answerRelease(Deal.SUVD, deal, true, false).get();
        payments.answerRelease(Deal.SECOND_OFFICER, deal, true, true).get();
        engine.runJobs();
    }

    private void refund(long buyerPct, long sellerPct) {
        engine.start("refundEscrow", deal, values(Map.of("buyerPct", buyerPct, "sellerPct", sellerPct)));
        engine.runJobs();
    }

    private void divided(Long toBuyer, boolean dealOver) {
        var facts = new HashMap<String, Object>(Map.of("dealOver", dealOver));
        if (toBuyer != null) {
            facts.put("toBuyerMnt", toBuyer);
        }
        engine.start("payDisputed", deal, values(facts));
        engine.runJobs();
        engine.assertThatCalled(deal, "payDisputed").hasPassed("divideDisputed", "payBuyerPart", "paySellerPart", "disputedPaid").isEnded();
    }

    private void nothingIsLeft() {
        var escrow = payments.escrow(deal);
        assertThat(escrow.held().plus(escrow.earned()).plus(escrow.frozen())).isEqualTo(Money.ZERO);
    }
}
