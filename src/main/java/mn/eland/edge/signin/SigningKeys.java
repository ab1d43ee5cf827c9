package mn.eland.edge.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.JWSAlgorithm;
import java.text.ParseException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The keys that sign tokens, kept in the database. The newest signs; older ones still verify until they are retired, so a
 * key can be exchanged without signing anybody out.
 */
class SigningKeys implements JWKSource<SecurityContext> {

    private static final int BITS = 2048;

    private final JdbcClient jdbc;
    private volatile JWKSet keys;

    SigningKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
        reload();
        if (keys.isEmpty()) {
            addKey();
        }
    }

    /** Newest first. */
    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) {
        return selector.select(keys);
    }

    /** From now on a new key signs. */
    final void addKey() {
        try {
            var key = new RSAKeyGenerator(BITS).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256)
                    .keyID(UUID.randomUUID().toString()).generate();
            jdbc.sql("insert into edge.signing_keys (id, public_key, private_key, created_at) values (?, ?, ?, clock_timestamp())")
                    .params(key.getKeyID(), key.toPublicJWK().toJSONString(), key.toJSONString()).update();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        reload();
    }

    /** Keys that another node made become known here. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    final void reload() {
        keys = new JWKSet(jdbc.sql("select private_key from edge.signing_keys where retired_at is null order by created_at desc, id")
                .query(String.class).list().stream().<JWK>map(SigningKeys::parse).toList());
    }

    private static RSAKey parse(String json) {
        try {
            return RSAKey.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException("a signing key in the database cannot be read", e);
        }
    }
}
