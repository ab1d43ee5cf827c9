package mn.eland.payment.transfer;

import java.sql.Timestamp;
import java.util.Optional;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import mn.eland.payment.ledger.Booking;
import mn.eland.payment.ledger.Ledger;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Each state of a transfer is committed by itself, whatever happens to the step around it: what is known about money
 * that may have left must outlive every rollback.
 */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class TransferStore {

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final ElandClock clock;
    private final Holds holds;
    private final ApplicationEventPublisher events;

    TransferStore(JdbcClient jdbc, Ledger ledger, ElandClock clock, Holds holds, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
        this.holds = holds;
        this.events = events;
    }

    /** The transfer of this order: the one that exists, or a new one when there is none or the last was refused. */
    TransferRow intend(Order order, String bankCode) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 4711))").param("key", order.key())
                .query((row, n) -> n).single();
        var last = last(order.key());
        if (last.isPresent() && last.get().state() != TransferRow.State.REFUSED) {
            return last.get();
        }
        if (order.setAside() != null && !order.setAside().isEmpty()) {
            ledger.post(order.setAside());
        }
        holds.close(order.key());
        var row = insert(order, bankCode, last.map(TransferRow::attempt).orElse(0) + 1);
        if (row.isHeld()) {
            ledger.hold(row.reference(), row.caseRef(), row.from(), row.amount());
        }
        return row;
    }

    @Transactional(propagation = Propagation.REQUIRED)
    Optional<TransferRow> last(String key) {
        return jdbc.sql("select * from payment.transfers where key = :key order by attempt desc limit 1").param("key", key)
                .query(TransferRow::of).optional();
    }

    private TransferRow insert(Order order, String bankCode, int attempt) {
        return jdbc.sql("""
                insert into payment.transfers (key, attempt, case_no, kind, party, from_path, to_name, to_iban, bank_code,
                                               amount, text, state, intended_at)
                values (:key, :attempt, :case, :kind, :party, :from, :name, :iban, :bank, :amount, :text, 'INTENDED', :now)
                returning *""")
                .param("key", order.key()).param("attempt", attempt).param("case", number(order.caseRef()))
                .param("kind", order.kind()).param("party", id(order.party())).param("from", order.from().path())
                .param("name", order.toName()).param("iban", order.toIban()).param("bank", bankCode)
                .param("amount", order.amount().tugrug())
                .param("text", order.text()).param("now", now()).query(TransferRow::of).single();
    }

    private static String number(CaseRef caseRef) {
        return caseRef == null ? null : caseRef.number();
    }

    private static java.util.UUID id(PartyId party) {
        return party == null ? null : party.value();
    }

    /** True for the one caller who may now send: nobody has sent it since {@code row} was read. */
    boolean claimSending(TransferRow row) {
        return jdbc.sql("""
                update payment.transfers set state = 'SENT', sends = sends + 1, sent_at = :now,
                       first_sent = coalesce(first_sent, :today)
                where id = :id and state = :state and sent_at is not distinct from cast(:seen as timestamptz)""")
                .param("now", now()).param("today", clock.today()).param("id", row.id()).param("state", row.state().name())
                .param("seen", row.sentAt() == null ? null : Timestamp.from(row.sentAt())).update() == 1;
    }

    TransferRow read(long id) {
        return jdbc.sql("select * from payment.transfers where id = :id").param("id", id).query(TransferRow::of).single();
    }

    /** The bank has booked it: the books follow, once. */
    void booked(long id, String journalNo) {
        var row = jdbc.sql("""
                update payment.transfers set state = 'BOOKED', journal_no = :journal, ended_at = :now
                where id = :id and state in ('INTENDED', 'SENT') returning *""")
                .param("journal", journalNo).param("now", now()).param("id", id).query(TransferRow::of).optional();
        row.ifPresent(transfer -> {
            var booking = Booking.of(transfer.kind(), transfer.reference(), transfer.caseRef())
                    .move(transfer.from(), mn.eland.payment.ledger.Account.ESCROW_BANK, transfer.amount());
            ledger.post(transfer.isHeld() ? booking.using(transfer.reference()) : booking);
            events.publishEvent(new TransferBooked(transfer.key(), transfer.caseRef(), transfer.kind(), transfer.party(),
                    transfer.amount(), clock.instant()));
        });
    }

    /** The bank will not do it: the money is free again. */
    void refused(long id, String reason) {
        var row = jdbc.sql("""
                update payment.transfers set state = 'REFUSED', reason = :reason, ended_at = :now
                where id = :id and state in ('INTENDED', 'SENT') returning *""")
                .param("reason", reason).param("now", now()).param("id", id).query(TransferRow::of).optional();
        row.filter(TransferRow::isHeld).ifPresent(transfer -> ledger.voidHold(transfer.reference()));
    }

    /** The bank gave it back: the money is owed again, and an escrow officer finds out why. */
    void returned(long id, long record, String bankSays) {
        var row = jdbc.sql("""
                update payment.transfers set state = 'RETURNED', returned_record = :record, reason = :reason
                where id = :id and state = 'BOOKED' returning *""")
                .param("record", record).param("reason", bankSays).param("id", id).query(TransferRow::of).optional();
        row.ifPresent(transfer -> {
            ledger.post(Booking.of(Kinds.cameBack(transfer.kind()), transfer.reference() + ":returned", transfer.caseRef())
                    .move(mn.eland.payment.ledger.Account.ESCROW_BANK, transfer.from(), transfer.amount()));
            holds.returned(transfer, bankSays);
        });
    }

    @Transactional(propagation = Propagation.REQUIRED)
    Optional<TransferRow> byMarker(String marker) {
        return jdbc.sql("select * from payment.transfers where id = :id").param("id", Long.parseLong(marker.substring(2)))
                .query(TransferRow::of).optional();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
