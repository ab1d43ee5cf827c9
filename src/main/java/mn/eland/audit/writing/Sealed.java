package mn.eland.audit.writing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM: twelve random bytes, then what is encrypted with its tag. */
final class Sealed {

    static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom CHANCE = new SecureRandom();

    private Sealed() {
    }

    static byte[] random(int bytes) {
        var some = new byte[bytes];
        CHANCE.nextBytes(some);
        return some;
    }

    /** @param context what the cipher is bound to: it opens nowhere else */
    static byte[] close(byte[] key, byte[] open, String context) {
        try {
            var nonce = random(NONCE_BYTES);
            var closed = cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(open);
            var both = Arrays.copyOf(nonce, NONCE_BYTES + closed.length);
            System.arraycopy(closed, 0, both, NONCE_BYTES, closed.length);
            return both;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Null when key or context are others. */
    static byte[] open(byte[] key, byte[] closed, String context) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(closed, NONCE_BYTES), context)
                    .doFinal(closed, NONCE_BYTES, closed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
