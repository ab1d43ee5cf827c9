package mn.eland.edge.fresh;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * When a person proved at the embedded issuer who he is. What the issuer itself calls the time of a sign-in is the time at which it
 * gave a code, also to somebody who had long been there; so the time is kept here and put into its tokens.
 */
@Component
public class SignInProofs {

    private final JdbcClient jdbc;
    private final Clock machine = Clock.systemUTC();

    SignInProofs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The person has just shown it to the issuer, by password, second step or passkey. Coming back to the pages is no proof. */
    public void proved(Authentication who) {
        session(who).ifPresent(session -> jdbc.sql("""
                insert into edge.proofs (session, username, at) values (?, ?, ?)
                on conflict (session, username) do update set at = excluded.at""")
                .params(session, who.getName(), Timestamp.from(machine.instant())).update());
    }

    /** When the person of this sign-in proved it; empty when nobody knows any more. */
    public Optional<Instant> of(Authentication signIn) {
        return session(signIn).flatMap(session -> jdbc.sql("select at from edge.proofs where session = ? and username = ?")
                .params(session, signIn.getName()).query((row, n) -> row.getTimestamp("at").toInstant()).optional());
    }

    /** @param freshFor how long a proof is one */
    public boolean isFresh(Authentication signIn, Duration freshFor) {
        return signIn != null && of(signIn).filter(at -> at.isAfter(machine.instant().minus(freshFor))).isPresent();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT6M")
    int forget() {
        return jdbc.sql("delete from edge.proofs where at < current_timestamp - interval '12 hours'").update();
    }

    /** Only a hash: who reads the table shall not have the session. */
    private static Optional<String> session(Authentication who) {
        return who.getDetails() instanceof WebAuthenticationDetails details && details.getSessionId() != null
                ? Optional.of(hash(details.getSessionId())) : Optional.empty();
    }

    private static String hash(String session) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(session.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
