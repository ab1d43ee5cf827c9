package mn.eland.auction.live;

import mn.eland.auction.Auctions;
import mn.eland.auction.lot.Lot;
import mn.eland.auction.lot.Lots;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import org.springframework.stereotype.Component;

/** Reads how a lot stands now, for pages, calls and streams alike. */
@Component
public class LotSnapshots {

    private static final int MOST_BIDS = 50;

    private final Lots lots;
    private final Auctions auctions;
    private final ElandClock clock;

    LotSnapshots(Lots lots, Auctions auctions, ElandClock clock) {
        this.lots = lots;
        this.auctions = auctions;
        this.clock = clock;
    }

    /** Of a lot that was published, with its bids after one. */
    public LotSnapshot of(CaseRef number, long after) {
        var lot = lots.known(number);
        var view = auctions.view(lot.id());
        return new LotSnapshot(view.sequence(), state(lot, view.closesAt()), view.price().tugrug(), view.leader(),
                lot.least(view).tugrug(), view.closesAt(), view.extensions(), clock.instant(),
                auctions.bids(lot.id(), after, MOST_BIDS).stream().map(LotSnapshot.Line::of).toList());
    }

    /** The price that stands, or the start price before there is one. */
    public Money price(Lot lot) {
        var view = auctions.view(lot.id());
        return view.leader() == 0 ? lot.start() : view.price();
    }

    private String state(Lot lot, java.time.Instant closesAt) {
        if (lot.state() != Lot.State.PUBLISHED) {
            return lot.state().name();
        }
        var now = clock.instant();
        return now.isBefore(lot.opensAt()) ? "SCHEDULED" : now.isBefore(closesAt) ? "RUNNING" : "CLOSED";
    }
}
