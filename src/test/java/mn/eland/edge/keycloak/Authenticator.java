package mn.eland.edge.keycloak;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An application for one-time codes (RFC 6238: SHA-1, thirty seconds, six digits). Keycloak takes each code once, and that of the
 * next step already.
 */
final class Authenticator {

    private final byte[] secret;
    private long lastStep;

    Authenticator(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    String code() {
        lastStep = Math.max(Instant.now().getEpochSecond() / 30, lastStep + 1);
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            var hash = ByteBuffer.wrap(mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(lastStep).array()));
            return "%06d".formatted((hash.getInt(hash.get(hash.limit() - 1) & 0xf) & Integer.MAX_VALUE) % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
