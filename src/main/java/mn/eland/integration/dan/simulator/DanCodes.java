package mn.eland.integration.dan.simulator;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who signed in, for whom, and what became of the code. */
public class DanCodes {

    static final String CLIENT = "e1a0d0e1a0d0e1a0d0e1a0d0-5a0db0c5a0db0c5a0db0c5a0db0c5a0d";
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    public DanCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param loginType 0 and 7 for citizens, 1 for who signs in for an organisation; @param token null before the code was used */
    record SignedIn(String code, String clientId, String redirectUri, String scope, String regnum, int loginType, String organisation,
                    boolean used, boolean expired, String token) {
    }

    /** Somebody of the civil register, as the page offers them. */
    public record Person(String regnum, String name) {
    }

    List<Person> people() {
        return jdbc.sql("select regnum, lastname || ' ' || firstname as name from simulators.people where deceased_on is null order by regnum")
                .query((row, n) -> new Person(row.getString("regnum"), row.getString("name"))).list();
    }

    String issue(String clientId, String redirectUri, String scope, String regnum, int loginType, String organisation) {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        var code = HexFormat.of().formatHex(bytes);
        jdbc.sql("""
                insert into simulators.dan_codes (code, client_id, redirect_uri, scope, regnum, login_type, organisation, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(code, clientId, redirectUri, scope, regnum, loginType, organisation, now().plus(LIFE)).update();
        return code;
    }

    Optional<SignedIn> byCode(String code) {
        return jdbc.sql("select * from simulators.dan_codes where code = ? for update").param(code).query(this::row).optional();
    }

    Optional<SignedIn> byToken(String token) {
        return jdbc.sql("select * from simulators.dan_codes where token = ?").param(token).query(this::row).optional();
    }

    void used(String code, String token) {
        jdbc.sql("update simulators.dan_codes set used_at = ?, token = ? where code = ?").params(now(), token, code).update();
    }

    /** A code that comes twice was stolen once: what it gave is taken back. */
    void takeBack(String code) {
        jdbc.sql("delete from simulators.tokens where token = (select token from simulators.dan_codes where code = ?)").param(code).update();
    }

    private SignedIn row(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new SignedIn(row.getString("code"), row.getString("client_id"), row.getString("redirect_uri"), row.getString("scope"),
                row.getString("regnum"), row.getInt("login_type"), row.getString("organisation"), row.getObject("used_at") != null,
                row.getObject("expires_at", OffsetDateTime.class).isBefore(now()), row.getString("token"));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
