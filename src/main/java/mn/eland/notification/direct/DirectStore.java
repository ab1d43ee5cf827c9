package mn.eland.notification.direct;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import mn.eland.kernel.ElandClock;
import mn.eland.notification.direct.DirectMessage.Channel;
import mn.eland.store.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of messages on their way, sealed but for their kind. */
@Repository
class DirectStore {

    private static final String PLACE = "notification.messages";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final ElandClock clock;
    private final Vault vault;

    DirectStore(JdbcClient jdbc, ObjectMapper json, ElandClock clock, Vault vault) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.vault = vault;
    }

    void add(DirectMessage m) {
        jdbc.sql("""
                insert into notification.messages (channel, address, language, message, arguments, link, next_try_at, useless_at)
                values (?, ?, ?, ?, ?, ?, current_timestamp, ?)""")
                .params(m.channel().name(), vault.seal(m.address(), PLACE), m.language(), m.message(), vault.seal(write(m.arguments()), PLACE), vault.seal(m.link(), PLACE), m.uselessAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes one that is due; nobody else gets it before it is due again. */
    Optional<Taken> takeDue() {
        return jdbc.sql("""
                update notification.messages set attempts = attempts + 1, next_try_at = current_timestamp + interval '15 seconds' * (1 << least(attempts, 8))
                where id = (select id from notification.messages where next_try_at <= current_timestamp order by next_try_at
                    for update skip locked limit 1) returning *""").query(this::taken).optional();
    }

    /** Sent, or of no use any more. */
    void remove(long id) {
        jdbc.sql("delete from notification.messages where id = ?").param(id).update();
    }

    void forgetUseless(int mostAttempts) {
        jdbc.sql("delete from notification.messages where useless_at < ? or attempts >= ?").params(OffsetDateTime.now(clock), mostAttempts).update();
    }

    int waiting() {
        return jdbc.sql("select count(*) from notification.messages").query(Integer.class).single();
    }

    void hurry() {
        jdbc.sql("update notification.messages set next_try_at = current_timestamp").update();
    }

    private Taken taken(ResultSet row, int n) throws SQLException {
        return new Taken(row.getLong("id"), new DirectMessage(Channel.valueOf(row.getString("channel")), vault.open(row.getString("address"), PLACE),
                row.getString("language"), row.getString("message"), read(vault.open(row.getString("arguments"), PLACE)),
                vault.open(row.getString("link"), PLACE),
                row.getObject("useless_at", OffsetDateTime.class).toInstant()));
    }

    private String write(Map<String, String> arguments) {
        try {
            return json.writeValueAsString(arguments);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Map<String, String> read(String arguments) {
        try {
            return json.readValue(arguments, new TypeReference<>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    record Taken(long id, DirectMessage message) {
    }
}
