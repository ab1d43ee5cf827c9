package mn.eland.sale.watch;

import static mn.eland.kernel.Outcome.refused;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.payment.Payments;
import mn.eland.payment.spi.CaseFreezes;
import mn.eland.property.PropertyRegister;
import mn.eland.sale.suspicion.Report;
import mn.eland.sale.suspicion.Suspicions;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Freezes and stops sales. A frozen sale halts at its next gate; whoever takes part is not told why (AML 13). */
@Component
public class Supervision implements CaseFreezes {

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 2000;

    private static final String AT_A_GATE = "liftSaleFreeze";
    private static final String BEFORE_MONEY = "liftFreeze";
    private static final String LISTED = "Тал хоригийн жагсаалтад таарсан";
    private static final String STOPPED = "Худалдаа зогссон";

    private final Workflow workflow;
    private final PropertyRegister register;
    private final Suspicions suspicions;
    private final Payments payments;
    private final JdbcClient jdbc;
    private final ElandClock clock;

    Supervision(Workflow workflow, PropertyRegister register, Suspicions suspicions, Payments payments, JdbcClient jdbc, ElandClock clock) {
        this.workflow = workflow;
        this.register = register;
        this.suspicions = suspicions;
        this.payments = payments;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean isFrozen(CaseRef sale) {
        return jdbc.sql("select exists (select from sale.freezes where sale = ? and lifted_at is null)").param(sale.number())
                .query(Boolean.class).single();
    }

    /** How long the head has to decide: as long as the law gives for reporting what the freeze is about. */
    public String liftWithin() {
        return "PT" + workflow.parameter("aml.str.hours") + "H";
    }

    /** The freezes that stand, with their reasons; for compliance only. */
    List<Freeze> freezes(CaseRef sale) {
        return jdbc.sql("select reason, at from sale.freezes where sale = ? and lifted_at is null").param(sale.number())
                .query((row, n) -> new Freeze(row.getString("reason"), row.getTimestamp("at").toInstant())).list();
    }

    /**
     * Compliance freezes the sale; freezing a frozen one changes nothing. Refused with {@code NOT_COMPLIANCE} (forbidden) before anything
     * is told of the sale, with {@code SALE_OVER} (conflict), with {@code REASON_LENGTH} (invalid).
     */
    public Outcome<Void> freeze(Actor actor, CaseRef sale, boolean over, String reason) {
        if (!actor.isAnyOf(Role.COMPLIANCE, Role.COMPLIANCE_HEAD)) {
            return refused(Refusal.forbidden("NOT_COMPLIANCE"));
        }
        if (over) {
            return refused(Refusal.conflict("SALE_OVER"));
        }
        if (!isReason(reason)) {
            return refused(Refusal.invalid("REASON_LENGTH", "reason"));
        }
        jdbc.sql("insert into sale.freezes (sale, by_party, reason, at) values (?, ?, ?, ?) on conflict (sale) where lifted_at is null do nothing")
                .params(sale.number(), actor.party().value(), reason.strip(), now()).update();
        suspicions.raise(sale, Report.Cause.FROZEN);
        return Outcome.done();
    }

    /** Freezes every live sale of somebody who stands on a list of sanctions, and opens its report; what is frozen stays frozen. */
    void sanctioned(PartyId party) {
        var live = jdbc.sql("select number from sale.sales where ended_at is null and (seller = ? or buyer = ?)").params(party.value(), party.value())
                .query((row, n) -> CaseRef.of(row.getString("number"))).list();
        for (var sale : live) {
            jdbc.sql("insert into sale.freezes (sale, by_party, reason, at) values (?, ?, ?, ?) on conflict (sale) where lifted_at is null do nothing")
                    .params(sale.number(), Actor.PLATFORM.party().value(), LISTED, now()).update();
            suspicions.raise(sale, Report.Cause.SANCTIONED);
        }
    }

    /** The head of compliance lets a sale that halts at a gate go on, or blocks it for good. */
    public Outcome<Void> answerFreeze(Actor head, CaseRef sale, boolean lift, String note) {
        if (!head.is(Role.COMPLIANCE_HEAD)) {
            return refused(Refusal.forbidden("COMPLIANCE_HEAD_ONLY"));
        }
        var done = workflow.complete(sale, AT_A_GATE, head, Values.of(WatchVariables.FREEZE_LIFTED, lift));
        if (done.isDone() && lift) {
            lift(sale, head.party(), note);
        }
        return done;
    }

    /**
     * The head of compliance ends a freeze wherever the sale stands, and what waits for that goes on. Refused with
     * {@code COMPLIANCE_HEAD_ONLY}, with {@code REASON_LENGTH}, with {@code NOT_FROZEN} when nothing is frozen.
     */
    public Outcome<Void> unfreeze(Actor head, CaseRef sale, String note) {
        if (!head.is(Role.COMPLIANCE_HEAD)) {
            return refused(Refusal.forbidden("COMPLIANCE_HEAD_ONLY"));
        }
        if (!isReason(note)) {
            return refused(Refusal.invalid("REASON_LENGTH", "note"));
        }
        if (!isFrozen(sale)) {
            return refused(Refusal.conflict("NOT_FROZEN"));
        }
        lift(sale, head.party(), note.strip());
        for (var waiting : workflow.openTasks(head, sale)) {
            if (waiting.taskKey().equals(AT_A_GATE)) {
                workflow.complete(sale, AT_A_GATE, head, Values.of(WatchVariables.FREEZE_LIFTED, true)).get();
            } else if (waiting.taskKey().equals(BEFORE_MONEY)) {
                payments.liftFreeze(head, sale, note.strip()).get();
            }
        }
        return Outcome.done();
    }

    @Override
    public void lift(Actor head, CaseRef sale, String note) {
        lift(sale, head.party(), note);
    }

    private void lift(CaseRef sale, PartyId by, String note) {
        jdbc.sql("update sale.freezes set lifted_by = ?, lifted_at = ?, note = ? where sale = ? and lifted_at is null")
                .params(by.value(), now(), note, sale.number()).update();
    }

    /**
     * Something nobody is to blame for ends the sale: written down with its paper, then everything is undone. First of all the
     * application at the registrar's counter is taken back, because only the counter knows who was faster.
     */
    public Outcome<Void> stop(Actor actor, CaseRef sale, Stop stop) {
        if (stop.paper() == null || stop.paper().isBlank()) {
            return refused(Refusal.invalid("FIELD_REQUIRED", "paper"));
        }
        if (!isReason(stop.note())) {
            return refused(Refusal.invalid("REASON_LENGTH", "note"));
        }
        return takeFilingBack(sale).flatMap(free -> tell(sale, stop.kind().endCode())).map(told -> {
            writeStop(actor, sale, stop.kind().name(), stop.paper().strip(), stop.note().strip());
            return null;
        });
    }

    /** First of all, because only the counter knows who was faster: refused when the transfer is registered, and when nobody can say. */
    public Outcome<Void> takeFilingBack(CaseRef sale) {
        return register.withdrawFiling(sale, STOPPED);
    }

    /** An operator looked at a sale that takes too long: it goes on, or to its money, or ends and its money waits for a decision. */
    public Outcome<Void> review(Actor operator, CaseRef sale, Review review) {
        return switch (review.decision()) {
            case CONTINUE -> reviewed(operator, sale, true);
            case SETTLE -> reviewed(operator, sale, false).map(done -> workflow.tell(sale, "HandoverGivenUp", Values.none()).get());
            case STOP -> takeFilingBack(sale).flatMap(free -> reviewed(operator, sale, false))
                    .flatMap(done -> tell(sale, "DeadlinePassed")).map(told -> {
                        writeStop(operator, sale, "DEADLINE_PASSED", "-", review.note());
                        return null;
                    });
        };
    }

    private Outcome<Void> reviewed(Actor operator, CaseRef sale, boolean again) {
        return workflow.complete(sale, "reviewSale", operator, Values.of(WatchVariables.REVIEW_AGAIN, again));
    }

    void writeStop(Actor actor, CaseRef sale, String kind, String paper, String note) {
        jdbc.sql("insert into sale.stops (sale, kind, paper, note, by_party, at) values (?, ?, ?, ?, ?, ?) on conflict (sale) do nothing")
                .params(sale.number(), kind, paper, note, actor.party().value(), now()).update();
    }

    private Outcome<Void> tell(CaseRef sale, String endCode) {
        return workflow.tell(sale, "SaleStopped", Values.of(WatchVariables.END_CODE, endCode));
    }

    record Freeze(String reason, Instant at) {
    }

    private static boolean isReason(String text) {
        return text != null && text.strip().length() >= SHORTEST_REASON && text.strip().length() <= LONGEST_REASON;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
