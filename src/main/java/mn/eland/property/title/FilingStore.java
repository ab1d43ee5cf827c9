package mn.eland.property.title;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PropertyId;
import mn.eland.property.FilingView;
import mn.eland.property.TransferPapers;
import mn.eland.property.spi.FilingOffice.Application;
import mn.eland.store.vault.SealedColumn;
import mn.eland.store.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What we know of applications at the registrar's counter: their papers, keys, numbers and answers. What was filed is kept sealed. */
@Component
class FilingStore {

    static final SealedColumn APPLICATION = new SealedColumn("property.filings", "application", "idempotency_key");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SELECT = "select case_no, attempt, idempotency_key, property_id, state, filing_no, application, reason, filed_at, answered_at from property.filings ";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final ElandClock clock;

    FilingStore(JdbcClient jdbc, Vault vault, ElandClock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** @param filingNo null while the counter has given none; @param application as filed, sealed; null in the oldest rows */
    record Filing(CaseRef caseRef, int attempt, String key, PropertyId property, String state, String filingNo, String application) {

        boolean isOver() {
            return state.equals("REFUSED") || state.equals("WITHDRAWN");
        }
    }

    void remember(CaseRef caseRef, TransferPapers papers) {
        jdbc.sql("""
                        insert into property.transfer_papers (case_no, notary_number, contract_sha256, tax_receipt_no, urgent, fee_receipt_no)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (case_no) do update set notary_number = excluded.notary_number,
                            contract_sha256 = excluded.contract_sha256, tax_receipt_no = excluded.tax_receipt_no, urgent = excluded.urgent,
                            fee_receipt_no = excluded.fee_receipt_no""")
                .params(caseRef.number(), papers.notaryNumber(), papers.contractSha256(), papers.taxReceiptNo(), papers.urgent(),
                        papers.feeReceiptNo()).update();
    }

    TransferPapers papers(CaseRef caseRef) {
        return jdbc.sql("select * from property.transfer_papers where case_no = ?").param(caseRef.number())
                .query((row, n) -> new TransferPapers(row.getString("notary_number"), row.getString("contract_sha256"),
                        row.getString("tax_receipt_no"), row.getString("fee_receipt_no"), row.getBoolean("urgent")))
                .optional().orElse(new TransferPapers(null, null, null, null, false));
    }

    /** Begins an application, or gives the one that is not over; the first takes the key of the step, later ones a number behind it. */
    Filing begin(CaseRef caseRef, String stepKey, PropertyId property, Application application) {
        var last = last(caseRef);
        if (last.isPresent() && !last.get().isOver()) {
            return last.get();
        }
        int attempt = last.map(filing -> filing.attempt + 1).orElse(1);
        var key = attempt == 1 ? stepKey : stepKey + ":" + attempt;
        jdbc.sql("""
                        insert into property.filings (case_no, attempt, idempotency_key, property_id, state, application, filed_at)
                        values (?, ?, ?, ?, 'FILING', ?, ?) on conflict (case_no, attempt) do nothing""")
                .params(caseRef.number(), attempt, key, property.value(), vault.seal(write(application), APPLICATION.place(key)), now()).update();
        return last(caseRef).orElseThrow();
    }

    /** Nobody asks the counter about it until the caller's transaction has ended. */
    Optional<Filing> locked(CaseRef caseRef) {
        return jdbc.sql(SELECT + "where case_no = ? order by attempt desc limit 1 for update").param(caseRef.number()).query(FilingStore::filing).optional();
    }

    Optional<Filing> last(CaseRef caseRef) {
        return jdbc.sql(SELECT + "where case_no = ? order by attempt desc limit 1").param(caseRef.number()).query(FilingStore::filing).optional();
    }

    /** Waiting for the registrar; gone for whoever comes while another looks at it. */
    Optional<Filing> pending(String key) {
        return jdbc.sql(SELECT + "where idempotency_key = ? and state = 'PENDING' for update skip locked").param(key).query(FilingStore::filing).optional();
    }

    /** Keys of those that wait for the registrar, oldest first. */
    List<String> pending() {
        return jdbc.sql("select idempotency_key from property.filings where state = 'PENDING' order by filed_at").query(String.class).list();
    }

    void numbered(Filing filing, String filingNo) {
        jdbc.sql("update property.filings set state = 'PENDING', filing_no = ? where idempotency_key = ? and state = 'FILING'")
                .params(filingNo, filing.key).update();
    }

    /** What was filed under the key, for filing the same again. */
    Application application(Filing filing) {
        return read(vault.open(filing.application, APPLICATION.place(filing.key)));
    }

    List<FilingView> of(CaseRef caseRef) {
        return jdbc.sql(SELECT + "where case_no = ? order by attempt").param(caseRef.number())
                .query((row, n) -> new FilingView(row.getInt("attempt"), row.getString("filing_no"), row.getString("state"),
                        row.getString("reason"), row.getTimestamp("filed_at").toInstant(),
                        row.getTimestamp("answered_at") == null ? null : row.getTimestamp("answered_at").toInstant())).list();
    }

    void note(Actor actor, CaseRef caseRef, String kind, String note) {
        jdbc.sql("insert into property.filing_notes (case_no, kind, note, noted_by, noted_at) values (?, ?, ?, ?, ?)")
                .params(caseRef.number(), kind, note, actor.party().value(), now()).update();
    }

    void correctCertificate(PropertyId property, String certificateNo) {
        jdbc.sql("update property.properties set certificate_no = ? where id = ?").params(certificateNo, property.value()).update();
    }

    void answer(Filing filing, String state, String reason) {
        jdbc.sql("update property.filings set state = :state, reason = :reason, answered_at = :now where idempotency_key = :key")
                .param("state", state).param("reason", reason, Types.VARCHAR).param("now", now()).param("key", filing.key).update();
    }

    private static Filing filing(ResultSet row, int number) throws SQLException {
        return new Filing(CaseRef.of(row.getString("case_no")), row.getInt("attempt"), row.getString("idempotency_key"),
                new PropertyId(row.getObject("property_id", UUID.class)), row.getString("state"), row.getString("filing_no"),
                row.getString("application"));
    }

    private String write(Application application) {
        try {
            return JSON.writeValueAsString(application);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Application read(String application) {
        try {
            return JSON.readValue(application, Application.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
