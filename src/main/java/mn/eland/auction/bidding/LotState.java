package mn.eland.auction.bidding;

import java.time.Instant;
import mn.eland.kernel.Money;

/**
 * Where an open lot stands. Everybody sees all of it but {@code limit}, up to which the leader's bid follows by itself; a bidder is
 * known by its paddle number, {@link #NOBODY} while there is no bid.
 */
public record LotState(Money price, int leader, Money limit, Instant closesAt, int extensions) {

    public static final int NOBODY = 0;

    public static LotState before(Terms terms) {
        return new LotState(Money.ZERO, NOBODY, Money.ZERO, terms.closesAt(), 0);
    }

    public boolean hasLeader() {
        return leader != NOBODY;
    }

    /** The least that somebody who does not lead has to bid. */
    public Money leastNext(Terms terms) {
        return hasLeader() ? terms.increments().above(price) : terms.start();
    }
}
