package mn.eland.auction.admission;

import java.util.List;
import mn.eland.auction.AuctionEvent;
import mn.eland.auction.Auctions;
import mn.eland.auction.admission.Admission.Shares;
import mn.eland.auction.admission.Admission.State;
import mn.eland.auction.lot.Deposits;
import mn.eland.auction.lot.Lots;
import mn.eland.auction.rule.AuctionRules;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What only the process may cause in an admission, in the order of its diagram, and what a lot decides about deposits. */
@Component
@Transactional
class AdmissionCourse implements Deposits {

    private static final Long WHOLE = 100L;

    private final AdmissionStore store;
    private final Lots lots;
    private final Auctions auctions;
    private final BidderSignals signals;
    private final AuctionRules rules;
    private final Workflow workflow;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    /** Lots ask us about deposits, and are asked for only when somebody acts. */
    AdmissionCourse(AdmissionStore store, @org.springframework.context.annotation.Lazy Lots lots, Auctions auctions, BidderSignals signals,
                    AuctionRules rules, Workflow workflow, ApplicationEventPublisher events, ElandClock clock) {
        this.store = store;
        this.lots = lots;
        this.auctions = auctions;
        this.signals = signals;
        this.rules = rules;
        this.workflow = workflow;
        this.events = events;
        this.clock = clock;
    }

    /** What the table makes of the facts about the bidder: barred, looked at by an auctioneer, or let in. */
    Values weigh(CaseRef number) {
        var admission = store.find(number).orElseThrow();
        var found = rules.signals(signals.of(admission, lots.known(admission.auction())));
        int points = found.stream().mapToInt(AuctionRules.Signal::points).sum();
        store.weighed(number, found.stream().map(AuctionRules.Signal::code).toList(), points);
        boolean barred = points >= Integer.parseInt(workflow.parameter("auction.signals.bar"));
        boolean review = !barred && points >= Integer.parseInt(workflow.parameter("auction.signals.review"));
        store.move(number, review ? State.REVIEW : State.DEPOSIT, barred ? "SIGNALS" : null);
        return Values.of(AdmissionVariables.BARRED, barred).with(AdmissionVariables.REVIEW_NEEDED, review);
    }

    /** A lot that was decided meanwhile gives the deposit back with the next look. */
    void givePaddle(CaseRef number) {
        var admission = store.find(number).orElseThrow();
        if (admission.paddle() == null) {
            int paddle = auctions.admit(lots.known(admission.auction()).id(), admission.bidder());
            store.paddle(number, paddle);
            events.publishEvent(new AuctionEvent.BidderAdmitted(number, admission.auction(), admission.bidder(), paddle, clock.instant()));
        }
    }

    /** In case the word of the lot was spoken before we listened. */
    void tellAgain(CaseRef number) {
        var admission = store.find(number).orElseThrow();
        var lot = lots.known(admission.auction());
        boolean others = lot.state().isDecided() && !admission.paddle().equals(lot.outcome().winner());
        if (others && admission.shares() == null) {
            store.decide(number, new Shares(WHOLE, 0L));
        }
        store.find(number).filter(now -> now.shares() != null).ifPresent(this::publish);
    }

    void close(CaseRef number) {
        store.move(number, State.SETTLED, null);
    }

    /** Whoever did not pay in time or was not let in gets back what he has paid. */
    Values decline(CaseRef number) {
        var admission = store.find(number).orElseThrow();
        var reason = admission.reason() == null ? "DEPOSIT_OVERDUE" : admission.reason();
        store.move(number, State.DECLINED, reason);
        store.decide(number, new Shares(WHOLE, 0L));
        events.publishEvent(new AuctionEvent.BidderDeclined(number, admission.auction(), admission.bidder(), reason, clock.instant()));
        return Values.of(AdmissionVariables.BUYER_PCT, WHOLE).with(AdmissionVariables.SELLER_PCT, 0L);
    }

    @Override
    public void returnAll(CaseRef auction, int butPaddle) {
        store.all(auction).stream().filter(one -> one.state() == State.ADMITTED && one.paddle() != butPaddle)
                .forEach(one -> decide(one, new Shares(WHOLE, 0L)));
    }

    @Override
    public void decide(CaseRef auction, int paddle, Long buyerPct, Long sellerPct) {
        store.all(auction).stream().filter(one -> one.paddle() != null && one.paddle() == paddle)
                .forEach(one -> decide(one, new Shares(buyerPct, sellerPct)));
    }

    private void decide(Admission admission, Shares shares) {
        if (store.decide(admission.number(), shares)) {
            publish(store.find(admission.number()).orElseThrow());
        }
    }

    private void publish(Admission decided) {
        events.publishEvent(new AuctionEvent.DepositDecided(decided.number(), decided.shares().buyerPct(), decided.shares().sellerPct(), clock.instant()));
    }

    @Override
    public List<PartyId> people(CaseRef auction) {
        return store.all(auction).stream().filter(one -> one.state() != State.DECLINED).map(Admission::bidder).toList();
    }
}
