package mn.eland.auction.admission;

import static mn.eland.workflow.EngineScenario.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.Map;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Values;
import mn.eland.workflow.WorkflowTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** One test for each way an admission ends. */
@WorkflowTest(models = "processes/auction/admit-to-lot.bpmn, forms/auction/admit-bidder.form")
@Import(AdmissionSteps.class)
class AdmitToLotScenarios {

    @MockitoBean AdmissionCourse course;
    @Autowired EngineScenario engine;

    @BeforeEach
    void neighbours() {
        engine.calledProcess("collectEscrow").answers(Values.none());
        engine.calledProcess("refundEscrow").answers(Values.none());
        when(course.decline(any())).thenReturn(shares(100L, 0L));
    }

    @Test
    void aBidderWithoutSignalsIsAdmittedWhenTheDepositIsThereAndGetsItBack() {
        var collected = engine.calledProcess("collectEscrow").answers(Values.none());
        var refunded = engine.calledProcess("refundEscrow").answers(Values.none());
        var bidder = asked(false, false);
        engine.assertThat(bidder).isWaitingAt("decidedOrOverdue");

        engine.tell(bidder, "DepositDecided", shares(100L, 0L));
        engine.runJobs();

        assertThat(collected.calls()).singleElement().satisfies(call -> assertThat(call).containsEntry("purpose", "DEPOSIT")
                .containsEntry("payerId", "bidder").containsEntry("amountMnt", 20_000_000L).containsEntry("payWithin", "PT864000S"));
        assertThat(refunded.calls()).singleElement().satisfies(call -> assertThat(call).containsEntry("buyerPct", 100L).containsEntry("sellerPct", 0L));
        engine.assertThat(bidder).hasPassedInOrder("collectDeposit", "weighBidder", "givePaddle", "lotDecided", "refundDeposit", "closeAdmission",
                "depositSettled").hasNotPassed("admitBidder", "declineBidder").isEnded();
    }

    @Test
    void aDepositThatPeopleHaveToDivideIsHandedOverWithoutShares() {
        var refunded = engine.calledProcess("refundEscrow").answers(Values.none());
        var bidder = asked(false, false);

        engine.tell(bidder, "DepositDecided", Values.of(AdmissionVariables.BUYER_PCT, null).with(AdmissionVariables.SELLER_PCT, null));
        engine.runJobs();

        assertThat(refunded.calls()).singleElement().satisfies(call -> assertThat(call).doesNotContainKeys("buyerPct", "sellerPct"));
    }

    @Test
    void whoDoesNotPayIsNotAdmittedAndGetsBackWhatCame() {
        engine.calledProcess("collectEscrow").fails("PaymentOverdue");
        var refunded = engine.calledProcess("refundEscrow").answers(Values.none());

        var bidder = asked(false, false);

        engine.assertThat(bidder).hasPassedInOrder("depositOverdue", "declineBidder", "returnDeposit", "bidderNotAdmitted").hasNotPassed("weighBidder").isEnded();
        assertThat(refunded.calls()).singleElement().satisfies(call -> assertThat(call).containsEntry("buyerPct", 100L).containsEntry("sellerPct", 0L));
    }

    @Test
    void whomTheSignalsBarIsNotLookedAtByAnybody() {
        var bidder = asked(true, false);

        engine.assertThat(bidder).hasPassedInOrder("weighBidder", "declineBidder", "returnDeposit", "bidderNotAdmitted").hasNotPassed("admitBidder").isEnded();
        verify(course, never()).givePaddle(any());
    }

    @Test
    void anAuctioneerMayAdmitInSpiteOfSignals() {
        var bidder = asked(false, true);
        engine.assertThat(bidder).isWaitingAt("admitBidder").task("admitBidder").hasCandidateGroup("auctioneers");

        engine.complete(bidder, "admitBidder", values(Map.of("bidderAdmitted", true)));

        engine.assertThat(bidder).hasPassedInOrder("admitBidder", "givePaddle").isWaitingAt("decidedOrOverdue");
    }

    @Test
    void anAuctioneerMayDecline() {
        var bidder = asked(false, true);

        engine.complete(bidder, "admitBidder", values(Map.of("bidderAdmitted", false)));
        engine.runJobs();

        engine.assertThat(bidder).hasPassedInOrder("admitBidder", "declineBidder", "bidderNotAdmitted").hasNotPassed("givePaddle").isEnded();
    }

    @Test
    void theLotIsLookedAtAgainUntilItIsDecided() {
        var bidder = asked(false, false);

        engine.passes(Duration.ofMinutes(61));
        engine.passes(Duration.ofMinutes(61));

        verify(course, times(2)).tellAgain(bidder);
        engine.assertThat(bidder).hasPassed("holdTermOver", "recheckLot").isWaitingAt("decidedOrOverdue");
    }

    private CaseRef asked(boolean barred, boolean review) {
        when(course.weigh(any())).thenReturn(Values.of(AdmissionVariables.BARRED, barred).with(AdmissionVariables.REVIEW_NEEDED, review));
        var bidder = engine.start("admitToLot", values(Map.of("purpose", "DEPOSIT", "bidderId", "bidder", "depositPayWithin", "PT864000S", "admitWithin", "P1D", "recheckWithin", "PT1H"))
                .with(AdmissionVariables.DEPOSIT, Money.of(20_000_000)));
        engine.runJobs();
        return bidder;
    }

    private static Values shares(Long buyer, Long seller) {
        return Values.of(AdmissionVariables.BUYER_PCT, buyer).with(AdmissionVariables.SELLER_PCT, seller);
    }
}
