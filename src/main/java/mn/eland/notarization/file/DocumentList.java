package mn.eland.notarization.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import mn.eland.kernel.CaseRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of papers that acts need. */
@Repository
public class DocumentList {

    /** Papers about a person are asked of each party; what is about the deal is asked for once. */
    private static final Set<String> OF_A_PERSON = Set.of("ID_CARD_OR_PASSPORT", "STATE_REG_CERT", "CHARTER", "BOARD_DECISION", "BO_DECLARATION",
            "BIRTH_CERT", "GUARDIAN_CONSENT", "PERMIT");
    private static final String DOCUMENTS = """
            select role, code, validity, issued_on, valid_until, presented_at is not null from notarization.act_documents where act = """;
    private static final String LATEST = "(select id from notarization.acts where case_ref = :case order by opened_at desc, id limit 1)";
    private final JdbcClient sql;

    DocumentList(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keeps what is there already; {@code validities} belong to the codes in their order. */
    public void require(UUID act, String role, List<String> codes, List<String> validities) {
        for (int n = 0; n < codes.size(); n++) {
            var code = codes.get(n);
            sql.sql("""
                            insert into notarization.act_documents (act, place, role, code, validity)
                            select :act, coalesce(max(place), 0) + 1, :role, :code, :validity from notarization.act_documents where act = :act
                            having :personal or count(*) filter (where code = :code) = 0
                            on conflict do nothing""")
                    .param("act", act).param("role", role).param("code", code).param("validity", validities.get(n))
                    .param("personal", OF_A_PERSON.contains(code)).update();
        }
    }

    public List<RequiredDocument> of(UUID act) {
        return sql.sql(DOCUMENTS + ":act order by place, role").param("act", act).query(DocumentList::document).list();
    }

    /** Of the act that the case has now, or had last. */
    public List<RequiredDocument> ofLatest(CaseRef caseRef) {
        return sql.sql(DOCUMENTS + LATEST + " order by place, role").param("case", caseRef.number()).query(DocumentList::document).list();
    }

    public void present(CaseRef caseRef, RequiredDocument document, Instant at) {
        sql.sql("update notarization.act_documents set issued_on = :issued, valid_until = :until, presented_at = :at where role = :role and code = :code and act = " + LATEST)
                .param("issued", document.issuedOn(), Types.DATE).param("until", document.validUntil(), Types.DATE).param("at", Timestamp.from(at))
                .param("role", document.role()).param("code", document.code()).param("case", caseRef.number()).update();
    }

    private static RequiredDocument document(ResultSet row, int n) throws SQLException {
        return new RequiredDocument(row.getString(1), row.getString(2), row.getString(3), row.getObject(4, LocalDate.class), row.getObject(5, LocalDate.class),
                row.getBoolean(6));
    }
}
