package mn.eland.payment.collection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of receipts: every payment that came in, once. */
@Component
class ReceiptStore {

    private final JdbcClient jdbc;
    private final ElandClock clock;

    ReceiptStore(JdbcClient jdbc, ElandClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    enum Problem {
        OVERPAID, SECOND_PAYMENT, AFTER_LAPSE, UNKNOWN_REFERENCE, WRONG_PAYMENT_NUMBER, THIRD_PARTY, RETURN_ELSEWHERE;

        /** What may hide whose money it is, compliance decides (AML 7). */
        boolean isForCompliance() {
            return this == THIRD_PARTY || this == RETURN_ELSEWHERE;
        }
    }

    private static final String FOR_COMPLIANCE = "problem in ('THIRD_PARTY', 'RETURN_ELSEWHERE')";

    enum State { BOOKED, WAITING, RETURNING, RETURNED, PLACED }

    /** A payment the outside world told us of. @param virtualAccount the deal's own number it was sent to, or null */
    record Incoming(String externalId, String channel, Instant at, Money amount, String payerName, String payerAccount,
                    String description, String virtualAccount) {
    }

    record ReceiptRow(long id, String externalId, String channel, Instant at, Money amount, String payerName,
                      String payerAccount, String description, CaseRef caseRef, UUID collection, Money accepted, Money excess, Problem problem,
                      State state, String toName, String toIban, String virtualAccount) {

        /** Last part of the path of its own suspense account. */
        String owner() {
            return "R" + id;
        }
    }

    /** Empty when the payment was booked before. Until it is placed, all of it is excess. */
    Optional<Long> register(Incoming incoming) {
        return jdbc.sql("""
                insert into payment.receipts (external_id, channel, received_at, amount, payer_name, payer_account, description,
                                              virtual_account, excess, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING') on conflict (external_id) do nothing returning id""")
                .params(incoming.externalId(), incoming.channel(), Timestamp.from(incoming.at()), incoming.amount().tugrug(),
                        incoming.payerName(), incoming.payerAccount(), incoming.description(), incoming.virtualAccount(),
                        incoming.amount().tugrug())
                .query(Long.class).optional();
    }

    void placed(long id, CollectionRow collection, Money accepted, Money excess, Problem problem) {
        jdbc.sql("""
                update payment.receipts set case_no = ?, collection_id = ?, accepted = ?, excess = ?, problem = ?, state = ? where id = ?""")
                .params(collection == null ? null : collection.caseRef().number(), collection == null ? null : collection.id(),
                        accepted.tugrug(), excess.tugrug(), problem == null ? null : problem.name(),
                        problem == null ? "BOOKED" : "WAITING", id).update();
    }

    void stranger(long id, Boolean stranger) {
        jdbc.sql("update payment.receipts set third_party = cast(? as boolean) where id = ?").params(stranger, id).update();
    }

    /** An officer would send it elsewhere than it came from. */
    void asksCompliance(long id) {
        jdbc.sql("update payment.receipts set problem = 'RETURN_ELSEWHERE' where id = ?").param(id).update();
    }

    /** Nothing is left to decide. */
    void done(long id, State state, CaseRef caseRef) {
        jdbc.sql("update payment.receipts set state = ?, case_no = coalesce(?, case_no) where id = ?")
                .params(state.name(), caseRef == null ? null : caseRef.number(), id).update();
    }

    void decided(long id, Actor actor, State state, String toName, String toIban) {
        jdbc.sql("""
                update payment.receipts set state = ?, to_name = ?, to_iban = ?, decided_by = ?, decided_name = ?, decided_at = ?
                where id = ?""")
                .params(state.name(), toName, toIban, actor.party().value(), actor.name(), Timestamp.from(clock.instant()), id).update();
    }

    Optional<ReceiptRow> locked(long id) {
        return jdbc.sql("select * from payment.receipts where id = ? for update").param(id).query(ReceiptStore::row).optional();
    }

    Optional<ReceiptRow> byExternalId(String externalId) {
        return jdbc.sql("select * from payment.receipts where external_id = ?").param(externalId).query(ReceiptStore::row).optional();
    }

    /** A settlement of the gateway that came before we knew the payment, and was not sent elsewhere. */
    Optional<ReceiptRow> waitingSettlement(String description) {
        return jdbc.sql("""
                select * from payment.receipts r where channel = 'BANK' and virtual_account is null and description = ? and accepted = 0 and (state = 'WAITING'
                    or state = 'RETURNING' and not exists (select from payment.transfers t where t.key = 'return:R' || r.id))
                order by id limit 1 for update""").param(description).query(ReceiptStore::row).optional();
    }

    /** True when a line of the statement has handed this payment on before. */
    boolean isSettled(String description) {
        return jdbc.sql("select exists (select from payment.receipts where channel = 'BANK' and virtual_account is null and description = ? and accepted > 0)")
                .param(description).query(Boolean.class).single();
    }

    List<ReceiptRow> unfinished() {
        return jdbc.sql("select * from payment.receipts where state in ('WAITING', 'RETURNING') order by id limit 200")
                .query(ReceiptStore::row).list();
    }

    int waiting() {
        return jdbc.sql("select count(*) from payment.receipts where state = 'WAITING' and not " + FOR_COMPLIANCE).query(Integer.class).single();
    }

    int strangersWaiting() {
        return jdbc.sql("select count(*) from payment.receipts where state = 'WAITING' and " + FOR_COMPLIANCE).query(Integer.class).single();
    }

    List<ReceiptRow> ofCase(CaseRef caseRef) {
        return jdbc.sql("select * from payment.receipts where case_no = ? order by id").param(caseRef.number())
                .query(ReceiptStore::row).list();
    }

    private static ReceiptRow row(ResultSet row, int n) throws SQLException {
        var caseNo = row.getString("case_no");
        var problem = row.getString("problem");
        return new ReceiptRow(row.getLong("id"), row.getString("external_id"), row.getString("channel"),
                row.getTimestamp("received_at").toInstant(), Money.of(row.getLong("amount")), row.getString("payer_name"),
                row.getString("payer_account"), row.getString("description"), caseNo == null ? null : CaseRef.of(caseNo),
                row.getObject("collection_id", UUID.class), Money.of(row.getLong("accepted")), Money.of(row.getLong("excess")),
                problem == null ? null : Problem.valueOf(problem), State.valueOf(row.getString("state")),
                row.getString("to_name"), row.getString("to_iban"), row.getString("virtual_account"));
    }
}
