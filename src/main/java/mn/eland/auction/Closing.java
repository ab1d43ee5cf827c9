package mn.eland.auction;

import mn.eland.auction.bidding.Result;

/**
 * How a lot stands at the hammer.
 *
 * @param closed    the time is over: {@code result} is final; while it is not, {@code lot} says when it closes
 * @param withdrawn it was taken back before the hammer
 */
public record Closing(boolean closed, boolean withdrawn, LotView lot, Result result) {
}
