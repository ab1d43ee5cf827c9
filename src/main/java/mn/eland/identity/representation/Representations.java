package mn.eland.identity.representation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mn.eland.identity.Parties.Basis;
import mn.eland.identity.Parties.Representation;
import mn.eland.identity.trace.IdentityEvent.RepresentativeActed;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Recollection;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of representations and of the cases in which they were used. */
@Repository
public class Representations {

    private static final String NEWEST = " order by coalesce(valid_until, date '9999-12-31') desc, id desc";

    private final JdbcClient jdbc;
    private final ElandClock clock;
    private final ApplicationEventPublisher events;
    private final Recollection recollection;
    private final WithoutPapers without = new WithoutPapers();

    Representations(JdbcClient jdbc, ElandClock clock, ApplicationEventPublisher events, Recollection recollection) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
        this.recollection = recollection;
    }

    public void put(PartyId by, Representation r) {
        recollection.changed();
        without.forget();
        jdbc.sql("""
                insert into identity.representations (holder, principal, basis, paper_no, given_on, valid_until, recorded_by, at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (holder, principal, basis, paper_no) do nothing""")
                .params(r.holder().value(), r.principal().value(), r.basis().name(), r.paperNo(), Date.valueOf(r.givenOn()),
                        r.validUntil() == null ? null : Date.valueOf(r.validUntil()), by.value(), OffsetDateTime.now(clock)).update();
    }

    /** The one between the two that lasts longest, be it over or not. */
    public Optional<Representation> between(PartyId holder, PartyId principal) {
        return jdbc.sql("select * from identity.representations where holder = ? and principal = ? and revoked_at is null" + NEWEST + " limit 1")
                .params(holder.value(), principal.value()).query(Representations::representation).optional();
    }

    /** Those in force on this day, for whom a person may act; read once in a request, because each door on its way asks. */
    public List<Representation> by(PartyId holder, LocalDate on) {
        return recollection.once(new Held(holder, on), () -> without.isKnown(holder) ? List.of() : without.read(holder, () -> read(holder, on)));
    }

    private record Held(PartyId holder, LocalDate on) {
    }

    private List<Representation> read(PartyId holder, LocalDate on) {
        return jdbc.sql("select * from identity.representations where holder = ? and revoked_at is null and (valid_until is null or valid_until >= ?)" + NEWEST)
                .params(holder.value(), Date.valueOf(on)).query(Representations::representation).list();
    }

    /** Who represents a company or a minor by law on this day. */
    public Optional<Representation> byLaw(PartyId principal, LocalDate on) {
        return jdbc.sql("select * from identity.representations where principal = ? and basis <> 'POA' and revoked_at is null and (valid_until is null or valid_until >= ?)"
                        + NEWEST + " limit 1")
                .params(principal.value(), Date.valueOf(on)).query(Representations::representation).optional();
    }

    /** The powers of attorney in force that somebody has given, or a company or minor whom he represents by law. */
    public List<Representation> givenBy(PartyId person, LocalDate on) {
        return jdbc.sql("""
                select * from identity.representations where basis = 'POA' and revoked_at is null and valid_until >= :on and (principal = :person
                    or principal in (select principal from identity.representations where holder = :person and basis <> 'POA' and revoked_at is null
                        and (valid_until is null or valid_until >= :on)))""" + NEWEST)
                .param("person", person.value()).param("on", Date.valueOf(on)).query(Representations::representation).list();
    }

    /** Takes a power of attorney back; refused with {@code PAPER_NOT_YOURS} (forbidden) or {@code PAPER_UNKNOWN} (not found). */
    public Outcome<Void> revoke(Actor by, PartyId holder, PartyId principal, String paperNo) {
        boolean may = by.isAnyOf(Role.AGENT, Role.NOTARY, Role.OPERATOR) || by.person().equals(holder) || by.person().equals(principal)
                || byLaw(principal, clock.today()).filter(paper -> paper.holder().equals(by.person())).isPresent();
        if (!may) {
            return Outcome.refused(Refusal.forbidden("PAPER_NOT_YOURS"));
        }
        recollection.changed();
        int rows = jdbc.sql("""
                update identity.representations set revoked_at = ?, revoked_by = ?
                where holder = ? and principal = ? and paper_no = ? and basis = 'POA' and revoked_at is null""")
                .params(OffsetDateTime.now(clock), by.person().value(), holder.value(), principal.value(), paperNo).update();
        return rows > 0 ? Outcome.done() : Outcome.refused(Refusal.notFound("PAPER_UNKNOWN"));
    }

    public void used(Representation r, CaseRef caseRef) {
        jdbc.sql("""
                insert into identity.representations_used (case_ref, principal, representation, at)
                select ?, principal, id, ? from identity.representations where holder = ? and principal = ? and basis = ? and paper_no = ?
                on conflict (case_ref, principal) do nothing""")
                .params(caseRef.number(), OffsetDateTime.now(clock), r.holder().value(), r.principal().value(), r.basis().name(),
                        r.paperNo()).update();
        events.publishEvent(new RepresentativeActed(r.holder(), r.principal(), r.basis().name(), r.paperNo(), caseRef, clock.instant()));
    }

    public Optional<Representation> used(CaseRef caseRef, PartyId principal) {
        return jdbc.sql("""
                select r.* from identity.representations r join identity.representations_used u on u.representation = r.id
                where u.case_ref = ? and u.principal = ?""")
                .params(caseRef.number(), principal.value()).query(Representations::representation).optional();
    }

    /** In which cases somebody acted by power of attorney since then, and when. */
    public Map<CaseRef, LocalDate> powersUsed(PartyId holder, LocalDate since) {
        var cases = new LinkedHashMap<CaseRef, LocalDate>();
        jdbc.sql("""
                select u.case_ref, min((u.at at time zone 'Asia/Ulaanbaatar')::date) as on_day from identity.representations_used u
                join identity.representations r on r.id = u.representation
                where r.holder = ? and r.basis = 'POA' and (u.at at time zone 'Asia/Ulaanbaatar')::date >= ? group by u.case_ref order by u.case_ref""")
                .params(holder.value(), Date.valueOf(since))
                .query(row -> {
                    cases.put(CaseRef.of(row.getString("case_ref")), row.getObject("on_day", LocalDate.class));
                });
        return cases;
    }

    private static Representation representation(ResultSet row, int n) throws SQLException {
        return new Representation(new PartyId(row.getObject("holder", UUID.class)), new PartyId(row.getObject("principal", UUID.class)),
                Basis.valueOf(row.getString("basis")), row.getString("paper_no"), row.getObject("given_on", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
    }
}
