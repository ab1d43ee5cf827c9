package mn.eland.auction.bidding;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import mn.eland.kernel.Money;

/**
 * What is published with a lot and no longer changes. Bids count from {@code opensAt} until just before the close; sealed bids
 * are opened from the close until just before {@code revealUntil}. {@code most} is where a bid is taken for a slip of the hand.
 */
public record Terms(Format format, Money start, Optional<Money> reserve, Money most, Increments increments, Instant opensAt,
                    Instant closesAt, SoftClose softClose, Instant revealUntil) {

    public Terms {
        if (!start.isPositive() || most.compareTo(start) < 0 || reserve.filter(amount -> amount.compareTo(most) > 0).isPresent()) {
            throw new IllegalArgumentException("start, reserve and most do not fit: " + start + ", " + reserve + ", " + most);
        }
        if (!Stream.of(opensAt, closesAt, revealUntil).allMatch(at -> at.equals(at.truncatedTo(ChronoUnit.MILLIS)))) {
            throw new IllegalArgumentException("times are whole milliseconds: " + opensAt + ", " + closesAt + ", " + revealUntil);
        }
        if (!opensAt.isBefore(closesAt) || format.isSealed() != closesAt.isBefore(revealUntil)) {
            throw new IllegalArgumentException("times do not fit: " + opensAt + ", " + closesAt + ", " + revealUntil);
        }
    }

    /** Whether the owner has to sell for this. */
    public boolean reaches(Money price) {
        return reserve.filter(amount -> amount.compareTo(price) > 0).isEmpty();
    }
}
