package mn.eland.identity.account;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based codes as RFC 6238 has them and authenticator applications expect them: SHA-1, 30 seconds, six digits. */
final class Totp {

    static final int SECRET_BYTES = 20;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String MAC = "HmacSHA1";
    private static final int STEP_SECONDS = 30;
    private static final int DIGITS_BOUND = 1_000_000;
    /** A clock that is half a minute off is forgiven. */
    private static final int STEPS_AROUND = 1;
    private static final int BITS_OF_LETTER = 5;

    private Totp() {
    }

    /**
     * The step that the code belongs to, or -1 when it is none of this time.
     *
     * @param after steps up to this one are used
     */
    static long step(byte[] secret, String code, Instant now, long after) {
        long here = now.getEpochSecond() / STEP_SECONDS;
        for (long step = Math.max(here - STEPS_AROUND, after + 1); step <= here + STEPS_AROUND; step++) {
            if (code(secret, step).equals(code)) {
                return step;
            }
        }
        return -1;
    }

    static String code(byte[] secret, Instant at) {
        return code(secret, at.getEpochSecond() / STEP_SECONDS);
    }

    private static String code(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            return "%06d".formatted((ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE) % DIGITS_BOUND);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As people type a secret (RFC 4648, without padding). */
    static String base32(byte[] bytes) {
        var text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte each : bytes) {
            held = (held << Byte.SIZE | each & 0xff) & 0xffff;
            for (bits += Byte.SIZE; bits >= BITS_OF_LETTER; bits -= BITS_OF_LETTER) {
                text.append(ALPHABET.charAt(held >> bits - BITS_OF_LETTER & 0x1f));
            }
        }
        return bits == 0 ? text.toString() : text.append(ALPHABET.charAt(held << BITS_OF_LETTER - bits & 0x1f)).toString();
    }

    static byte[] bytes(String base32) {
        var bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char each : base32.toUpperCase(Locale.ROOT).toCharArray()) {
            held = (held << BITS_OF_LETTER | ALPHABET.indexOf(each)) & 0xffff;
            bits += BITS_OF_LETTER;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.write(held >> bits);
            }
        }
        return bytes.toByteArray();
    }
}
