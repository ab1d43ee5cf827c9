package mn.eland.store.vault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/**
 * Seals texts with the keys of the environment. A sealed text says by which key: {@code e1.<name>.<Base64>}. It is bound to its
 * place, {@code schema.table.column:row}, and opens nowhere else.
 */
@Component
public class Vault {

    static final String MARK = "e1.";
    private static final int INDEX_BYTES = 16;
    private static final int LONGEST_HEAD = 64;
    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder TO_BYTES = Base64.getUrlDecoder();

    private final KeyRing ring;

    Vault(KeyRing ring) {
        this.ring = ring;
    }

    /** What a blind index is made of; equal values of different kinds have different indexes. */
    public enum Kind { REGISTER_NUMBER, PHONE, EMAIL, ADDRESS, ACCOUNT, DEVICE, NETWORK, CODE }

    /** Sealed for this place; null stays null. */
    public String seal(String plain, String place) {
        return plain == null ? null : head() + text(Sealing.close(key(), plain.getBytes(StandardCharsets.UTF_8), place));
    }

    /** As {@link #seal}, but equal for equal texts: for what is looked up by its own sealed text. */
    public String sealAlike(String plain, String place) {
        return head() + text(Sealing.closeAlike(key(), ring.indexKey(), plain.getBytes(StandardCharsets.UTF_8), place));
    }

    /** @throws IllegalStateException when the text is not sealed, was sealed for another place, or by a key that the ring has not */
    public String open(String sealed, String place) {
        return sealed == null ? null : new String(openBytes(sealed, place), StandardCharsets.UTF_8);
    }

    /** The content of a file, sealed for this place: a line that names the key, then bytes. */
    public byte[] sealFile(byte[] plain, String place) {
        var head = (head() + "\n").getBytes(StandardCharsets.US_ASCII);
        var sealed = Sealing.close(key(), plain, place);
        var file = Arrays.copyOf(head, head.length + sealed.length);
        System.arraycopy(sealed, 0, file, head.length, sealed.length);
        return file;
    }

    /**
     * What a file says; one of the time before files were sealed is read as it is.
     *
     * @throws IllegalStateException when it was sealed for another place, or by a key that the ring has not, or was changed
     */
    public byte[] openFile(byte[] file, String place) {
        var name = keyOf(file);
        if (name == null) {
            return file;
        }
        int head = MARK.length() + name.length() + 2;
        return Sealing.open(ring.key(name), Arrays.copyOfRange(file, head, file.length), place);
    }

    /** Whether a file that begins with these bytes stands under the key that seals now. */
    public boolean isSealedNow(byte[] beginning) {
        return ring.current().equals(keyOf(beginning));
    }

    /** Null when it is not sealed. */
    private static String keyOf(byte[] file) {
        var line = new String(file, 0, Math.min(file.length, LONGEST_HEAD), StandardCharsets.US_ASCII);
        int end = line.indexOf('\n');
        return line.startsWith(MARK) && end > MARK.length() && line.charAt(end - 1) == '.' ? line.substring(MARK.length(), end - 1) : null;
    }

    /** Bytes as a sealed text. */
    String sealBytes(byte[] plain, String place) {
        return head() + text(Sealing.close(key(), plain, place));
    }

    byte[] openBytes(String sealed, String place) {
        int dot = sealed.startsWith(MARK) ? sealed.indexOf('.', MARK.length()) : -1;
        if (dot < 0) {
            throw new IllegalStateException("not sealed: " + place);
        }
        return Sealing.open(ring.key(sealed.substring(MARK.length(), dot)), TO_BYTES.decode(sealed.substring(dot + 1)), place);
    }

    /**
     * Equal for equal values, and says nothing else to who has not the key: for look-ups. Case and outer blanks do not count.
     * Null stays null.
     */
    public String index(Kind kind, String value) {
        return value == null ? null : HexFormat.of().formatHex(Arrays.copyOf(Sealing.hash(ring.indexKey(), kind.name(),
                value.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)), INDEX_BYTES));
    }

    /** How a text begins that was sealed with the key that seals now. */
    String head() {
        return MARK + ring.current() + ".";
    }

    private SecretKey key() {
        return ring.key(ring.current());
    }

    static String text(byte[] bytes) {
        return TO_TEXT.encodeToString(bytes);
    }

    static byte[] bytes(String text) {
        return TO_BYTES.decode(text);
    }
}
