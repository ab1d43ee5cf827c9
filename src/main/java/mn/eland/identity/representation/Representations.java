package mn.eland.identity.representation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.identity.Parties.Basis;
import mn.eland.identity.Parties.Representation;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of representations and of the cases in which they were used. */
@Repository
public class Representations {

    private static final String NEWEST = " order by coalesce(valid_until, date '9999-12-31') desc, id desc";

    private final JdbcClient jdbc;
    private final ElandClock clock;

    Representations(JdbcClient jdbc, ElandClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void put(PartyId by, Representation r) {
        jdbc.sql("""
                insert into identity.representations (holder, principal, basis, paper_no, given_on, valid_until, recorded_by, at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (holder, principal, basis, paper_no) do nothing""")
                .params(r.holder().value(), r.principal().value(), r.basis().name(), r.paperNo(), Date.valueOf(r.givenOn()),
                        r.validUntil() == null ? null : Date.valueOf(r.validUntil()), by.value(), OffsetDateTime.now(clock)).update();
    }

    /** The one between the two that lasts longest, be it over or not. */
    public Optional<Representation> between(PartyId holder, PartyId principal) {
        return jdbc.sql("select * from identity.representations where holder = ? and principal = ?" + NEWEST + " limit 1")
                .params(holder.value(), principal.value()).query(Representations::representation).optional();
    }

    /** Those in force on this day, for whom a person may act. */
    public List<Representation> by(PartyId holder, LocalDate on) {
        return jdbc.sql("select * from identity.representations where holder = ? and (valid_until is null or valid_until >= ?)" + NEWEST)
                .params(holder.value(), Date.valueOf(on)).query(Representations::representation).list();
    }

    /** Who represents a company or a minor by law on this day. */
    public Optional<Representation> byLaw(PartyId principal, LocalDate on) {
        return jdbc.sql("select * from identity.representations where principal = ? and basis <> 'POA' and (valid_until is null or valid_until >= ?)"
                        + NEWEST + " limit 1")
                .params(principal.value(), Date.valueOf(on)).query(Representations::representation).optional();
    }

    public void used(Representation r, CaseRef caseRef) {
        jdbc.sql("""
                insert into identity.representations_used (case_ref, principal, representation, at)
                select ?, principal, id, ? from identity.representations where holder = ? and principal = ? and basis = ? and paper_no = ?
                on conflict (case_ref, principal) do nothing""")
                .params(caseRef.number(), OffsetDateTime.now(clock), r.holder().value(), r.principal().value(), r.basis().name(),
                        r.paperNo()).update();
    }

    public Optional<Representation> used(CaseRef caseRef, PartyId principal) {
        return jdbc.sql("""
                select r.* from identity.representations r join identity.representations_used u on u.representation = r.id
                where u.case_ref = ? and u.principal = ?""")
                .params(caseRef.number(), principal.value()).query(Representations::representation).optional();
    }

    /** In how many cases somebody acted by power of attorney since then. */
    public int powersUsed(PartyId holder, LocalDate since) {
        return jdbc.sql("""
                select count(distinct u.case_ref) from identity.representations_used u
                join identity.representations r on r.id = u.representation
                where r.holder = ? and r.basis = 'POA' and u.at::date >= ?""")
                .params(holder.value(), Date.valueOf(since)).query(Integer.class).single();
    }

    private static Representation representation(ResultSet row, int n) throws SQLException {
        return new Representation(new PartyId(row.getObject("holder", UUID.class)), new PartyId(row.getObject("principal", UUID.class)),
                Basis.valueOf(row.getString("basis")), row.getString("paper_no"), row.getObject("given_on", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
    }
}
