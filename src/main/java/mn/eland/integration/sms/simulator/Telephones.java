package mn.eland.integration.sms.simulator;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Text messages that arrived on telephones, newest first. */
public class Telephones {

    private final JdbcClient jdbc;
    private final Clock clock;

    public Telephones(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public record Text(long id, Instant at, String sender, String recipient, String body) {
    }

    long deliver(String sender, String recipient, String body) {
        return jdbc.sql("insert into simulators.texts (at, sender, recipient, body) values (?, ?, ?, ?) returning id")
                .params(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), sender, recipient, body).query(Long.class).single();
    }

    /** The card behind a number was changed now. */
    public void changeCard(String phone) {
        jdbc.sql("insert into simulators.sim_cards (phone, changed_at) values (?, ?) on conflict (phone) do update set changed_at = excluded.changed_at")
                .params(phone, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
    }

    public Optional<Instant> cardChanged(String phone) {
        return jdbc.sql("select changed_at from simulators.sim_cards where phone = ?").param(phone).query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }

    /** @param to null for all */
    public List<Text> newest(String to, int limit) {
        return jdbc.sql("select * from simulators.texts where ?::text is null or recipient = ? order by id desc limit ?")
                .param(to).param(to).param(limit).query((row, n) -> new Text(row.getLong("id"), row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("sender"), row.getString("recipient"), row.getString("body"))).list();
    }
}
