package mn.eland.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import mn.eland.identity.Identifying.Finding;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import mn.eland.store.reading.Reads;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of what was found about a party for a case, and what people decided about it. */
@Repository
class IdentificationRepository {

    private static final Reads LAST = Reads.of("identity.identifications");

    private final JdbcClient jdbc;
    private final Clock clock;

    IdentificationRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A repeated step finds the same or something newer; what people decided is kept. */
    void found(PartyId party, CaseRef caseRef, Finding finding) {
        jdbc.sql("""
                insert into identity.identifications (party_id, case_ref, found, name_matches, sanctions, pep, at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (party_id, case_ref) do update set found = excluded.found,
                    name_matches = excluded.name_matches, sanctions = excluded.sanctions, pep = excluded.pep, at = excluded.at""")
                .params(party.value(), caseRef.number(), finding.found(), finding.nameMatches(), finding.sanctions(),
                        finding.pep(), OffsetDateTime.now(clock)).update();
    }

    void decided(PartyId party, CaseRef caseRef, String level, String approver, String refreshEvery) {
        jdbc.sql("update identity.identifications set level = ?, approver = ?, refresh_every = ? where party_id = ? and case_ref = ?")
                .params(level, approver, refreshEvery, party.value(), caseRef.number()).update();
    }

    /** True when it was still open. */
    boolean reviewed(PartyId party, CaseRef caseRef, boolean approved, PartyId by, String fundsSource, String note) {
        return jdbc.sql("""
                update identity.identifications set approved = ?, approved_by = ?, funds_source = ?, review_note = ?
                where party_id = ? and case_ref = ? and approved is null""")
                .params(approved, by.value(), fundsSource, note, party.value(), caseRef.number()).update() == 1;
    }

    Optional<Row> last(PartyId party) {
        return LAST.once(party, () -> jdbc.sql("select * from identity.identifications where party_id = ? order by at desc, id desc limit 1")
                .param(party.value()).query(IdentificationRepository::row).optional());
    }

    Optional<Row> find(PartyId party, CaseRef caseRef) {
        return jdbc.sql("select * from identity.identifications where party_id = ? and case_ref = ?")
                .params(party.value(), caseRef.number()).query(IdentificationRepository::row).optional();
    }

    /** The one of the case that a person has to decide about: decided by the table, not yet by anybody. */
    Optional<Row> toReview(CaseRef caseRef) {
        return jdbc.sql("""
                select * from identity.identifications where case_ref = ? and approved is null and level is not null
                    and level <> 'REJECT' and (level = 'EDD' or not name_matches) order by id limit 1""")
                .param(caseRef.number()).query(IdentificationRepository::row).optional();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(new PartyId(row.getObject("party_id", UUID.class)), row.getBoolean("found"), row.getBoolean("name_matches"),
                row.getBoolean("sanctions"), row.getBoolean("pep"), row.getString("level"), row.getString("approver"),
                row.getObject("approved", Boolean.class), row.getObject("at", OffsetDateTime.class));
    }

    /** @param approved null while nobody has decided or had to */
    record Row(PartyId party, boolean found, boolean nameMatches, boolean sanctions, boolean pep, String level, String approver,
               Boolean approved, OffsetDateTime at) {

        /** Enhanced care, or a name that is not the register's. */
        boolean isToReview() {
            return approved == null && !"REJECT".equals(level) && ("EDD".equals(level) || !nameMatches);
        }

        Parties.Identification view() {
            return new Parties.Identification(found, nameMatches, sanctions, pep, level, approved, at.toInstant());
        }
    }
}
