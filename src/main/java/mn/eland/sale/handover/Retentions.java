package mn.eland.sale.handover;

import static mn.eland.kernel.Outcome.refused;

import java.sql.Timestamp;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.sale.deal.Deals;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Both parties go on in spite of defects: a part of the price stays in escrow until they are cured. */
@Component
@Transactional
public class Retentions {

    private static final String TASK = "confirmCure";

    private final Deals deals;
    private final Workflow workflow;
    private final JdbcClient jdbc;
    private final ElandClock clock;

    Retentions(Deals deals, Workflow workflow, JdbcClient jdbc, ElandClock clock) {
        this.deals = deals;
        this.workflow = workflow;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The buyer offers to go on with a retention, or does not; the latest answer counts. */
    public void answer(CaseRef sale, boolean offered) {
        jdbc.sql("delete from sale.retentions where sale = ?").param(sale.number()).update();
        if (offered) {
            jdbc.sql("insert into sale.retentions (sale, offered_at) values (?, ?)").params(sale.number(), now()).update();
        }
    }

    /** The seller takes what the buyer has offered; refused with {@code RETENTION_NOT_OFFERED} when the buyer wants a cure. */
    public Outcome<Void> agree(CaseRef sale) {
        return jdbc.sql("update sale.retentions set agreed_at = ? where sale = ?").params(now(), sale.number()).update() == 1
                ? Outcome.done() : refused(Refusal.invalid("RETENTION_NOT_OFFERED", "decision"));
    }

    /** True when both have agreed: the handover is then not free of reservations. */
    @Transactional(readOnly = true)
    public boolean isAgreed(CaseRef sale) {
        return jdbc.sql("select exists (select from sale.retentions where sale = ? and agreed_at is not null)").param(sale.number())
                .query(Boolean.class).single();
    }

    /** How long the buyer has to confirm the cure; after it the rest goes to the seller. */
    public String term() {
        return workflow.parameter("escrow.retainWithin");
    }

    Outcome<Void> confirmCure(Actor buyer, CaseRef sale) {
        if (!buyer.party().equals(deals.deal(sale).buyer())) {
            return refused(Refusal.forbidden("TASK_NOT_YOURS"));
        }
        if (!workflow.isOpen(sale, TASK)) {
            return refused(Refusal.conflict("TASK_GONE").with("by", "").with("at", ""));
        }
        deals.note(sale, "cureConfirmed", buyer.name(), Map.of(), null);
        return Outcome.done(workflow.complete(sale, TASK, buyer, Values.none()).get());
    }

    void end(CaseRef sale) {
        jdbc.sql("update sale.retentions set ended_at = ? where sale = ?").params(now(), sale.number()).update();
        deals.note(sale, "retentionEnded", null, Map.of(), null);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
