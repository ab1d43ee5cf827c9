package mn.eland.payment.reconciliation;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mn.eland.kernel.ElandClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What our books say of a day: receipts by the number the outside world gave them, transfers by their marker. */
@Component
class Booked {

    private final JdbcClient jdbc;

    Booked(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Receipt(String externalId, long amount) {
    }

    record Sent(long id, long amount, String state, Long returnedRecord) {

        String marker() {
            return "EL%010d".formatted(id);
        }
    }

    Optional<Receipt> receipt(String externalId) {
        return jdbc.sql("select external_id, amount from payment.receipts where external_id = ?").param(externalId)
                .query(Receipt.class).optional();
    }

    List<Receipt> receipts(String channel, LocalDate day) {
        return jdbc.sql("""
                select external_id, amount from payment.receipts where channel = ? and received_at >= ? and received_at < ?
                order by id""").params(channel, start(day), start(day.plusDays(1))).query(Receipt.class).list();
    }

    /** Transfers that were sent or ended on this day. */
    List<Sent> sent(LocalDate day) {
        return jdbc.sql("""
                select id, amount, state, returned_record from payment.transfers
                where coalesce(ended_at, sent_at) >= ? and coalesce(ended_at, sent_at) < ? and state in ('SENT', 'BOOKED', 'RETURNED')
                order by id""").params(start(day), start(day.plusDays(1))).query(Sent.class).list();
    }

    Optional<Sent> transfer(String marker) {
        return jdbc.sql("select id, amount, state, returned_record from payment.transfers where id = ?")
                .param(Long.parseLong(marker.substring(2))).query(Sent.class).optional();
    }

    private static Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(ElandClock.ULAANBAATAR).toInstant());
    }
}
