package mn.eland.auction.bidding;

import java.time.Instant;
import java.util.List;
import mn.eland.kernel.Money;

/** The ascending auction with limits: a bid is the most somebody would pay, and the price is what it takes to beat the others. */
public final class OpenBidding {

    /** What the bidder is told and where the lot stands now; nothing has changed unless it was accepted. */
    public record Decision(Answer answer, LotState state) {
    }

    private OpenBidding() {
    }

    /** Decides one bid of an admitted bidder. {@code at} is the time of the server and never goes back. */
    public static Decision decide(Terms terms, LotState state, int paddle, Money limit, Instant at) {
        if (terms.format().isSealed()) {
            return new Decision(Answer.OTHER_FORMAT, state);
        }
        if (at.isBefore(terms.opensAt())) {
            return new Decision(Answer.TOO_EARLY, state);
        }
        if (!at.isBefore(state.closesAt())) {
            return new Decision(Answer.TOO_LATE, state);
        }
        if (limit.compareTo(terms.most()) > 0) {
            return new Decision(Answer.TOO_HIGH, state);
        }
        return state.leader() == paddle ? raise(terms, state, limit, at) : challenge(terms, state, paddle, limit, at);
    }

    public static Result result(Terms terms, LotState state) {
        return Result.of(terms, state.leader(), state.price(), List.of());
    }

    private static Decision raise(Terms terms, LotState before, Money limit, Instant at) {
        if (limit.compareTo(before.limit()) <= 0) {
            return new Decision(Answer.OWN_BID, before);
        }
        return new Decision(Answer.LEADING, moved(terms, before, before.leader(), limit, before.price(), at));
    }

    private static Decision challenge(Terms terms, LotState before, int paddle, Money limit, Instant at) {
        if (limit.compareTo(before.leastNext(terms)) < 0) {
            return new Decision(Answer.TOO_LOW, before);
        }
        if (!before.hasLeader()) {
            return new Decision(Answer.LEADING, moved(terms, before, paddle, limit, terms.start(), at));
        }
        if (limit.compareTo(before.limit()) <= 0) {
            var price = lesser(before.limit(), terms.increments().above(limit));
            return new Decision(Answer.OUTBID, moved(terms, before, before.leader(), before.limit(), price, at));
        }
        var price = lesser(limit, terms.increments().above(before.limit()));
        return new Decision(Answer.LEADING, moved(terms, before, paddle, limit, price, at));
    }

    /** A limit that reaches the reserve lifts the price to it; whatever the others can see moves a close that is near. */
    private static LotState moved(Terms terms, LotState before, int leader, Money limit, Money bare, Instant at) {
        var price = terms.reserve().filter(reserve -> limit.compareTo(reserve) >= 0 && reserve.compareTo(bare) > 0).orElse(bare);
        boolean seen = leader != before.leader() || !price.equals(before.price());
        var soft = terms.softClose();
        boolean nearTheClose = seen && before.extensions() < soft.most() && !at.isBefore(before.closesAt().minus(soft.window()));
        return new LotState(price, leader, limit, nearTheClose ? before.closesAt().plus(soft.extension()) : before.closesAt(),
                before.extensions() + (nearTheClose ? 1 : 0));
    }

    private static Money lesser(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
