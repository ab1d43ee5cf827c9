package mn.eland.auction.bidding;

import java.util.List;
import mn.eland.kernel.Money;

/** How a lot ended. Below the reserve the best bidder is named, because the owner may still say yes. */
public record Result(Kind kind, int winner, Money price, List<Integer> bondsLost) {

    /** How it ended. */
    public enum Kind {
        SOLD, BELOW_RESERVE, NO_BID
    }

    public Result {
        bondsLost = List.copyOf(bondsLost);
    }

    static Result of(Terms terms, int winner, Money price, List<Integer> bondsLost) {
        if (winner == LotState.NOBODY) {
            return new Result(Kind.NO_BID, winner, Money.ZERO, bondsLost);
        }
        return new Result(terms.reaches(price) ? Kind.SOLD : Kind.BELOW_RESERVE, winner, price, bondsLost);
    }
}
