package mn.eland.payment.transfer;

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
import mn.eland.kernel.PartyId;
import mn.eland.payment.PaymentEvent.PayoutHeld;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Pay-outs that wait because of the receiver's account. One at a time for each pay-out; the receiver is told once. */
@Component
public class Holds {

    private final JdbcClient jdbc;
    private final ElandClock clock;
    private final ApplicationEventPublisher events;

    Holds(JdbcClient jdbc, ElandClock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    public enum Reason { NO_ACCOUNT, OTHER_NAME, RETURNED, ACCOUNT_CHANGED }

    /** @param detail masked holder, or the bank's words; @param transferId the transfer that came back, or 0 */
    public record Hold(long id, String key, CaseRef caseRef, String kind, PartyId party, String toName, String toIban, Money amount,
                       Reason reason, String detail, long transferId, boolean open, Instant since) {

        /** A name to compare the holder with; money that goes to no party goes where it came from or to an office. */
        public String namedHolder() {
            return party == null ? null : toName;
        }
    }

    /** What still keeps this order from being sent; a corrected account does away with it. */
    Optional<Hold> blocking(Order order) {
        return jdbc.sql("select * from payment.held_payouts where key = ? and state = 'OPEN' and to_iban = ? and to_name = ?")
                .params(order.key(), order.toIban(), order.toName()).query(Holds::hold).optional();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void open(Order order, Reason reason, String detail) {
        close(order.key());
        insert(order.key(), order.caseRef(), order.kind(), order.party(), order.toName(), order.toIban(), order.amount(), reason, detail, null);
    }

    /** In the transaction that books the money back. */
    void returned(TransferRow transfer, String bankSays) {
        insert(transfer.key() + "#" + transfer.attempt(), transfer.caseRef(), transfer.kind(), transfer.party(), transfer.toName(),
                transfer.toIban(), transfer.amount(), Reason.RETURNED, bankSays, transfer.id());
    }

    private void insert(String key, CaseRef caseRef, String kind, PartyId party, String toName, String toIban, Money amount,
                        Reason reason, String detail, Long transfer) {
        var now = clock.instant();
        jdbc.sql("""
                insert into payment.held_payouts (key, case_no, kind, party, to_name, to_iban, amount, reason, detail, transfer_id, opened_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(key, caseRef == null ? null : caseRef.number(), kind, party == null ? null : party.value(), toName, toIban,
                        amount.tugrug(), reason.name(), detail, transfer, Timestamp.from(now)).update();
        if (party != null && caseRef != null) {
            events.publishEvent(new PayoutHeld(caseRef, party, amount, reason.name(), now));
        }
    }

    /** The pay-out is on its way. */
    void close(String key) {
        jdbc.sql("update payment.held_payouts set state = 'DONE' where key = ? and state <> 'DONE' and transfer_id is null").param(key).update();
    }

    public List<Hold> unfinished() {
        return jdbc.sql("select * from payment.held_payouts where state <> 'DONE' order by id limit 200").query(Holds::hold).list();
    }

    public List<Hold> ofCase(CaseRef caseRef) {
        return jdbc.sql("select * from payment.held_payouts where case_no = ? and state <> 'DONE' order by id").param(caseRef.number())
                .query(Holds::hold).list();
    }

    public int waiting() {
        return jdbc.sql("select count(*) from payment.held_payouts where state = 'OPEN'").query(Integer.class).single();
    }

    public Optional<Hold> locked(long id) {
        return jdbc.sql("select * from payment.held_payouts where id = ? for update").param(id).query(Holds::hold).optional();
    }

    /** An officer has named a good account; what came back is sent again, what was never sent goes on by itself. */
    public void decided(Hold hold, Actor officer, String iban) {
        jdbc.sql("update payment.held_payouts set state = ?, to_iban = ?, decided_by = ?, decided_name = ?, decided_at = ? where id = ?")
                .params(hold.reason() == Reason.RETURNED ? "RESENDING" : "DONE", iban, officer.party().value(), officer.name(),
                        Timestamp.from(clock.instant()), hold.id()).update();
    }

    public void sent(Hold hold) {
        jdbc.sql("update payment.held_payouts set state = 'DONE' where id = ?").param(hold.id()).update();
    }

    /** Sending again did not work either: an officer has to look once more. */
    public void openAgain(Hold hold, String detail) {
        jdbc.sql("update payment.held_payouts set state = 'OPEN', detail = ? where id = ?").params(detail, hold.id()).update();
    }

    private static Hold hold(ResultSet row, int n) throws SQLException {
        var caseNo = row.getString("case_no");
        var party = row.getObject("party", UUID.class);
        return new Hold(row.getLong("id"), row.getString("key"), caseNo == null ? null : CaseRef.of(caseNo), row.getString("kind"),
                party == null ? null : new PartyId(party), row.getString("to_name"), row.getString("to_iban"), Money.of(row.getLong("amount")),
                Reason.valueOf(row.getString("reason")), row.getString("detail"), row.getLong("transfer_id"),
                row.getString("state").equals("OPEN"), row.getTimestamp("opened_at").toInstant());
    }
}
