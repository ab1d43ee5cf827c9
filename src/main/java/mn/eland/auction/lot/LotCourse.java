package mn.eland.auction.lot;

import java.time.Duration;
import java.time.Instant;
import mn.eland.auction.AuctionEvent;
import mn.eland.auction.Auctions;
import mn.eland.auction.bidding.Format;
import mn.eland.auction.bidding.LotState;
import mn.eland.auction.bidding.Result;
import mn.eland.auction.bidding.SoftClose;
import mn.eland.auction.bidding.Terms;
import mn.eland.auction.lot.Lot.State;
import mn.eland.auction.rule.AuctionRules;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.property.PropertyRegister;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What only the process may cause in a lot, in the order of its diagram. */
@Component
@Transactional
class LotCourse {

    private final LotStore store;
    private final Auctions auctions;
    private final AuctionRules rules;
    private final Deposits deposits;
    private final PropertyRegister register;
    private final Workflow workflow;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    LotCourse(LotStore store, Auctions auctions, AuctionRules rules, Deposits deposits, PropertyRegister register, Workflow workflow,
              ApplicationEventPublisher events, ElandClock clock) {
        this.store = store;
        this.auctions = auctions;
        this.rules = rules;
        this.deposits = deposits;
        this.register = register;
        this.workflow = workflow;
        this.events = events;
        this.clock = clock;
    }

    void refuse(CaseRef number) {
        var lot = store.lock(number);
        end(lot, State.REFUSED);
        events.publishEvent(new AuctionEvent.LotRefused(number, lot.seller(), lot.reason(), clock.instant()));
    }

    /** From now on the terms stand. @return when the lot closes, unless bids move it */
    Instant publish(CaseRef number) {
        var lot = store.lock(number);
        var window = Duration.parse(workflow.parameter("auction.antiSnipe.window"));
        auctions.publish(lot.id(), new Terms(Format.OPEN, lot.start(), lot.reserve(), lot.most(), rules.increments(), lot.opensAt(), lot.closesAt(),
                new SoftClose(window, window, Integer.parseInt(workflow.parameter("auction.antiSnipe.most"))), lot.closesAt()));
        store.move(number, State.PUBLISHED, null, clock.instant());
        events.publishEvent(new AuctionEvent.LotPublished(number, lot.listing(), lot.seller(), lot.opensAt(), lot.closesAt(), clock.instant()));
        return lot.closesAt();
    }

    /** It was taken back before the hammer, and its bids were stopped then. */
    void cancel(CaseRef number) {
        var lot = store.lock(number);
        end(lot, State.WITHDRAWN);
        deposits.returnAll(number, LotState.NOBODY);
    }

    /** What the log says. A close that bids have moved is waited for again. */
    Values read(CaseRef number) {
        var lot = store.lock(number);
        var closing = auctions.closing(lot.id());
        if (!closing.closed()) {
            return Values.of(LotVariables.CLOSED, false).with(LotVariables.CLOSES_AT, closing.lot().closesAt());
        }
        var result = closing.result();
        boolean any = result.kind() != Result.Kind.NO_BID;
        boolean reached = result.kind() == Result.Kind.SOLD;
        if (any) {
            store.outcome(number, new Lot.Outcome(result.winner(), result.price(), null, lot.outcome().passed()));
        }
        if (any && !reached) {
            store.move(number, State.BELOW_RESERVE, null, clock.instant());
            events.publishEvent(new AuctionEvent.ReserveMissed(number, lot.seller(), result.price(), clock.instant()));
        }
        return Values.of(LotVariables.CLOSED, true).with(LotVariables.ANY_BID, any).with(LotVariables.RESERVE_REACHED, reached);
    }

    void remind(CaseRef number) {
        var lot = store.lock(number);
        events.publishEvent(new AuctionEvent.WinnerReminded(number, lot.outcome().sale(), auctions.bidder(lot.id(), lot.outcome().winner()), clock.instant()));
    }

    /** The price is in escrow: the deposit has done its work. */
    void settle(CaseRef number) {
        var lot = store.lock(number);
        store.move(number, State.SOLD, null, clock.instant());
        deposits.decide(number, lot.outcome().winner(), 100L, 0L);
    }

    void closeUnsold(CaseRef number) {
        var lot = store.lock(number);
        end(lot, State.UNSOLD);
        deposits.returnAll(number, LotState.NOBODY);
        events.publishEvent(new AuctionEvent.LotUnsold(number, lot.seller(), clock.instant()));
    }

    private void end(Lot lot, State state) {
        store.move(lot.number(), state, null, clock.instant());
        register.release(lot.property(), lot.number());
    }
}
