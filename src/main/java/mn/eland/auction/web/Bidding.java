package mn.eland.auction.web;

import static mn.eland.kernel.Outcome.refused;

import mn.eland.auction.Auctions;
import mn.eland.auction.Bid;
import mn.eland.auction.Receipt;
import mn.eland.auction.lot.Lot;
import mn.eland.auction.lot.Lots;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import org.springframework.stereotype.Component;

/** A bid as pages and calls take it, and its answer in their words. No transaction is open around it: the bid has one of its own. */
@Component
class Bidding {

    private final Auctions auctions;
    private final Lots lots;

    Bidding(Auctions auctions, Lots lots) {
        this.auctions = auctions;
        this.lots = lots;
    }

    /** An accepted bid is durable and binding. Refused with {@code BID_INVALID}, {@code BID_KEY_INVALID} and as {@link #refusal}. */
    Outcome<Receipt> bid(Actor bidder, CaseRef number, Long amount, String key) {
        return lots.lot(bidder, number).flatMap(lot -> {
            if (amount == null || amount <= 0) {
                return refused(Refusal.invalid("BID_INVALID", "amount"));
            }
            if (!Bid.isKey(key)) {
                return refused(Refusal.invalid("BID_KEY_INVALID", "key"));
            }
            if (lot.state() == Lot.State.OFFERED) {
                return refused(Refusal.conflict("BID_TOO_EARLY"));
            }
            var receipt = auctions.bid(lot.id(), new Bid(bidder.party(), Money.of(amount), key));
            return receipt.answer().isAccepted() ? Outcome.done(receipt) : refused(refusal(receipt, lot));
        });
    }

    /** Each answer that is not an acceptance, with what to do. */
    private static Refusal refusal(Receipt receipt, Lot lot) {
        return switch (receipt.answer()) {
            case TOO_LOW -> Refusal.invalid("BID_TOO_LOW", "amount").with("least", lot.least(receipt.lot()));
            case TOO_HIGH -> Refusal.invalid("BID_TOO_HIGH", "amount").with("most", lot.most());
            case TOO_EARLY -> Refusal.conflict("BID_TOO_EARLY");
            case TOO_LATE -> Refusal.conflict("BID_TOO_LATE");
            case WITHDRAWN -> Refusal.conflict("LOT_WITHDRAWN");
            case NOT_ADMITTED -> Refusal.forbidden("NOT_ADMITTED");
            case OWN_BID -> Refusal.conflict("OWN_BID");
            case KEY_TAKEN -> Refusal.invalid("BID_KEY_TAKEN", "key");
            default -> Refusal.conflict("OTHER_FORMAT");
        };
    }
}
