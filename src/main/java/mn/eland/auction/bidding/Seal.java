package mn.eland.auction.bidding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import mn.eland.kernel.Money;

/**
 * What the server knows of a sealed bid: SHA-256 over the lot, the paddle, the amount and 32 random bytes that only the bidder
 * has. Nobody can read the amount from it or try amounts out, and nobody can open it as the bid of somebody else or of another lot.
 */
public record Seal(String sha256) {

    private static final String FORM = "[0-9a-f]{64}";

    public Seal {
        if (!sha256.matches(FORM)) {
            throw new IllegalArgumentException("a seal is 64 hexadecimal digits");
        }
    }

    /** Whether this is a seal, or the key to one: 64 hexadecimal digits in lower case. */
    public static boolean isHex(String text) {
        return text != null && text.matches(FORM);
    }

    /** The seal of this amount. {@code key}: 32 random bytes as 64 hexadecimal digits. */
    public static Seal of(UUID lot, int paddle, Money amount, String key) {
        if (!isHex(key)) {
            throw new IllegalArgumentException("a key is 64 hexadecimal digits");
        }
        var text = "eland-sealed-bid-1|" + lot + "|" + paddle + "|" + amount.tugrug() + "|" + key;
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Seal(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
