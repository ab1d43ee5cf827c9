package mn.eland.person.privacy;

import java.sql.Timestamp;
import java.time.Duration;
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
import org.springframework.scheduling.annotation.Scheduled;
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
    public enum Purpose {
        NEWS(null), STATISTICS(null), SUPPORT(Duration.ofDays(3));

        /** After which it ends by itself; null when it stands until it is taken back. */
        private final Duration holds;

        Purpose(Duration holds) {
            this.holds = holds;
        }
    }

    /** @param words as they were read; @param withdrawnAt null while it stands */
    public record Consent(Purpose purpose, String words, Instant givenAt, Instant withdrawnAt) {
    }

    /** @param words as they would be agreed to now; @param since null while nothing is agreed; @param until it ends by itself, or null */
    public record Choice(Purpose purpose, String words, Instant since, Instant until) {
    }

    /** What the person may decide now, and has decided. */
    @Transactional(readOnly = true)
    public List<Choice> choices(PartyId person, Locale locale) {
        return Stream.of(Purpose.values()).map(purpose -> standing(person, purpose)
                .map(given -> new Choice(purpose, given.words(), given.givenAt(), until(given)))
                .orElseGet(() -> new Choice(purpose, words(purpose, locale), null, null))).toList();
    }

    @Transactional(readOnly = true)
    public boolean isGiven(PartyId person, Purpose purpose) {
        return standing(person, purpose).isPresent();
    }

    /** Until when a consent that ends by itself stands; empty when it does not stand, or has no end. */
    @Transactional(readOnly = true)
    public Optional<Instant> until(PartyId person, Purpose purpose) {
        return standing(person, purpose).map(ConsentRegister::until);
    }

    private static Instant until(Consent given) {
        return given.purpose().holds == null ? null : given.givenAt().plus(given.purpose().holds);
    }

    /** Agrees to the words in the language in which they are read. Agreeing twice changes nothing. */
    public void give(PartyId person, Purpose purpose, Locale locale) {
        lapse();
        int rows = jdbc.sql("""
                insert into person.consents (person, purpose, words, given_at) values (?, ?, ?, ?)
                on conflict (person, purpose) where withdrawn_at is null do nothing""")
                .params(person.value(), purpose.name(), words(purpose, locale), now()).update();
        if (rows > 0) {
            events.publishEvent(new PrivacyEvent.ConsentGiven(person, purpose.name(), clock.instant()));
        }
    }

    /** What ends by itself has ended then, whenever this is looked at. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT7M")
    public void lapse() {
        Stream.of(Purpose.values()).filter(purpose -> purpose.holds != null)
                .forEach(purpose -> jdbc.sql("""
                        update person.consents set withdrawn_at = given_at + make_interval(secs => ?::double precision)
                        where purpose = ? and withdrawn_at is null and given_at <= ?""")
                        .params(purpose.holds.toSeconds(), purpose.name(), Timestamp.from(clock.instant().minus(purpose.holds))).update());
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
                .params(person.value(), purpose.name()).query(ConsentRegister::consent).optional()
                .filter(given -> purpose.holds == null || given.givenAt().plus(purpose.holds).isAfter(clock.instant()));
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
