package mn.eland.person.privacy;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import mn.eland.audit.AuditTrail;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.store.person.PersonalData;
import mn.eland.store.person.PersonalData.Duty;
import mn.eland.store.vault.PersonVault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets people, as far and as soon as the law lets us: not while a deal is open, in part while records must be kept, whole when no
 * duty is left. Whole means that the person's key is gone, in the tables and in the trail, and with it what stood under it in every
 * copy; ids stay as ids of nobody, so that books and trail still add up.
 */
@Service
@Transactional
public class Erasures {

    private final JdbcClient jdbc;
    private final List<PersonalData> keepers;
    private final PersonVault people;
    private final AuditTrail trail;
    private final ElandClock clock;
    private final ApplicationEventPublisher events;

    Erasures(JdbcClient jdbc, List<PersonalData> keepers, PersonVault people, AuditTrail trail, ElandClock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.keepers = keepers;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @param hindrances why nothing can be erased now
     * @param kept       what will be kept of an erasure, and until when
     */
    public record Outlook(List<Duty> hindrances, List<Duty> kept) {

        public boolean isPossible() {
            return hindrances.isEmpty();
        }

        /** The last day on which something is kept; null when everything goes at once. */
        public LocalDate keptUntil() {
            return kept.stream().map(Duty::until).max(Comparator.naturalOrder()).orElse(null);
        }
    }

    /** What an erasure would do today. */
    @Transactional(readOnly = true)
    public Outlook outlook(PartyId person) {
        var duties = keepers.stream().flatMap(keeper -> keeper.duties(person).stream())
                .filter(duty -> duty.until() == null || !duty.until().isBefore(clock.today())).distinct().toList();
        return new Outlook(duties.stream().filter(duty -> duty.until() == null).toList(), duties.stream().filter(duty -> Objects.nonNull(duty.until())).toList());
    }

    /** Erases as much as is allowed, closes the account, and remembers when the rest goes. Refused with {@code ERASE_NOT_YET} (conflict). */
    public Outcome<Outlook> erase(PartyId person) {
        var outlook = outlook(person);
        if (!outlook.isPossible()) {
            return Outcome.refused(Refusal.conflict("ERASE_NOT_YET"));
        }
        boolean whole = outlook.kept().isEmpty();
        keepers.forEach(keeper -> keeper.erase(person, whole));
        jdbc.sql("""
                insert into person.erasures (person, asked_at, rest_on, done_at) values (:person, :now, :rest, :done)
                on conflict (person) do update set rest_on = excluded.rest_on, done_at = excluded.done_at""")
                .param("person", person.value()).param("now", now()).param("rest", whole ? null : Date.valueOf(outlook.keptUntil().plusDays(1)))
                .param("done", whole ? now() : null).update();
        if (whole) {
            people.forget(person);
            trail.forget(person);
        }
        events.publishEvent(new PrivacyEvent.PersonErased(person, whole, clock.instant()));
        return Outcome.done(outlook);
    }

    /** Those whose rest may go now. @return how many were looked at */
    int eraseRests() {
        var due = jdbc.sql("select person from person.erasures where done_at is null and rest_on <= ?").param(Date.valueOf(clock.today()))
                .query(UUID.class).list();
        due.forEach(person -> erase(new PartyId(person)));
        return due.size();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
