package mn.eland.person.privacy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import mn.eland.edge.web.Words;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person agreed to, in which words, when, and since when no more (PDPL: in writing or electronically, with its purpose). A
 * consent that was withdrawn stays in the register; another one is another row.
 */
@Service
@Transactional
public class ConsentRegister {

    private final JdbcClient jdbc;
    private final Words words;
    private final ElandClock clock;
    private final ApplicationEventPublisher events;

    ConsentRegister(JdbcClient jdbc, Words words, ElandClock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.words = words;
        this.clock = clock;
        this.events = events;
    }

    /** What one may agree to, each for itself, without losing anything by not doing so. */
    public enum Purpose { NEWS, STATISTICS, SUPPORT }

    /** @param words as they were read; @param withdrawnAt null while it stands */
    public record Consent(Purpose purpose, String words, Instant givenAt, Instant withdrawnAt) {
    }

    /** @param words as they would be agreed to now; @param since null while nothing is agreed */
    public record Choice(Purpose purpose, String words, Instant since) {
    }

    /** What the person may decide now, and has decided. */
    @Transactional(readOnly = true)
    public List<Choice> choices(PartyId person, Locale locale) {
        return Stream.of(Purpose.values()).map(purpose -> standing(person, purpose).map(given -> new Choice(purpose, given.words(), given.givenAt()))
                .orElseGet(() -> new Choice(purpose, words(purpose, locale), null))).toList();
    }

    @Transactional(readOnly = true)
    public boolean isGiven(PartyId person, Purpose purpose) {
        return standing(person, purpose).isPresent();
    }

    /** Agrees to the words in the language in which they are read. Agreeing twice changes nothing. */
    public void give(PartyId person, Purpose purpose, Locale locale) {
        int rows = jdbc.sql("""
                insert into person.consents (person, purpose, words, given_at) values (?, ?, ?, ?)
                on conflict (person, purpose) where withdrawn_at is null do nothing""")
                .params(person.value(), purpose.name(), words(purpose, locale), now()).update();
        if (rows > 0) {
            events.publishEvent(new PrivacyEvent.ConsentGiven(person, purpose.name(), clock.instant()));
        }
    }

    /** As easy as giving it. */
    public void withdraw(PartyId person, Purpose purpose) {
        int rows = jdbc.sql("update person.consents set withdrawn_at = ? where person = ? and purpose = ? and withdrawn_at is null")
                .params(now(), person.value(), purpose.name()).update();
        if (rows > 0) {
            events.publishEvent(new PrivacyEvent.ConsentWithdrawn(person, purpose.name(), clock.instant()));
        }
    }

    /** The person's whole register, newest first. */
    @Transactional(readOnly = true)
    public List<Consent> register(PartyId person) {
        return jdbc.sql("select * from person.consents where person = ? order by id desc").param(person.value()).query(ConsentRegister::consent).list();
    }

    private Optional<Consent> standing(PartyId person, Purpose purpose) {
        return jdbc.sql("select * from person.consents where person = ? and purpose = ? and withdrawn_at is null")
                .params(person.value(), purpose.name()).query(ConsentRegister::consent).optional();
    }

    private String words(Purpose purpose, Locale locale) {
        return words.text("person.consent." + purpose + ".words", java.util.Map.of(), locale);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Consent consent(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        var withdrawn = row.getTimestamp("withdrawn_at");
        return new Consent(Purpose.valueOf(row.getString("purpose")), row.getString("words"), row.getTimestamp("given_at").toInstant(),
                withdrawn == null ? null : withdrawn.toInstant());
    }
}
