package mn.eland.auction.lot;

import static mn.eland.workflow.EngineScenario.values;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Values;
import mn.eland.workflow.WorkflowTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** One test for each way a lot ends, for each wait and for each loop. */
@WorkflowTest(models = "processes/auction/auction-lot.bpmn, forms/auction/approve-lot.form, forms/auction/accept-best-bid.form, forms/auction/take-lot.form")
@Import(LotSteps.class)
class AuctionLotScenarios {

    private static final PartyId SELLER = PartyId.random();
    private static final PartyId RUNNER_UP = PartyId.random();

    @MockitoBean LotCourse course;
    @MockitoBean SaleOpening opening;
    @Autowired EngineScenario engine;
    @Autowired ElandClock clock;

    @Test
    void aLotThatReachesItsReserveIsSoldWhenThePriceIsInEscrow() {
        var lot = published();
        hammer(true, true);
        when(opening.open(lot)).thenReturn(open(true));

        engine.passes(Duration.ofHours(2));
        engine.assertThat(lot).isWaitingAt("paidOrFailed");
        engine.tell(lot, "PriceFunded", Values.none());

        engine.assertThat(lot).hasPassedInOrder("lotOffered", "approveLot", "publishLot", "closeReached", "readResult", "openSale", "priceFunded",
                "settleLot", "lotSold").hasNotPassed("closeUnsold", "acceptBestBid").isEnded();
        verify(course).settle(lot);
    }

    @Test
    void aRefusedLotIsNotPublished() {
        var lot = offered();

        engine.complete(lot, "approveLot", values(Map.of("lotApproved", false)));

        engine.assertThat(lot).hasPassedInOrder("approveLot", "refuseLot", "lotRefused").hasNotPassed("publishLot").isEnded();
        verify(course).refuse(lot);
    }

    @Test
    void aLotThatIsTakenBackHasNoResult() {
        var lot = published();

        engine.tell(lot, "LotWithdrawn", Values.none());

        engine.assertThat(lot).hasPassedInOrder("lotWithdrawn", "cancelLot", "auctionCancelled").hasNotPassed("readResult").isEnded();
        verify(course).cancel(lot);
    }

    @Test
    void aCloseThatBidsHaveMovedIsWaitedForAgain() {
        var lot = published();
        when(course.read(lot)).thenReturn(Values.of(LotVariables.CLOSED, false).with(LotVariables.CLOSES_AT, clock.instant().plus(Duration.ofHours(3))))
                .thenReturn(read(false, false));

        engine.passes(Duration.ofHours(2));
        engine.assertThat(lot).isWaitingAt("closeOrWithdrawal").hasNotPassed("closeUnsold");
        engine.passes(Duration.ofHours(2));

        engine.assertThat(lot).hasPassed("lotUnsold").isEnded();
        verify(course, times(2)).read(lot);
        verify(course).closeUnsold(lot);
        verify(opening, never()).open(any());
    }

    @Test
    void theSellerMaySellBelowTheReserve() {
        var lot = published();
        hammer(true, false);
        when(opening.open(lot)).thenReturn(open(true));
        engine.passes(Duration.ofHours(2));
        engine.assertThat(lot).isWaitingAt("acceptBestBid").task("acceptBestBid").isAssignedTo(SELLER.toString());

        engine.complete(lot, "acceptBestBid", values(Map.of("bestBidTaken", true)));
        engine.runJobs();

        engine.assertThat(lot).hasPassedInOrder("acceptBestBid", "openSale").isWaitingAt("paidOrFailed");
    }

    @Test
    void theSellerMayKeepThePropertyBelowTheReserve() {
        var lot = published();
        hammer(true, false);
        engine.passes(Duration.ofHours(2));

        engine.complete(lot, "acceptBestBid", values(Map.of("bestBidTaken", false)));

        engine.assertThat(lot).hasPassedInOrder("acceptBestBid", "closeUnsold", "lotUnsold").hasNotPassed("openSale", "ownerSilent").isEnded();
    }

    @Test
    void aSellerWhoIsSilentBelowTheReserveKeepsTheProperty() {
        var lot = published();
        hammer(true, false);
        engine.passes(Duration.ofHours(2));

        engine.passes(Duration.ofDays(2));

        engine.assertThat(lot).hasPassedInOrder("ownerSilent", "closeUnsold", "lotUnsold").isEnded();
    }

    @Test
    void aWinnerWhoIsLateIsRemindedAsOftenAsTheTermPasses() {
        var lot = published();
        hammer(true, true);
        when(opening.open(lot)).thenReturn(open(true));
        engine.passes(Duration.ofHours(2));

        engine.passes(Duration.ofDays(21));
        engine.passes(Duration.ofDays(21));
        engine.tell(lot, "PriceFunded", Values.none());

        verify(course, times(2)).remind(lot);
        engine.assertThat(lot).hasPassed("payTermOver", "remindWinner", "lotSold").isEnded();
    }

    @Test
    void whoCameSecondBuysWhenTheWinnerDoesNot() {
        var lot = published();
        hammer(true, true);
        when(opening.open(lot)).thenReturn(open(true));
        when(opening.judge(lot, "DEPOSIT_OVERDUE")).thenReturn(runnerUp());
        engine.passes(Duration.ofHours(2));
        engine.tell(lot, "SaleFailed", Values.of(LotVariables.SALE_END, "DEPOSIT_OVERDUE"));
        engine.assertThat(lot).isWaitingAt("takeLot").task("takeLot").isAssignedTo(RUNNER_UP.toString());

        engine.complete(lot, "takeLot", values(Map.of("lotTaken", true)));
        engine.runJobs();
        engine.tell(lot, "PriceFunded", Values.none());

        engine.assertThat(lot).hasPassedInOrder("saleFailed", "judgeDefault", "takeLot", "settleLot", "lotSold").isEnded();
        verify(opening, times(2)).open(lot);
    }

    @Test
    void nobodyBuysWhenWhoCameSecondDoesNotWantTo() {
        var lot = failed(runnerUp());

        engine.complete(lot, "takeLot", values(Map.of("lotTaken", false)));

        engine.assertThat(lot).hasPassedInOrder("takeLot", "closeUnsold", "lotUnsold").hasNotPassed("runnerUpSilent").isEnded();
    }

    @Test
    void nobodyBuysWhenWhoCameSecondIsSilent() {
        var lot = failed(runnerUp());

        engine.passes(Duration.ofDays(6));

        engine.assertThat(lot).hasPassedInOrder("runnerUpSilent", "closeUnsold", "lotUnsold").isEnded();
    }

    @Test
    void nobodyIsAskedWhenTheTableSaysSo() {
        var lot = failed(Values.of(LotVariables.RUNNER_UP_ASKED, false));

        engine.assertThat(lot).hasPassedInOrder("judgeDefault", "closeUnsold", "lotUnsold").hasNotPassed("takeLot").isEnded();
    }

    /** A sale that cannot even be opened fails at once. */
    private CaseRef failed(Values judged) {
        var lot = published();
        hammer(true, true);
        when(opening.open(lot)).thenReturn(open(false).with(LotVariables.SALE_END, "NOT_OPENED"));
        when(opening.judge(lot, "NOT_OPENED")).thenReturn(judged);
        engine.passes(Duration.ofHours(2));
        return lot;
    }

    private static Values runnerUp() {
        return Values.of(LotVariables.RUNNER_UP_ASKED, true).with(LotVariables.RUNNER_UP, RUNNER_UP.toString()).with(LotVariables.TAKE_WITHIN, "P3D");
    }

    private void hammer(boolean any, boolean reached) {
        when(course.read(any())).thenReturn(read(any, reached));
    }

    private static Values read(boolean any, boolean reached) {
        return Values.of(LotVariables.CLOSED, true).with(LotVariables.ANY_BID, any).with(LotVariables.RESERVE_REACHED, reached);
    }

    private static Values open(boolean done) {
        return Values.of(LotVariables.SALE_OPEN, done);
    }

    private CaseRef published() {
        var lot = offered();
        Instant close = clock.instant().plus(Duration.ofHours(1));
        when(course.publish(lot)).thenReturn(close);
        engine.complete(lot, "approveLot", values(Map.of("lotApproved", true)));
        engine.runJobs();
        return lot;
    }

    private CaseRef offered() {
        return engine.start("auctionLot", values(Map.of("sellerId", SELLER.toString(), "approveLotWithin", "P1D", "acceptBestBidWithin", "P1D", "payWithin", "P10D")));
    }
}
