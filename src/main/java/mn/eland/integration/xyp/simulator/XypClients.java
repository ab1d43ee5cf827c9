package mn.eland.integration.xyp.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The firms that may call the exchange, with the keys their calls are signed by. */
public class XypClients {

    static final String SANDBOX_TOKEN = "sandbox-access-token";
    private static final Duration SKEW_MAX = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final int keyBits;

    public XypClients(JdbcClient jdbc, Clock clock, int keyBits) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.keyBits = keyBits;
    }

    /** The key of the sandbox's one client in PEM, made once: here the sandbox hands out keys itself. */
    public synchronized String sandboxPrivateKey() {
        var known = jdbc.sql("select private_key from simulators.xyp_clients where access_token = ?").param(SANDBOX_TOKEN)
                .query(String.class).optional();
        return known.orElseGet(() -> {
            var pair = pair();
            var mime = Base64.getMimeEncoder(64, new byte[] {'\n'});
            var pem = "-----BEGIN PRIVATE KEY-----\n" + mime.encodeToString(pair.getPrivate().getEncoded()) + "\n-----END PRIVATE KEY-----\n";
            jdbc.sql("insert into simulators.xyp_clients (access_token, public_key, private_key) values (?, ?, ?)").param(SANDBOX_TOKEN)
                    .param(Base64.getEncoder().encodeToString(pair.getPublic().getEncoded())).param(pem).update();
            return pem;
        });
    }

    private KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(keyBits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the three headers belong together and to a known firm, and the time is near. */
    boolean signed(String accessToken, String timeStamp, String signature) {
        if (accessToken == null || timeStamp == null || signature == null || !timeStamp.matches("\\d{9,11}")) {
            return false;
        }
        var distance = Duration.between(java.time.Instant.ofEpochSecond(Long.parseLong(timeStamp)), clock.instant()).abs();
        var key = jdbc.sql("select public_key from simulators.xyp_clients where access_token = ?").param(accessToken)
                .query(String.class).optional();
        return distance.compareTo(SKEW_MAX) <= 0 && key.isPresent() && verifies(key.get(), accessToken + "." + timeStamp, signature);
    }

    private static boolean verifies(String publicKey, String text, String signature) {
        try {
            var key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
            var check = Signature.getInstance("SHA256withRSA");
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
