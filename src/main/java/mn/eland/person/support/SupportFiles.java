package mn.eland.person.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.identity.Parties;
import mn.eland.identity.recovery.HelpDesk;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.person.privacy.ConsentRegister;
import mn.eland.person.privacy.ConsentRegister.Purpose;
import mn.eland.person.privacy.FileLooks;
import mn.eland.person.privacy.PrivacyEvent.ConsentGiven;
import mn.eland.person.privacy.PrivacyEvent.ConsentWithdrawn;
import mn.eland.person.support.SupportEvent.FileAskedFor;
import mn.eland.person.support.SupportEvent.FileOpened;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files of people who let a helper look. Without the person's consent there is none; it ends by itself after some days, and at once
 * when the person takes it back. Each opening has a reason, lasts an hour at the most, and stands on the person's own page.
 */
@Service
@Transactional
public class SupportFiles implements FileLooks {

    private static final Duration VISIT = Duration.ofHours(1);
    private static final int LONGEST_REASON = 300;

    private final JdbcClient jdbc;
    private final HelpDesk desk;
    private final ConsentRegister consents;
    private final FileParts parts;
    private final Parties parties;
    private final ElandClock clock;
    private final ApplicationEventPublisher events;

    SupportFiles(JdbcClient jdbc, HelpDesk desk, ConsentRegister consents, FileParts parts, Parties parties, ElandClock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.consents = consents;
        this.parts = parts;
        this.parties = parties;
        this.clock = clock;
        this.events = events;
    }

    /** @param allowedUntil null while the person has not agreed */
    public record Person(PartyId person, String name, Instant allowedUntil) {
    }

    private record Opened(PartyId person, Visit visit) {
    }

    /** Refused as {@link HelpDesk#find(Actor, String)}. */
    @Transactional(readOnly = true)
    public Outcome<Person> find(Actor helper, String typed) {
        return desk.find(helper, typed).map(account -> person(account.person(), account.name()));
    }

    @Transactional(readOnly = true)
    public Outcome<Person> find(Actor helper, PartyId person) {
        return desk.find(helper, person).map(account -> person(person, account.name()));
    }

    /**
     * Asks the person for consent. Refused as {@link #find}, and with {@code REASON_MISSING} (invalid), {@code OWN_FILE} (forbidden),
     * {@code SUPPORT_ASKED} (conflict) while an ask of this helper waits.
     */
    public Outcome<Void> ask(Actor helper, PartyId person, String reason) {
        return mayAct(helper, person, reason).flatMap(found -> {
            int added = jdbc.sql("""
                    insert into person.support_asks (id, person, asked_by, asked_name, reason, asked_at) values (?, ?, ?, ?, ?, ?)
                    on conflict (person, asked_by) where answered_at is null do nothing""")
                    .params(UUID.randomUUID(), person.value(), helper.person().value(), helper.name(), reason.strip(), now()).update();
            if (added == 0) {
                return Outcome.refused(Refusal.conflict("SUPPORT_ASKED"));
            }
            events.publishEvent(new FileAskedFor(person, helper.person(), helper.name(), reason.strip(), clock.instant()));
            return Outcome.done();
        });
    }

    /**
     * Opens the file, for an hour or until the consent ends. Refused as {@link #ask}, and with {@code SUPPORT_NOT_ALLOWED} (conflict)
     * without the person's consent.
     *
     * @return under which it is read
     */
    public Outcome<UUID> open(Actor helper, PartyId person, String reason) {
        return mayAct(helper, person, reason).flatMap(found -> {
            if (found.allowedUntil() == null) {
                return Outcome.refused(Refusal.conflict("SUPPORT_NOT_ALLOWED"));
            }
            var id = UUID.randomUUID();
            var hour = clock.instant().plus(VISIT);
            var until = hour.isBefore(found.allowedUntil()) ? hour : found.allowedUntil();
            jdbc.sql("insert into person.support_visits (id, person, by_party, by_name, reason, opened_at, until) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(id, person.value(), helper.person().value(), helper.name(), reason.strip(), now(), Timestamp.from(until)).update();
            events.publishEvent(new FileOpened(person, helper.person(), helper.name(), id, reason.strip(), until, clock.instant()));
            return Outcome.done(id);
        });
    }

    /**
     * The file. Refused with {@code HELPERS_ONLY} (forbidden), {@code VISIT_UNKNOWN} (not found) for another helper's, {@code VISIT_OVER}
     * (expired).
     */
    public Outcome<SupportFile> read(Actor helper, UUID visit) {
        return mine(helper, visit).flatMap(opened -> {
            if (opened.visit.closedAt() != null || !opened.visit.until().isAfter(clock.instant())
                    || !consents.isGiven(opened.person, Purpose.SUPPORT)) {
                return Outcome.refused(Refusal.expired("VISIT_OVER"));
            }
            jdbc.sql("update person.support_visits set looks = looks + 1 where id = ?").param(visit).update();
            return Outcome.done(new SupportFile(visit, parties.party(opened.person)
                    .shortName(), opened.visit.reason(), opened.visit.until(), parts.of(opened.person)));
        });
    }

    /** The helper is done. Refused as {@link #read}, but not for one that is over. */
    public Outcome<Void> close(Actor helper, UUID visit) {
        return mine(helper, visit).map(opened -> {
            jdbc.sql("update person.support_visits set closed_at = ? where id = ? and closed_at is null").params(now(), visit).update();
            return null;
        });
    }

    @Override
    @Transactional(readOnly = true)
    public List<Ask> asks(PartyId person) {
        return jdbc.sql("select * from person.support_asks where person = ? and answered_at is null order by asked_at").param(person.value())
                .query((row, n) -> new Ask(row.getObject("id", UUID.class), row.getString("asked_name"), row.getString("reason"),
                        row.getTimestamp("asked_at").toInstant())).list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Visit> visits(PartyId person) {
        return jdbc.sql("select * from person.support_visits where person = ? order by opened_at desc limit 50").param(person.value())
                .query((row, n) -> opened(row).visit).list();
    }

    /** All who asked have their answer. */
    @EventListener
    void on(ConsentGiven event) {
        if (event.purpose().equals(Purpose.SUPPORT.name())) {
            answered(event.person());
        }
    }

    /** Whoever is in is out at once. */
    @EventListener
    void on(ConsentWithdrawn event) {
        if (event.purpose().equals(Purpose.SUPPORT.name())) {
            answered(event.person());
            jdbc.sql("update person.support_visits set closed_at = ? where person = ? and closed_at is null and until > ?")
                    .params(now(), event.person().value(), now()).update();
        }
    }

    @Override
    public void refuse(PartyId person) {
        answered(person);
    }

    private void answered(PartyId person) {
        jdbc.sql("update person.support_asks set answered_at = ? where person = ? and answered_at is null").params(now(), person.value()).update();
    }

    private Outcome<Person> mayAct(Actor helper, PartyId person, String reason) {
        return find(helper, person).flatMap(found -> helper.person().equals(person) ? Outcome.refused(Refusal.forbidden("OWN_FILE"))
                : reason == null || reason.isBlank() || reason.length() > LONGEST_REASON
                        ? Outcome.refused(Refusal.invalid("REASON_MISSING", "reason"))
                : Outcome.done(found));
    }

    private Outcome<Opened> mine(Actor helper, UUID visit) {
        if (!HelpDesk.isHelper(helper)) {
            return Outcome.refused(Refusal.forbidden("HELPERS_ONLY"));
        }
        return jdbc.sql("select * from person.support_visits where id = ? and by_party = ?").params(visit, helper.person().value())
                .query((row, n) -> opened(row)).optional().map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal.notFound("VISIT_UNKNOWN")));
    }

    private Person person(PartyId person, String name) {
        return new Person(person, name, consents.until(person, Purpose.SUPPORT).orElse(null));
    }

    private static Opened opened(ResultSet row) throws SQLException {
        var closed = Optional.ofNullable(row.getTimestamp("closed_at")).map(Timestamp::toInstant).orElse(null);
        return new Opened(new PartyId(row.getObject("person", UUID.class)), new Visit(row.getObject("id", UUID.class), row.getString("by_name"),
                row.getString("reason"), row.getTimestamp("opened_at").toInstant(), row.getTimestamp("until")
                        .toInstant(), closed, row.getInt("looks")));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
