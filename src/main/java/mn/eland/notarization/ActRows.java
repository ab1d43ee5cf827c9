package mn.eland.notarization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.notarization.Notarizations.Checks;
import mn.eland.notarization.Notarizations.Grounds;
import mn.eland.notarization.Notarizations.NotarizationView.State;
import mn.eland.notarization.Notarizations.Request;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of acts. An act is changed only while it is open; a certified one may become void. */
@Repository
class ActRows {

    private static final String LATEST = "select * from notarization.acts where case_ref = ? order by opened_at desc, id limit 1";
    private final JdbcClient sql;
    private final ObjectMapper json;

    ActRows(JdbcClient sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void open(CaseRef caseRef, Request request, Instant now) {
        sql.sql("""
                        insert into notarization.acts (id, case_ref, document, registry_no, district, value_mnt, seller, buyer, solo,
                            co_owners, poa_used, foreign_documents, mortgaged, land, state, opened_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?)""")
                .params(UUID.randomUUID(), caseRef.number(), request.document(), request.registryNo(), request.district(),
                        request.value().tugrug(), request.seller().value(), request.buyer().value(), request.solo(),
                        request.coOwners(), request.poaUsed(), request.foreignDocuments(), request.mortgaged(), request.land(),
                        Timestamp.from(now)).update();
    }

    void dropUndecided(CaseRef caseRef) {
        sql.sql("delete from notarization.acts where case_ref = ? and state = 'OPEN' and notary is null").param(caseRef.number()).update();
    }

    Optional<Act> latest(CaseRef caseRef) {
        return sql.sql(LATEST).param(caseRef.number()).query(this::act).optional();
    }

    Optional<Act> lockLatest(CaseRef caseRef) {
        return sql.sql(LATEST + " for update").param(caseRef.number()).query(this::act).optional();
    }

    void setFee(Act act, Money fee) {
        sql.sql("update notarization.acts set fee_mnt = ? where id = ?").params(fee.tugrug(), act.id()).update();
    }

    void addRequired(Act act, List<String> documents) {
        var all = new java.util.LinkedHashSet<>(act.required());
        all.addAll(documents);
        sql.sql("update notarization.acts set required = ? where id = ?").params(String.join("\n", all), act.id()).update();
    }

    void decide(Act act, Actor notary, Checks checks, Grounds grounds, Instant now) {
        sql.sql("""
                        update notarization.acts set notary = ?, notary_name = ?, checks = ?::jsonb, decided_at = ?, refusal_code = ?,
                            refusal_article = ?, refusal_grounds = ?, state = ? where id = ?""")
                .params(notary.party().value(), notary.name(), write(checks), Timestamp.from(now), grounds == null ? null : grounds.code(),
                        grounds == null ? null : grounds.article(), grounds == null ? null : grounds.words().strip(),
                        grounds == null ? State.OPEN.name() : State.REFUSED.name(), act.id()).update();
    }

    void certified(Act act, String number) {
        sql.sql("update notarization.acts set state = 'CERTIFIED', number = ? where id = ?").params(number, act.id()).update();
    }

    void close(Act act, String code, Instant now) {
        sql.sql("update notarization.acts set state = 'REFUSED', refusal_code = ?, decided_at = ? where id = ? and state = 'OPEN'")
                .params(code, Timestamp.from(now), act.id()).update();
    }

    void setPaper(Act act, UUID paper) {
        sql.sql("update notarization.acts set paper = ? where id = ?").params(paper, act.id()).update();
    }

    void voided(Act act) {
        sql.sql("update notarization.acts set state = 'VOID' where id = ?").param(act.id()).update();
    }

    private Act act(ResultSet row, int n) throws SQLException {
        var request = new Request(row.getObject("document", UUID.class), row.getString("registry_no"), row.getString("district"),
                Money.of(row.getLong("value_mnt")), party(row, "seller"), party(row, "buyer"), row.getBoolean("solo"),
                row.getInt("co_owners"), row.getBoolean("poa_used"), row.getBoolean("foreign_documents"),
                row.getBoolean("mortgaged"), row.getBoolean("land"));
        var fee = row.getObject("fee_mnt", Long.class);
        return new Act(row.getObject("id", UUID.class), CaseRef.of(row.getString("case_ref")), request,
                State.valueOf(row.getString("state")), time(row, "opened_at"), fee == null ? null : Money.of(fee),
                row.getString("required").lines().toList(), party(row, "notary"), row.getString("notary_name"),
                read(row.getString("checks")), row.getString("number"), time(row, "decided_at"), row.getString("refusal_code"),
                row.getString("refusal_article"), row.getString("refusal_grounds"), row.getObject("paper", UUID.class));
    }

    private static PartyId party(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new PartyId(id);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private String write(Checks checks) {
        try {
            return checks == null ? null : json.writeValueAsString(checks);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Checks read(String text) {
        try {
            return text == null ? null : json.readValue(text, Checks.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
