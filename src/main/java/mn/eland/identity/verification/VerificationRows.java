package mn.eland.identity.verification;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.identity.verification.Verification.Examination;
import mn.eland.identity.verification.Verification.Method;
import mn.eland.identity.verification.Verification.State;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of verifications, of the faces they compare, and of where parties stand by them. */
@Repository
class VerificationRows {

    private final JdbcClient jdbc;
    private final ElandClock clock;

    VerificationRows(JdbcClient jdbc, ElandClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param level null while nothing was decided @param number null in the sandbox */
    record Row(Standing.State state, String level, CaseRef number, LocalDate validUntil) {

        static final Row NONE = new Row(Standing.State.NONE, null, null, null);
    }

    void open(CaseRef number, PartyId party, PartyId askedBy, Method method, State state) {
        jdbc.sql("insert into identity.verifications (number, party_id, asked_by, method, state, consented_at) values (?, ?, ?, ?, ?, ?)")
                .params(number.number(), party.value(), askedBy.value(), method.name(), state.name(), now()).update();
    }

    Optional<Verification> find(CaseRef number) {
        return jdbc.sql("select * from identity.verifications where number = ?").param(number.number()).query(VerificationRows::row).optional();
    }

    Optional<Verification> running(PartyId party) {
        return jdbc.sql("select * from identity.verifications where party_id = ? and state in ('CONSENTED', 'PROVEN')").param(party.value())
                .query(VerificationRows::row).optional();
    }

    /** True when it was still waiting for the person. */
    boolean proven(CaseRef number, boolean nameMatches) {
        return jdbc.sql("update identity.verifications set state = 'PROVEN', proven_at = ?, name_matches = ? where number = ? and state = 'CONSENTED'")
                .params(now(), nameMatches, number.number()).update() == 1;
    }

    void keepFace(CaseRef number, byte[] taken) {
        jdbc.sql("insert into identity.verification_faces (number, taken) values (?, ?) on conflict (number) do update set taken = excluded.taken, card = null")
                .params(number.number(), taken).update();
    }

    void keepCard(CaseRef number, byte[] card) {
        jdbc.sql("update identity.verification_faces set card = ? where number = ?").params(card, number.number()).update();
    }

    /** @param card null when the card has no picture */
    record Faces(byte[] card, byte[] taken) {
    }

    Optional<Faces> faces(CaseRef number) {
        return jdbc.sql("select card, taken from identity.verification_faces where number = ?").param(number.number())
                .query((row, n) -> new Faces(row.getBytes("card"), row.getBytes("taken"))).optional();
    }

    /** The faces go; a passport is looked at by somebody, who needs them until then. */
    void compared(CaseRef number, double likeness) {
        jdbc.sql("update identity.verifications set face_likeness = ? where number = ?").params(likeness, number.number()).update();
        jdbc.sql("""
                delete from identity.verification_faces f using identity.verifications v
                where f.number = ? and v.number = f.number and v.method <> 'PASSPORT'""").param(number.number()).update();
    }

    void ownersRead(CaseRef number, boolean known) {
        jdbc.sql("update identity.verifications set owners_known = ? where number = ?").params(known, number.number()).update();
    }

    void screened(CaseRef number, boolean sanctions, boolean pep, List<String> hits) {
        jdbc.sql("update identity.verifications set sanctions = ?, pep = ?, hits = ? where number = ?")
                .params(sanctions, pep, hits.isEmpty() ? null : String.join("\n", hits), number.number()).update();
    }

    void decided(CaseRef number, String level, String approver, String refreshEvery) {
        jdbc.sql("update identity.verifications set level = ?, approver = ?, refresh_every = ? where number = ?")
                .params(level, approver, refreshEvery, number.number()).update();
    }

    void examined(CaseRef number, PartyId by, String byName, Examination examination) {
        jdbc.sql("""
                update identity.verifications set approved_by = ?, approved_name = ?, funds_source = ?, wealth_source = ?, note = ? where number = ?""")
                .params(by.value(), byName, examination.fundsSource(), examination.wealthSource(), examination.note(), number.number()).update();
    }

    void ended(CaseRef number, State state) {
        jdbc.sql("update identity.verifications set state = ?, decided_at = ? where number = ?").params(state.name(), now(), number.number()).update();
        jdbc.sql("delete from identity.verification_faces where number = ?").param(number.number()).update();
    }

    Row standing(PartyId party) {
        return jdbc.sql("select * from identity.verified_parties where party_id = ?").param(party.value()).query((row, n) -> {
            var number = row.getString("number");
            return new Row(Standing.State.valueOf(row.getString("standing")), row.getString("level"), number == null ? null : CaseRef.of(number),
                    row.getObject("valid_until", LocalDate.class));
        }).optional().orElse(Row.NONE);
    }

    /** The first proof is under way; who stood well before goes on as before. */
    void opened(PartyId party) {
        jdbc.sql("""
                insert into identity.verified_parties (party_id, standing, since) values (?, 'OPEN', ?)
                on conflict (party_id) do update set standing = 'OPEN', since = excluded.since where identity.verified_parties.standing = 'EXPIRED'""")
                .params(party.value(), now()).update();
    }

    void stands(PartyId party, Row row) {
        jdbc.sql("""
                insert into identity.verified_parties (party_id, standing, level, number, valid_until, since) values (?, ?, ?, ?, ?, ?)
                on conflict (party_id) do update set standing = excluded.standing, level = excluded.level, number = excluded.number,
                    valid_until = excluded.valid_until, since = excluded.since""")
                .params(party.value(), row.state().name(), row.level(), row.number() == null ? null : row.number().number(),
                        row.validUntil() == null ? null : Date.valueOf(row.validUntil()), now()).update();
    }

    /** Only while this verification is the one that holds. */
    boolean turns(CaseRef number, Standing.State from, Standing.State to) {
        return jdbc.sql("update identity.verified_parties set standing = ?, since = ? where number = ? and standing = ?")
                .params(to.name(), now(), number.number(), from.name()).update() == 1;
    }

    private static Verification row(ResultSet row, int n) throws SQLException {
        return new Verification(CaseRef.of(row.getString("number")), id(row, "party_id"), id(row, "asked_by"), Method.valueOf(row.getString("method")),
                State.valueOf(row.getString("state")), time(row, "consented_at"), time(row, "proven_at"), row.getObject("name_matches", Boolean.class),
                row.getObject("face_likeness", Double.class), row.getObject("owners_known", Boolean.class), row.getBoolean("sanctions"),
                row.getBoolean("pep"), row.getString("hits"), row.getString("level"), row.getString("approver"), row.getString("refresh_every"),
                id(row, "approved_by"));
    }

    private static PartyId id(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new PartyId(id);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
