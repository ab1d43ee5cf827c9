package mn.eland.auction.live;

import java.time.Instant;
import java.util.List;
import mn.eland.auction.Auctions.PublicBid;

/**
 * What a watcher is told: where the lot stands after bid {@code sequence}, and the bids that lead there from the one he has seen. Of many
 * only the newest are told; then {@code bids} begins later than he asked and he has read the rest on the page.
 *
 * @param state  message key {@code auction.state.<state>}
 * @param now    the time of the house, so that clocks of watchers do not matter
 */
public record LotSnapshot(long sequence, String state, long priceMnt, int leader, long leastNextMnt, Instant closesAt, int extensions, Instant now,
                          List<Line> bids) {

    /** One accepted bid. */
    public record Line(long sequence, int paddle, int leader, long priceMnt, Instant at, boolean extended) {

        static Line of(PublicBid bid) {
            return new Line(bid.sequence(), bid.paddle(), bid.leader(), bid.price().tugrug(), bid.at(), bid.extended());
        }
    }
}
