package mn.eland.integration.stage;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that was asked of the simulators and what they answered or sent, masked, newest first. */
public class Exchanges {

    private final JdbcClient jdbc;
    private final Clock clock;

    public Exchanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param direction IN asked of a simulator, OUT sent by one */
    public record Exchange(long id, String correlationId, Instant at, String direction, String system, String operation,
                           String method, String address, String request, int status, String response, long millis) {
    }

    public void remember(String correlationId, String direction, String system, String operation, String method,
                         String address, String request, int status, String response, long millis) {
        jdbc.sql("""
                insert into simulators.exchanges
                  (correlation_id, at, direction, system, operation, method, address, request, status, response, millis)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(correlationId).param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param(direction)
                .param(system).param(operation).param(method).param(Masking.masked(address)).param(clean(request))
                .param(status).param(clean(response)).param(millis).update();
    }

    /** PostgreSQL text cannot hold the character zero. */
    private static String clean(String text) {
        return text == null ? null : Masking.masked(text).replace("\u0000", "");
    }

    public List<Exchange> newest(String system, int limit) {
        return jdbc.sql("select * from simulators.exchanges where ?::text is null or system = ? order by id desc limit ?")
                .param(system).param(system).param(limit).query(Exchanges::row).list();
    }

    public Optional<Exchange> one(long id) {
        return jdbc.sql("select * from simulators.exchanges where id = ?").param(id).query(Exchanges::row).optional();
    }

    private static Exchange row(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Exchange(row.getLong("id"), row.getString("correlation_id"),
                row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("direction"), row.getString("system"),
                row.getString("operation"), row.getString("method"), row.getString("address"), row.getString("request"),
                row.getInt("status"), row.getString("response"), row.getLong("millis"));
    }
}
