package mn.eland.contract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import mn.eland.contract.Contracts.Acceptance;
import mn.eland.contract.Contracts.DocumentView;
import mn.eland.contract.Contracts.Evidence;
import mn.eland.contract.signing.AcceptanceMoments;
import mn.eland.contract.signing.Revision;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import mn.eland.store.reading.Reads;
import mn.eland.store.vault.PersonVault;
import mn.eland.store.vault.SealedColumn;
import mn.eland.store.vault.SealedColumns;
import mn.eland.store.vault.Vault;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of documents, their signers and acceptances. */
@Repository
class DocumentRows implements SealedColumns {

    static final SealedColumn BODY = new SealedColumn("contract.documents", "body", "id");
    private static final String DEVICE = "contract.acceptances.device";
    private static final String ADDRESS = "contract.acceptances.address";
    private static final String COLUMNS = """
            select id, case_ref, kind, slot, version, state, sha256, pages, facts::text, verification_code, drafted_at,
                array(select party from contract.signers where document = id order by place) as signers, signature_page,
                (select made.sha256 from contract.signatures made where made.document = id order by revision desc limit 1)
            from contract.documents""";
    private static final Reads CURRENT = Reads.of("contract.documents", "contract.signers", "contract.signatures");
    private static final Reads ACCEPTED = Reads.of("contract.acceptances");
    private final JdbcClient sql;
    private final Vault vault;
    private final PersonVault people;
    private final AcceptanceMoments moments;

    DocumentRows(JdbcClient sql, Vault vault, PersonVault people, AcceptanceMoments moments) {
        this.sql = sql;
        this.vault = vault;
        this.people = people;
        this.moments = moments;
    }

    /** Marks the valid version as old and says which number the next one has. */
    int replaceVersion(CaseRef caseRef, DocumentKind kind, String slot) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param(caseRef + kind.name() + slot).query().listOfRows();
        sql.sql("update contract.documents set state = 'OLD' where case_ref = ? and kind = ? and slot = ? and state = 'VALID'")
                .params(caseRef.number(), kind.name(), slot).update();
        return sql.sql("select coalesce(max(version), 0) + 1 from contract.documents where case_ref = ? and kind = ? and slot = ?")
                .params(caseRef.number(), kind.name(), slot).query(Integer.class).single();
    }

    void insert(Row row, String text) {
        sql.sql("""
                insert into contract.documents (id, case_ref, kind, slot, version, state, sha256, pages, facts, verification_code, drafted_at, body,
                    signature_page) values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)""")
                .params(row.id, row.caseRef.number(), row.kind.name(), row.slot, row.version, row.state, row.sha256, row.pages,
                        row.facts, row.verificationCode, Timestamp.from(row.draftedAt), vault.seal(text, BODY.place(row.id)), row.signaturePage).update();
        for (int place = 0; place < row.signers.size(); place++) {
            sql.sql("insert into contract.signers values (?, ?, ?)").params(row.id, row.signers.get(place).value(), place).update();
        }
    }

    Optional<Row> find(UUID id) {
        return sql.sql(COLUMNS + " where id = ?").param(id).query(DocumentRows::row).optional();
    }

    String text(UUID id) {
        return vault.open(sql.sql("select body from contract.documents where id = ?").param(id).query(String.class).single(), BODY.place(id));
    }

    /** The same, and nobody else accepts or replaces it until the transaction ends. */
    Optional<Row> lock(UUID id) {
        return sql.sql(COLUMNS + " where id = ? for update").param(id).query(DocumentRows::row).optional();
    }

    Optional<Row> byVerificationCode(String code) {
        return sql.sql(COLUMNS + " where verification_code = ?").param(code).query(DocumentRows::row).optional();
    }

    List<Row> current(CaseRef caseRef) {
        return CURRENT.once(caseRef, () -> sql.sql(COLUMNS + " where case_ref = ? and state = 'VALID' order by drafted_at, id").param(caseRef.number())
                .query(DocumentRows::row).list());
    }

    List<Row> versions(Row row) {
        return sql.sql(COLUMNS + " where case_ref = ? and kind = ? and slot = ? order by version")
                .params(row.caseRef.number(), row.kind.name(), row.slot).query(DocumentRows::row).list();
    }

    void withdraw(UUID id, VoidReason reason, Instant now) {
        sql.sql("update contract.documents set state = 'VOID', voided_at = ?, void_reason = ? where id = ? and state = 'VALID'")
                .params(Timestamp.from(now), reason.name(), id).update();
    }

    /** When and why it was taken back; empty while it stands, and for what was taken back before reasons were kept. */
    Optional<Voiding> voiding(UUID id) {
        return sql.sql("select voided_at, void_reason from contract.documents where id = ? and voided_at is not null").param(id)
                .query((rows, n) -> new Voiding(time(rows, 1), VoidReason.valueOf(rows.getString(2)))).optional();
    }

    /** Who accepted each of them, in the order of the acceptances. */
    Map<UUID, List<Acceptance>> acceptances(List<Row> rows) {
        var signed = rows.stream().filter(row -> !row.signers.isEmpty()).map(Row::id).toList();
        return signed.isEmpty() ? Map.of() : ACCEPTED.once(signed, () -> readAcceptances(signed));
    }

    private Map<UUID, List<Acceptance>> readAcceptances(List<UUID> signed) {
        var accepted = new HashMap<UUID, List<Acceptance>>();
        sql.sql("""
                        select document, party, accepted_at, device, address, person, person_name, basis, paper_no
                        from contract.acceptances where document in (:documents) order by accepted_at""")
                .param("documents", signed).query((RowCallbackHandler) row -> accepted
                        .computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(acceptance(row)));
        return accepted;
    }

    private Acceptance acceptance(ResultSet row) throws SQLException {
        var party = new PartyId(row.getObject(2, UUID.class));
        return new Acceptance(party, time(row, 3), people.open(party, row.getString(4), DEVICE), people.open(party, row.getString(5), ADDRESS), proxy(row));
    }

    List<Acceptance> acceptances(Row row) {
        return acceptances(List.of(row)).getOrDefault(row.id, List.of());
    }

    private static Actor.Proxy proxy(ResultSet rows) throws SQLException {
        var person = rows.getObject(6, UUID.class);
        return person == null ? null : new Actor.Proxy(new PartyId(person), rows.getString(7), rows.getString(8), rows.getString(9));
    }

    void accept(Row row, Actor signer, Instant at, Evidence evidence) {
        var proxy = signer.proxy();
        sql.sql("insert into contract.acceptances values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").params(row.id, signer.party().value(),
                Timestamp.from(at), row.sha256, people.seal(signer.party(), evidence.device(), DEVICE), people.seal(signer.party(), evidence.address(), ADDRESS), proxy == null ? null : proxy.person().value(),
                proxy == null ? null : proxy.name(), proxy == null ? null : proxy.basis(), proxy == null ? null : proxy.paperNo()).update();
        moments.keep(row.id, row.caseRef, signer);
    }

    /** The file after each signature, oldest first. */
    List<Revision> revisions(UUID document) {
        return sql.sql("select revision, made_at, sha256 from contract.signatures where document = ? order by revision").param(document)
                .query((row, n) -> new Revision(row.getInt(1), time(row, 2), row.getString(3))).list();
    }

    /** For whom it was signed. */
    List<PartyId> signed(UUID document) {
        return sql.sql("select party from contract.signatures where document = ?").param(document)
                .query((row, n) -> new PartyId(row.getObject(1, UUID.class))).list();
    }

    void sign(UUID document, PartyId party, String previous, Revision made) {
        sql.sql("insert into contract.signatures (document, revision, party, made_at, previous, sha256) values (?, ?, ?, ?, ?, ?)")
                .params(document, made.number(), party.value(), Timestamp.from(made.at()), previous, made.sha256()).update();
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(BODY);
    }

    DocumentView view(Row row) {
        return view(row, acceptances(row));
    }

    List<DocumentView> views(List<Row> rows) {
        var acceptances = acceptances(rows);
        return rows.stream().map(row -> view(row, acceptances.getOrDefault(row.id, List.of()))).toList();
    }

    private static DocumentView view(Row row, List<Acceptance> acceptances) {
        var missing = row.signers.stream()
                .filter(signer -> acceptances.stream().noneMatch(acceptance -> acceptance.signer().equals(signer))).toList();
        return new DocumentView(row.id, row.caseRef, row.kind, row.version, row.sha256, row.newest(), row.pages, row.draftedAt,
                row.verificationCode, row.state, acceptances, missing);
    }

    private static Row row(ResultSet rows, int n) throws SQLException {
        return new Row(rows.getObject(1, UUID.class), CaseRef.of(rows.getString(2)), DocumentKind.valueOf(rows.getString(3)),
                rows.getString(4), rows.getInt(5), rows.getString(6), rows.getString(7), rows.getInt(8), rows.getString(9),
                rows.getString(10), time(rows, 11), Stream.of((UUID[]) rows.getArray(12).getArray()).map(PartyId::new).toList(),
                rows.getObject(13, Integer.class), rows.getString(14));
    }

    private static Instant time(ResultSet rows, int column) throws SQLException {
        return rows.getTimestamp(column).toInstant();
    }

    /**
     * One version of one document; {@code state} is VALID, OLD or VOID. Who signs never changes.
     *
     * @param signaturePage number of the page that takes the signatures, or null
     * @param signedSha256  hash of the newest signed revision, null while nobody has signed
     */
    record Row(UUID id, CaseRef caseRef, DocumentKind kind, String slot, int version, String state, String sha256, int pages,
               String facts, String verificationCode, Instant draftedAt, List<PartyId> signers, Integer signaturePage, String signedSha256) {

        /** Hash of the file that people download. */
        String newest() {
            return signedSha256 == null ? sha256 : signedSha256;
        }

        boolean isValid() {
            return state.equals("VALID");
        }
    }
}
