package mn.eland.store.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM: twelve bytes of nonce, then what is encrypted with its tag of sixteen. A cipher is kept for each thread. */
final class Sealing {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(Sealing::newCipher);
    private static final ThreadLocal<Mac> MAC = ThreadLocal.withInitial(() -> {
        try {
            return Mac.getInstance("HmacSHA256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    });

    private Sealing() {
    }

    static byte[] random(int bytes) {
        var some = new byte[bytes];
        CHANCE.nextBytes(some);
        return some;
    }

    /** @param place what the sealed text is bound to: it opens nowhere else */
    static byte[] close(SecretKey key, byte[] open, String place) {
        return close(CIPHER.get(), key, open, place, random(NONCE_BYTES));
    }

    /** Equal for equal texts at one place, so that it can be found again: the nonce is a keyed hash of both, and no cipher takes one twice. */
    static byte[] closeAlike(SecretKey key, SecretKey nonceKey, byte[] open, String place) {
        return close(newCipher(), key, open, place, Arrays.copyOf(hash(nonceKey, place, open), NONCE_BYTES));
    }

    private static byte[] close(Cipher cipher, SecretKey key, byte[] open, String place, byte[] nonce) {
        try {
            init(cipher, Cipher.ENCRYPT_MODE, key, nonce, place);
            var both = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(open.length));
            cipher.doFinal(open, 0, open.length, both, NONCE_BYTES);
            return both;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException when it was sealed for another place or with another key, or was changed */
    static byte[] open(SecretKey key, byte[] closed, String place) {
        try {
            return init(CIPHER.get(), Cipher.DECRYPT_MODE, key, Arrays.copyOf(closed, NONCE_BYTES), place).doFinal(closed, NONCE_BYTES, closed.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException("sealed with another key, for another place, or changed: " + place, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keyed hash of a text of a kind. */
    static byte[] hash(SecretKey key, String kind, byte[] text) {
        try {
            var mac = MAC.get();
            mac.init(key);
            mac.update(kind.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cipher newCipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cipher init(Cipher cipher, int mode, SecretKey key, byte[] nonce, String place) throws GeneralSecurityException {
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
