package mn.eland.auction;

import java.time.Instant;
import mn.eland.auction.bidding.LotState;
import mn.eland.auction.bidding.Terms;
import mn.eland.kernel.Money;

/**
 * What everybody may see of an open lot after its bid number {@code sequence}: never a limit. {@code leader} is a paddle number, 0 while
 * there is no bid; {@code leastNext} is what somebody who does not lead has to bid.
 */
public record LotView(long sequence, Money price, int leader, Money leastNext, Instant closesAt, int extensions) {

    static LotView of(Terms terms, LotState state, long sequence) {
        return new LotView(sequence, state.price(), state.leader(), state.leastNext(terms), state.closesAt(), state.extensions());
    }
}
