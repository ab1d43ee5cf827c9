package mn.eland.integration.stage;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bearer tokens of the simulated systems; they outlive a restart, as those of real systems do. */
public class SandboxTokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 180;

    private final JdbcClient jdbc;
    private final Clock clock;

    public SandboxTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param expiresAt when it stops working */
    public record Token(String text, Instant expiresAt) {
    }

    /** A text in the shape of a signed token, of about 360 characters. */
    public Token issue(String system, String kind, Duration life) {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        var url = Base64.getUrlEncoder().withoutPadding();
        var head = url.encodeToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        var noise = url.encodeToString(bytes);
        var token = new Token(head + "." + noise.substring(0, noise.length() - 43) + "." + noise.substring(noise.length() - 43),
                clock.instant().plus(life));
        jdbc.sql("delete from simulators.tokens where expires_at < ?").param(at(clock.instant())).update();
        jdbc.sql("insert into simulators.tokens (token, system, kind, expires_at) values (?, ?, ?, ?)")
                .param(token.text()).param(system).param(kind).param(at(token.expiresAt())).update();
        return token;
    }

    /** Whether an {@code Authorization} header carries a living token of this system and kind. */
    public boolean accepts(String system, String kind, String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return false;
        }
        return jdbc.sql("select count(*) from simulators.tokens where token = ? and system = ? and kind = ? and expires_at > ?")
                .param(authorization.substring("Bearer ".length()).trim()).param(system).param(kind).param(at(clock.instant()))
                .query(Long.class).single() > 0;
    }

    /** The pair in a Basic header. */
    public static boolean isBasic(String authorization, String user, String password) {
        var expected = "Basic " + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return expected.equals(authorization);
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
