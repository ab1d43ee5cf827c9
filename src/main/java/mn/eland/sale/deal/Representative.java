package mn.eland.sale.deal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Who acts for the buyer, and by which power of attorney.
 *
 * @param registerNumber of the holder; leaves this record only masked or as a key
 * @param poaNo          number of the notarial power of attorney
 */
public record Representative(String name, String registerNumber, String poaNo, LocalDate validUntil) {

    private static final int SHOWN = 2;

    /** All that the notary will ask for is there. */
    public boolean isComplete() {
        return isText(name) && isText(registerNumber) && isText(poaNo) && validUntil != null;
    }

    private static boolean isText(String text) {
        return text != null && !text.isBlank();
    }

    /** Equal for the same holder, whoever writes it. */
    public String key() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(registerNumber.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public String maskedRegisterNumber() {
        var number = registerNumber.strip().toUpperCase(Locale.ROOT);
        return number.length() <= 2 * SHOWN ? "••••" : number.substring(0, SHOWN) + "••••••" + number.substring(number.length() - SHOWN);
    }

    @Override
    public String toString() {
        return "Representative[" + poaNo + "]";
    }
}
