package mn.eland.payment.transfer;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People to whom nothing is paid for a while, because somebody else may be changing their account. */
@Component
public class PayoutStops {

    private final JdbcClient jdbc;
    private final ElandClock clock;

    PayoutStops(JdbcClient jdbc, ElandClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Until then, or until it is lifted; a longer stop stays. */
    public void stop(PartyId party, Instant until) {
        jdbc.sql("""
                insert into payment.payout_stops (party, until, since) values (?, ?, ?)
                on conflict (party) do update set until = greatest(payout_stops.until, excluded.until)""")
                .params(party.value(), Timestamp.from(until), Timestamp.from(clock.instant())).update();
    }

    boolean isStopped(PartyId party) {
        return party != null && jdbc.sql("select exists (select from payment.payout_stops where party = ? and until > ?)")
                .params(party.value(), Timestamp.from(clock.instant())).query(Boolean.class).single();
    }

    /** Lifts the stop, and what waited because of it goes on. @return the cases in which something waited */
    public List<CaseRef> lift(PartyId party) {
        jdbc.sql("delete from payment.payout_stops where party = ?").param(party.value()).update();
        return jdbc.sql("update payment.held_payouts set state = 'DONE' where party = ? and reason = 'ACCOUNT_CHANGED' and state = 'OPEN' returning case_no")
                .param(party.value()).query(String.class).list().stream().filter(number -> number != null).distinct().map(CaseRef::of).toList();
    }

    /** Those whose time is over. */
    public List<PartyId> over() {
        return jdbc.sql("select party from payment.payout_stops where until <= ?").param(Timestamp.from(clock.instant()))
                .query(java.util.UUID.class).list().stream().map(PartyId::new).toList();
    }
}
