package mn.eland.auction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mn.eland.auction.bidding.Answer;
import mn.eland.auction.bidding.LotState;
import mn.eland.auction.bidding.OpenBidding;
import mn.eland.auction.bidding.Terms;
import mn.eland.kernel.Money;

/** The bids of one transaction, decided one after the other at one time of the server. */
final class BidRound {

    /** An answer that stands already. */
    record Known(Money limit, Receipt receipt) {
    }

    /** A refusal to be remembered. */
    record NotAccepted(LotId lot, Instant decidedAt, int paddle, String key, Money limit, Answer answer) {
    }

    private final LotId lot;
    private final Terms terms;
    private final Instant now;
    private final boolean stopped;
    private final Map<String, Known> known = new HashMap<>();
    private final List<LoggedBid> accepted = new ArrayList<>();
    private final List<NotAccepted> refused = new ArrayList<>();
    private LotState state;
    private long sequence;
    private String hash;

    /** Goes on after the bid {@code sequence}, after which the lot stands so. */
    BidRound(LotId lot, Terms terms, Instant now, boolean stopped, LotState state, long sequence, String hash) {
        this.lot = lot;
        this.terms = terms;
        this.now = now;
        this.stopped = stopped;
        this.state = state;
        this.sequence = sequence;
        this.hash = hash;
    }

    /** What this key was answered before, if it was. */
    void knows(int paddle, String key, Known before) {
        known.put(paddle + "|" + key, before);
    }

    /** {@code paddle} {@link LotState#NOBODY}: not admitted. */
    Receipt decide(int paddle, Bid bid) {
        if (paddle == LotState.NOBODY) {
            return told(Answer.NOT_ADMITTED);
        }
        var before = known.get(paddle + "|" + bid.key());
        if (before != null) {
            return before.limit().equals(bid.limit()) ? before.receipt() : told(Answer.KEY_TAKEN);
        }
        if (stopped) {
            return told(Answer.WITHDRAWN);
        }
        var decision = OpenBidding.decide(terms, state, paddle, bid.limit(), now);
        var receipt = decision.answer().isAccepted() ? accept(paddle, bid, decision) : refuse(paddle, bid, decision.answer());
        knows(paddle, bid.key(), new Known(bid.limit(), receipt.again()));
        return receipt;
    }

    private Receipt accept(int paddle, Bid bid, OpenBidding.Decision decision) {
        state = decision.state();
        sequence++;
        var line = new LoggedBid(lot, sequence, paddle, bid.key(), bid.limit(), decision.answer(), state, now, hash);
        hash = line.hash();
        accepted.add(line);
        return new Receipt(decision.answer(), sequence, now, false, view());
    }

    private Receipt refuse(int paddle, Bid bid, Answer answer) {
        refused.add(new NotAccepted(lot, now, paddle, bid.key(), bid.limit(), answer));
        return told(answer);
    }

    private Receipt told(Answer answer) {
        return new Receipt(answer, 0, now, false, view());
    }

    /** The result stands from the close on; a lot that was withdrawn has none. */
    Closing closing() {
        return new Closing(!stopped && !now.isBefore(state.closesAt()), stopped, view(), OpenBidding.result(terms, state));
    }

    LotView view() {
        return LotView.of(terms, state, sequence);
    }

    List<LoggedBid> accepted() {
        return accepted;
    }

    List<NotAccepted> refused() {
        return refused;
    }
}
