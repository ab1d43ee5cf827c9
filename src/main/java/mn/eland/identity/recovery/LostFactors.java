package mn.eland.identity.recovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.identity.Parties;
import mn.eland.identity.account.Openings;
import mn.eland.identity.account.Passwords;
import mn.eland.identity.account.SecondSteps;
import mn.eland.identity.recovery.FactorReset.Paper;
import mn.eland.identity.recovery.FactorReset.State;
import mn.eland.identity.recovery.RecoveryEvent.FactorResetAsked;
import mn.eland.identity.recovery.RecoveryEvent.FactorResetDropped;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Telephone and recovery codes are lost: the person comes to the office with a paper. One helper compares it with the record, a day
 * later another one does so again, and in between the owner is written to and can stop it. What follows is no open door: the password is
 * worth nothing either, and the way to a new one leads through the owner's mailbox.
 */
@Service
@Transactional
public class LostFactors {

    static final Duration WAIT = Duration.ofDays(1);
    static final Duration LAPSES = Duration.ofDays(7);
    private static final int LONGEST_NOTE = 500;

    private final JdbcClient jdbc;
    private final Openings openings;
    private final SecondSteps steps;
    private final Passwords passwords;
    private final Parties parties;
    private final ElandClock clock;
    private final ApplicationEventPublisher events;

    LostFactors(JdbcClient jdbc, Openings openings, SecondSteps steps, Passwords passwords, Parties parties, ElandClock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.openings = openings;
        this.steps = steps;
        this.passwords = passwords;
        this.parties = parties;
        this.clock = clock;
        this.events = events;
    }

    /** Those that wait for a second helper, the oldest first. Refused with {@code HELPERS_ONLY} (forbidden). */
    @Transactional(readOnly = true)
    public Outcome<List<FactorReset>> open(Actor helper) {
        return !HelpDesk.isHelper(helper) ? HelpDesk.helpersOnly()
                : Outcome.done(rows("state = 'ASKED' and asked_at > ? order by asked_at", lapsed()));
    }

    /** How many this helper could decide: those of others. */
    @Transactional(readOnly = true)
    public int waiting(Actor helper) {
        return jdbc.sql("select count(*) from identity.factor_resets where state = 'ASKED' and asked_at > ? and asked_by <> ? and party_id <> ?")
                .params(lapsed(), helper.person().value(), helper.person().value()).query(Integer.class).single();
    }

    /** What is asked about this person's account, for the owner; empty when nothing is. */
    @Transactional(readOnly = true)
    public Optional<FactorReset> about(PartyId owner) {
        return rows("state = 'ASKED' and party_id = ? and asked_at > ?", owner.value(), lapsed()).stream().findFirst();
    }

    /**
     * The first helper has seen the paper. Refused with {@code HELPERS_ONLY} and {@code OWN_ACCOUNT_HELP} (forbidden), {@code NO_ACCOUNT}
     * (not found), {@code SECOND_STEP_OFF} and {@code RESET_OPEN} (conflict), {@code NOTE_MISSING} and {@code NUMBER_OTHER} (invalid, the
     * number on the paper is not the one of the record).
     */
    public Outcome<FactorReset> ask(Actor helper, PartyId person, Paper paper, String registerNumber, String note) {
        var fault = fault(helper, person, registerNumber, note);
        if (fault.isPresent()) {
            return Outcome.refused(fault.get());
        }
        if (!steps.isOn(person)) {
            return Outcome.refused(Refusal.conflict("SECOND_STEP_OFF"));
        }
        jdbc.sql("update identity.factor_resets set state = 'LAPSED', decided_at = ? where party_id = ? and state = 'ASKED' and asked_at <= ?")
                .params(now(), person.value(), lapsed()).update();
        var id = UUID.randomUUID();
        int added = jdbc.sql("""
                insert into identity.factor_resets (id, party_id, paper, note, asked_by, asked_name, asked_at) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (party_id) where state = 'ASKED' do nothing""")
                .params(id, person.value(), paper.name(), note.strip(), helper.person().value(), helper.name(), now()).update();
        if (added == 0) {
            return Outcome.refused(Refusal.conflict("RESET_OPEN"));
        }
        events.publishEvent(new FactorResetAsked(person, helper.person(), clock.instant().plus(WAIT), clock.instant()));
        return Outcome.done(rows("id = ?", id).get(0));
    }

    /**
     * The second helper, another one, decides; approving asks for the number on the paper again. Refused as {@link #ask}, with
     * {@code RESET_UNKNOWN} (not found), {@code SAME_HELPER} (forbidden), {@code RESET_TOO_EARLY} (conflict, argument {@code from}).
     *
     * @return whose sessions and passkeys have to end; empty when it was refused
     */
    public Outcome<Optional<PartyId>> decide(Actor helper, UUID id, boolean approves, String registerNumber, String note) {
        var reset = rows("id = ? and state = 'ASKED' and asked_at > ? for update", id, lapsed()).stream().findFirst();
        if (!HelpDesk.isHelper(helper)) {
            return HelpDesk.helpersOnly();
        }
        if (reset.isEmpty()) {
            return Outcome.refused(Refusal.notFound("RESET_UNKNOWN"));
        }
        var one = reset.get();
        if (one.askedBy().equals(helper.person())) {
            return Outcome.refused(Refusal.forbidden("SAME_HELPER"));
        }
        var fault = approves ? fault(helper, one.person(), registerNumber, note) : HelpDesk.hindrance(helper, one.person());
        if (fault.isPresent()) {
            return Outcome.refused(fault.get());
        }
        if (approves && clock.instant().isBefore(one.from())) {
            return Outcome.refused(Refusal.conflict("RESET_TOO_EARLY").with("from", one.from()));
        }
        close(one, approves ? State.DONE : State.REFUSED, helper, note);
        return Outcome.done(approves ? Optional.of(one.person()) : Optional.empty());
    }

    /** The owner, who can sign in after all, has not asked for it. Refused with {@code RESET_UNKNOWN} (not found). */
    public Outcome<Void> stop(Actor owner) {
        return about(owner.person()).map(one -> {
            close(one, State.STOPPED, owner, null);
            return Outcome.done();
        }).orElseGet(() -> Outcome.refused(Refusal.notFound("RESET_UNKNOWN")));
    }

    private void close(FactorReset one, State state, Actor by, String note) {
        jdbc.sql("update identity.factor_resets set state = ?, decided_by = ?, decided_name = ?, decision_note = ?, decided_at = ? where id = ?")
                .params(state.name(), by.person().value(), by.name(), note == null || note.isBlank() ? null : note.strip(), now(), one.id()).update();
        if (state == State.DONE) {
            steps.lost(one.person());
            passwords.replace(one.person());
            events.publishEvent(new RecoveryEvent.FactorReset(one.person(), by.person(), clock.instant()));
        } else {
            events.publishEvent(new FactorResetDropped(one.person(), clock.instant()));
        }
    }

    private Optional<Refusal> fault(Actor helper, PartyId person, String registerNumber, String note) {
        return HelpDesk.hindrance(helper, person)
                .or(() -> openings.holderOf(person).isEmpty() ? Optional.of(Refusal.notFound("NO_ACCOUNT")) : Optional.empty())
                .or(() -> note == null || note.isBlank() || note.length() > LONGEST_NOTE ? Optional.of(Refusal.invalid("NOTE_MISSING", "note"))
                : Optional.empty())
                .or(() -> openings.hasNumber(person, plain(registerNumber)) ? Optional.empty()
                : Optional.of(Refusal.invalid("NUMBER_OTHER", "registerNumber")));
    }

    private static String plain(String typed) {
        return typed == null ? "" : typed.replaceAll("\\s", "").toUpperCase(java.util.Locale.ROOT);
    }

    private List<FactorReset> rows(String where, Object... values) {
        return jdbc.sql("select * from identity.factor_resets where " + where).params(values).query(this::row).list();
    }

    private FactorReset row(ResultSet row, int number) throws SQLException {
        var person = new PartyId(row.getObject("party_id", UUID.class));
        var asked = row.getTimestamp("asked_at").toInstant();
        return new FactorReset(row.getObject("id", UUID.class), person, parties.party(person).shortName(), Paper.valueOf(row.getString("paper")),
                row.getString("note"), new PartyId(row.getObject("asked_by", UUID.class)), row.getString("asked_name"), asked, asked.plus(WAIT),
                asked.plus(LAPSES), State.valueOf(row.getString("state")), row.getString("decided_name"));
    }

    @Scheduled(cron = "0 30 3 * * *", zone = "Asia/Ulaanbaatar")
    void lapse() {
        jdbc.sql("update identity.factor_resets set state = 'LAPSED', decided_at = ? where state = 'ASKED' and asked_at <= ?")
                .params(now(), lapsed()).update();
    }

    private Timestamp lapsed() {
        return Timestamp.from(clock.instant().minus(LAPSES));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
