package mn.eland.contract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.contract.Contracts.Acceptance;
import mn.eland.contract.Contracts.DocumentView;
import mn.eland.contract.Contracts.Evidence;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of documents, their signers and acceptances. */
@Repository
class DocumentRows {

    private static final String COLUMNS = """
            select id, case_ref, kind, slot, version, state, sha256, pages, facts::text, verification_code, drafted_at
            from contract.documents""";
    private final JdbcClient sql;

    DocumentRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Marks the valid version as old and says which number the next one has. */
    int replaceVersion(CaseRef caseRef, DocumentKind kind, String slot) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param(caseRef + kind.name() + slot).query().listOfRows();
        sql.sql("update contract.documents set state = 'OLD' where case_ref = ? and kind = ? and slot = ? and state = 'VALID'")
                .params(caseRef.number(), kind.name(), slot).update();
        return sql.sql("select coalesce(max(version), 0) + 1 from contract.documents where case_ref = ? and kind = ? and slot = ?")
                .params(caseRef.number(), kind.name(), slot).query(Integer.class).single();
    }

    void insert(Row row, String text, List<PartyId> signers) {
        sql.sql("insert into contract.documents values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)")
                .params(row.id, row.caseRef.number(), row.kind.name(), row.slot, row.version, row.state, row.sha256, row.pages,
                        row.facts, row.verificationCode, Timestamp.from(row.draftedAt), text).update();
        for (int place = 0; place < signers.size(); place++) {
            sql.sql("insert into contract.signers values (?, ?, ?)").params(row.id, signers.get(place).value(), place).update();
        }
    }

    Optional<Row> find(UUID id) {
        return sql.sql(COLUMNS + " where id = ?").param(id).query(DocumentRows::row).optional();
    }

    String text(UUID id) {
        return sql.sql("select body from contract.documents where id = ?").param(id).query(String.class).single();
    }

    /** The same, and nobody else accepts or replaces it until the transaction ends. */
    Optional<Row> lock(UUID id) {
        return sql.sql(COLUMNS + " where id = ? for update").param(id).query(DocumentRows::row).optional();
    }

    Optional<Row> byVerificationCode(String code) {
        return sql.sql(COLUMNS + " where verification_code = ?").param(code).query(DocumentRows::row).optional();
    }

    List<Row> current(CaseRef caseRef) {
        return sql.sql(COLUMNS + " where case_ref = ? and state = 'VALID' order by drafted_at, id").param(caseRef.number())
                .query(DocumentRows::row).list();
    }

    List<Row> versions(Row row) {
        return sql.sql(COLUMNS + " where case_ref = ? and kind = ? and slot = ? order by version")
                .params(row.caseRef.number(), row.kind.name(), row.slot).query(DocumentRows::row).list();
    }

    void withdraw(UUID id) {
        sql.sql("update contract.documents set state = 'VOID' where id = ? and state = 'VALID'").param(id).update();
    }

    List<PartyId> signers(UUID id) {
        return sql.sql("select party from contract.signers where document = ? order by place").param(id)
                .query((rows, n) -> new PartyId(rows.getObject(1, UUID.class))).list();
    }

    List<Acceptance> acceptances(UUID id) {
        return sql.sql("select party, accepted_at, device, address from contract.acceptances where document = ? order by accepted_at")
                .param(id).query((rows, n) -> new Acceptance(new PartyId(rows.getObject(1, UUID.class)), time(rows, 2),
                        rows.getString(3), rows.getString(4))).list();
    }

    void accept(Row row, PartyId signer, Instant at, Evidence evidence) {
        sql.sql("insert into contract.acceptances values (?, ?, ?, ?, ?, ?)").params(row.id, signer.value(), Timestamp.from(at),
                row.sha256, evidence.device(), evidence.address()).update();
    }

    DocumentView view(Row row) {
        var acceptances = acceptances(row.id);
        var missing = signers(row.id).stream()
                .filter(signer -> acceptances.stream().noneMatch(acceptance -> acceptance.signer().equals(signer))).toList();
        return new DocumentView(row.id, row.caseRef, row.kind, row.version, row.sha256, row.pages, row.draftedAt,
                row.verificationCode, row.state, acceptances, missing);
    }

    private static Row row(ResultSet rows, int n) throws SQLException {
        return new Row(rows.getObject(1, UUID.class), CaseRef.of(rows.getString(2)), DocumentKind.valueOf(rows.getString(3)),
                rows.getString(4), rows.getInt(5), rows.getString(6), rows.getString(7), rows.getInt(8), rows.getString(9),
                rows.getString(10), time(rows, 11));
    }

    private static Instant time(ResultSet rows, int column) throws SQLException {
        return rows.getTimestamp(column).toInstant();
    }

    /** One version of one document; {@code state} is VALID, OLD or VOID. */
    record Row(UUID id, CaseRef caseRef, DocumentKind kind, String slot, int version, String state, String sha256, int pages,
               String facts, String verificationCode, Instant draftedAt) {

        boolean isValid() {
            return state.equals("VALID");
        }
    }
}
