package mn.eland.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mn.eland.kernel.PartyId;
import mn.eland.store.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of notifications and of the mails they become. */
@Repository
class NotificationStore {

    private static final String ROW = "select id, person, case_ref, message, arguments::text as arguments, link, created_at, read_at from notification.notifications ";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final Vault vault;

    NotificationStore(JdbcClient jdbc, ObjectMapper json, Clock clock, Vault vault) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.vault = vault;
    }

    /** Kept once for a person and an event, however often the event is told. */
    void add(PartyId person, String event, Notice notice) {
        var secretUntil = notice.secretUntil() == null ? null : notice.secretUntil().atZone(clock.getZone()).toOffsetDateTime();
        jdbc.sql("""
                with added as (
                    insert into notification.notifications (person, event, case_ref, message, arguments, link, secret_until, created_at)
                    values (?, ?, ?, ?, cast(? as jsonb), ?, ?, ?) on conflict (person, event) do nothing returning id)
                insert into notification.letters (notification_id, next_try_at) select id, current_timestamp from added""")
                .params(person.value(), event, notice.caseRef() == null ? null : notice.caseRef().number(), notice.message(),
                        write(sealed(person, notice.packed())), notice.link(),
                        secretUntil, OffsetDateTime.now(clock))
                .update();
    }

    List<Row> of(PartyId person, Long before, int limit) {
        return jdbc.sql(ROW + "where person = ? and id < ? order by id desc limit ?")
                .params(person.value(), before == null ? Long.MAX_VALUE : before, limit).query(this::row).list();
    }

    int unread(PartyId person) {
        return jdbc.sql("select count(*) from notification.notifications where person = ? and read_at is null")
                .param(person.value()).query(Integer.class).single();
    }

    Optional<Row> read(PartyId person, long id) {
        jdbc.sql("update notification.notifications set read_at = ? where person = ? and id = ? and read_at is null")
                .params(OffsetDateTime.now(clock), person.value(), id).update();
        return jdbc.sql(ROW + "where person = ? and id = ?").params(person.value(), id).query(this::row).optional();
    }

    void readAll(PartyId person, long upTo) {
        jdbc.sql("update notification.notifications set read_at = ? where person = ? and id <= ? and read_at is null")
                .params(OffsetDateTime.now(clock), person.value(), upTo).update();
    }

    void forgetSecrets() {
        jdbc.sql("update notification.notifications set arguments = arguments - 'code', secret_until = null where secret_until < ?")
                .param(OffsetDateTime.now(clock)).update();
    }

    /** Takes one mail that is due; nobody else gets it before it is due again. */
    Optional<Row> takeDueLetter() {
        return jdbc.sql("""
                with taken as (update notification.letters set attempts = attempts + 1,
                    next_try_at = current_timestamp + interval '1 minute' * (1 << least(attempts * 2, 10))
                where notification_id = (select notification_id from notification.letters
                    where sent_at is null and given_up_at is null and next_try_at <= current_timestamp
                    order by next_try_at for update skip locked limit 1)
                returning notification_id)
                """ + ROW + "where id = (select notification_id from taken)").query(this::row).optional();
    }

    int lettersWaiting() {
        return jdbc.sql("select count(*) from notification.letters where sent_at is null and given_up_at is null").query(Integer.class).single();
    }

    /** Takes the pause away from those that were not sent. */
    void hurryLetters() {
        jdbc.sql("update notification.letters set next_try_at = current_timestamp where sent_at is null and given_up_at is null").update();
    }

    void sent(long id) {
        jdbc.sql("update notification.letters set sent_at = current_timestamp, last_error = null where notification_id = ?").param(id).update();
    }

    /** @param mostAttempts after so many the mail is given up */
    void notSent(long id, String error, int mostAttempts) {
        jdbc.sql("""
                update notification.letters set last_error = ?,
                    given_up_at = case when attempts >= ? then current_timestamp end where notification_id = ?""")
                .params(error, mostAttempts, id).update();
    }

    void notWanted(long id) {
        jdbc.sql("update notification.letters set given_up_at = current_timestamp, last_error = 'no address' where notification_id = ?")
                .param(id).update();
    }

    /** A secret stands sealed until it is forgotten. */
    private Map<String, String> sealed(PartyId person, Map<String, String> arguments) {
        arguments.computeIfPresent(Notice.SECRET, (name, code) -> vault.seal(code, place(person)));
        return arguments;
    }

    private Map<String, String> opened(PartyId person, Map<String, String> arguments) {
        arguments.computeIfPresent(Notice.SECRET, (name, code) -> code.startsWith("text:") ? code : vault.open(code, place(person)));
        return arguments;
    }

    private static String place(PartyId person) {
        return "notification.notifications.arguments:" + person;
    }

    private Row row(ResultSet row, int number) throws SQLException {
        var readAt = row.getObject("read_at", OffsetDateTime.class);
        var person = new PartyId(row.getObject("person", UUID.class));
        return new Row(row.getLong("id"), person, row.getString("case_ref"),
                row.getString("message"), Notice.unpacked(opened(person, read(row.getString("arguments")))), row.getString("link"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(), readAt == null ? null : readAt.toInstant());
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

    record Row(long id, PartyId person, String caseRef, String message, Map<String, Object> arguments, String link,
               Instant createdAt, Instant readAt) {
    }
}
