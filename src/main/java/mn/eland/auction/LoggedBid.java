package mn.eland.auction;

import java.time.Instant;
import mn.eland.auction.bidding.Answer;
import mn.eland.auction.bidding.LotState;
import mn.eland.kernel.Money;

/** One line of the log of a lot: an accepted bid, where the lot stands after it, and the seal over both and the line before. */
record LoggedBid(LotId lot, long sequence, int paddle, String key, Money limit, Answer answer, LotState state, Instant decidedAt,
                 String previousHash) {

    /** SHA-256 over the line; the database refuses another one, and anybody can compute it from the published log. */
    String hash() {
        return LotTerms.sha256("eland-bid-1|" + lot + "|" + sequence + "|" + paddle + "|" + key + "|" + limit.tugrug() + "|" + answer + "|"
                + state.price().tugrug() + "|" + state.leader() + "|" + state.limit().tugrug() + "|" + state.closesAt().toEpochMilli() + "|"
                + state.extensions() + "|" + decidedAt.toEpochMilli() + "|" + previousHash);
    }
}
