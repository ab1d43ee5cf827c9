package mn.eland.auction;

import java.time.Instant;
import mn.eland.auction.bidding.Answer;

/**
 * What came of a bid. An accepted one is durable, has its place {@code sequence} in the log of the lot, and {@code lot} is how it stood
 * after it; a refused one has place 0 and tells how the lot stands. {@code repeated}: this request was answered before, this is that answer.
 */
public record Receipt(Answer answer, long sequence, Instant decidedAt, boolean repeated, LotView lot) {

    Receipt again() {
        return new Receipt(answer, sequence, decidedAt, true, lot);
    }
}
