package mn.eland.auction.bidding;

import java.time.Duration;

/**
 * No bid is the last second's surprise: one that comes within {@code window} of the close moves the close by {@code extension},
 * at most {@code most} times (handbook 9A.0, parameter auction.antiSnipe). Only accepted bids that change what the others see do.
 */
public record SoftClose(Duration window, Duration extension, int most) {

    public static final SoftClose NONE = new SoftClose(Duration.ZERO, Duration.ZERO, 0);

    public SoftClose {
        if (window.isNegative() || extension.isNegative() || most < 0) {
            throw new IllegalArgumentException("an extension cannot be negative");
        }
    }
}
