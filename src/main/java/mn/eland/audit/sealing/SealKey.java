package mn.eland.audit.sealing;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.HexFormat;
import mn.eland.audit.AuditProperties;
import mn.eland.kernel.ElandClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The Ed25519 key that signs checkpoints and certificates: it comes from the environment, its public half stays in the database for ever. */
@Component
public class SealKey {

    private static final int PUBLIC_BYTES = 32;
    private static final int FINGERPRINT_BYTES = 8;

    private final KeyPair pair;
    private final String fingerprint;

    SealKey(AuditProperties properties, JdbcClient jdbc, ElandClock clock) {
        pair = pair(properties.signingSeed());
        fingerprint = HexFormat.of().formatHex(Hashes.sha256().digest(publicKey()), 0, FINGERPRINT_BYTES);
        jdbc.sql("insert into audit.signing_keys (key, public_key, since) values (?, ?, ?) on conflict do nothing")
                .params(fingerprint, publicKey(), Timestamp.from(clock.instant())).update();
    }

    /** Beginning of the SHA-256 of the public key. */
    public String fingerprint() {
        return fingerprint;
    }

    public byte[] sign(String text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(Checkpoint.ascii(text));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The 32 bytes that stand at the end of its encoding. */
    public byte[] publicKey() {
        var encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length);
    }

    /** A pair is made of 32 bytes of chance: here they are given. */
    private static KeyPair pair(byte[] seed) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
                @Override
                public void nextBytes(byte[] bytes) {
                    System.arraycopy(seed, 0, bytes, 0, bytes.length);
                }
            });
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
