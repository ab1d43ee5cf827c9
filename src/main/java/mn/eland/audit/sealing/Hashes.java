package mn.eland.audit.sealing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Leaves and nodes of the tree, as RFC 6962 section 2.1 hashes them. */
public final class Hashes {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Hashes() {
    }

    public static byte[] leaf(String line) {
        var digest = sha256();
        digest.update(LEAF);
        return digest.digest(line.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] node(byte[] left, byte[] right) {
        var digest = sha256();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
