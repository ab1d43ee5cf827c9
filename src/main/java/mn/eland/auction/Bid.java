package mn.eland.auction;

import java.util.Objects;
import java.util.regex.Pattern;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;

/** What somebody asks: to go up to {@code limit}. The same {@code key} again is the same request and gets the same answer. */
public record Bid(PartyId bidder, Money limit, String key) {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    public Bid {
        Objects.requireNonNull(bidder);
        Objects.requireNonNull(limit);
        if (!isKey(key)) {
            throw new IllegalArgumentException("not a key of a request: " + key);
        }
    }

    /** Whether this can be the key of a request: 1 to 100 letters, digits, dots, colons, hyphens and underlines. */
    public static boolean isKey(String text) {
        return text != null && KEY.matcher(text).matches();
    }
}
