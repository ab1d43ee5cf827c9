package mn.eland.payment.release;

import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.payment.Payments.DivisionView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What officers decided about frozen money whose shares no rule knows. */
@Component
public class Divisions {

    private final JdbcClient jdbc;
    private final Settlements settlements;
    private final ElandClock clock;

    Divisions(JdbcClient jdbc, Settlements settlements, ElandClock clock) {
        this.jdbc = jdbc;
        this.settlements = settlements;
        this.clock = clock;
    }

    /** Nobody divides a deal of their own, and the second person is somebody else than the first. */
    public Outcome<Void> mayDivide(Actor officer, CaseRef caseRef, boolean second) {
        if (!officer.is(Role.ESCROW_OFFICER)) {
            return Outcome.refused(Refusal.forbidden("ESCROW_OFFICERS_ONLY"));
        }
        if (settlements.isParty(caseRef, officer.party())) {
            return Outcome.refused(Refusal.forbidden("OWN_DEAL"));
        }
        return find(caseRef).filter(first -> second && first.by().equals(officer.party()))
                .map(first -> Outcome.<Void>refused(Refusal.forbidden("SAME_APPROVER").with("name", first.byName()))).orElseGet(Outcome::done);
    }

    @Transactional
    public Void decided(CaseRef caseRef, Actor officer, long sellerPct, String reason) {
        jdbc.sql("""
                insert into payment.divisions (case_no, seller_pct, reason, decided_by, decided_name, decided_at) values (?, ?, ?, ?, ?, ?)
                on conflict (case_no) do update set seller_pct = excluded.seller_pct, reason = excluded.reason,
                    decided_by = excluded.decided_by, decided_name = excluded.decided_name, decided_at = excluded.decided_at,
                    confirmed_by = null, confirmed_name = null""")
                .params(caseRef.number(), sellerPct, reason, officer.party().value(), officer.name(), Timestamp.from(clock.instant())).update();
        return null;
    }

    @Transactional
    public Void confirmed(CaseRef caseRef, Actor officer, boolean approved) {
        if (approved) {
            jdbc.sql("update payment.divisions set confirmed_by = ?, confirmed_name = ? where case_no = ?")
                    .params(officer.party().value(), officer.name(), caseRef.number()).update();
        }
        return null;
    }

    public Optional<DivisionView> find(CaseRef caseRef) {
        return jdbc.sql("select * from payment.divisions where case_no = ?").param(caseRef.number())
                .query((row, n) -> new DivisionView(row.getInt("seller_pct"), row.getString("reason"),
                        new PartyId(row.getObject("decided_by", UUID.class)), row.getString("decided_name"))).optional();
    }
}
