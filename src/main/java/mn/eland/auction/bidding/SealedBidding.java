package mn.eland.auction.bidding;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.kernel.Money;

/** Sealed auctions: before the close seals only, after it the keys; whoever does not open its bid in time loses the bond. */
public final class SealedBidding {

    /** One sealed bid, in the order of sealing; {@code amount} since it was opened. */
    public record SealedBid(int paddle, Seal seal, Optional<Money> amount) {
    }

    private SealedBidding() {
    }

    /** Decides whether a seal is accepted; one bidder seals one bid and cannot exchange it (Civil Code 195.5). */
    public static Answer seal(Terms terms, Optional<SealedBid> own, Instant at) {
        if (!terms.format().isSealed()) {
            return Answer.OTHER_FORMAT;
        }
        if (at.isBefore(terms.opensAt())) {
            return Answer.TOO_EARLY;
        }
        if (!at.isBefore(terms.closesAt())) {
            return Answer.TOO_LATE;
        }
        return own.isPresent() ? Answer.OWN_BID : Answer.SEALED;
    }

    /** Decides whether this opens the bidder's own seal. A wrong key changes nothing and may be mended until the end. */
    public static Answer reveal(Terms terms, UUID lot, Optional<SealedBid> own, Money amount, String key, Instant at) {
        if (!terms.format().isSealed()) {
            return Answer.OTHER_FORMAT;
        }
        if (at.isBefore(terms.closesAt())) {
            return Answer.TOO_EARLY;
        }
        if (!at.isBefore(terms.revealUntil())) {
            return Answer.TOO_LATE;
        }
        if (own.isEmpty()) {
            return Answer.NOTHING_SEALED;
        }
        if (own.get().amount().isPresent()) {
            return Answer.OWN_BID;
        }
        if (!Seal.isHex(key) || !Seal.of(lot, own.get().paddle(), amount, key).equals(own.get().seal())) {
            return Answer.NOT_AS_SEALED;
        }
        return fits(terms, amount) ? Answer.REVEALED : Answer.REVEALED_UNFIT;
    }

    /** The highest opened bid, of equal ones the one sealed first. Bids in the order of sealing. */
    public static Result result(Terms terms, List<SealedBid> bids) {
        var lost = bids.stream().filter(bid -> bid.amount().isEmpty()).map(SealedBid::paddle).toList();
        var ranked = bids.stream().filter(bid -> bid.amount().filter(amount -> fits(terms, amount)).isPresent())
                .sorted(Comparator.comparing((SealedBid bid) -> bid.amount().orElseThrow()).reversed()).toList();
        if (ranked.isEmpty()) {
            return Result.of(terms, LotState.NOBODY, Money.ZERO, lost);
        }
        return Result.of(terms, ranked.get(0).paddle(), price(terms, ranked), lost);
    }

    /** A reserve that the winner reaches stands like one more bid of the owner; one it does not reach decides nothing. */
    private static Money price(Terms terms, List<SealedBid> ranked) {
        var best = ranked.get(0).amount().orElseThrow();
        if (terms.format() == Format.SEALED_FIRST) {
            return best;
        }
        var second = ranked.size() > 1 ? ranked.get(1).amount().orElseThrow() : terms.start();
        return terms.reserve().filter(reserve -> best.compareTo(reserve) >= 0 && reserve.compareTo(second) > 0).orElse(second);
    }

    private static boolean fits(Terms terms, Money amount) {
        return amount.compareTo(terms.start()) >= 0 && amount.compareTo(terms.most()) <= 0;
    }
}
