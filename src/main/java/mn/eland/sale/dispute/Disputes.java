package mn.eland.sale.dispute;

import static mn.eland.kernel.Outcome.refused;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.payment.dispute.DisputedMoney;
import mn.eland.sale.SaleEvent;
import mn.eland.sale.SaleId;
import mn.eland.sale.Sales;
import mn.eland.sale.Sales.SaleView;
import mn.eland.sale.deal.Deals;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens, withdraws and ends disputes over the money of a sale. What is said in between is {@link Hearing}'s. */
@Component
@Transactional
public class Disputes {

    static final List<String> TASKS = List.of("answerDispute", "answerSplit", "mediateDispute", "enterAward", "confirmAward");
    private static final int SHORTEST_CLAIM = 10;
    private static final int LONGEST_CLAIM = 2000;
    private static final Set<String> OVER = Set.of("COMPLETED", "CALLED_OFF");
    private static final Set<String> BEFORE_CONTRACT = Set.of("OFFER", "CHECKS", "PRELIMINARY");

    private final Sales sales;
    private final Deals deals;
    private final DisputeStore store;
    private final DisputedMoney money;
    private final Workflow workflow;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    Disputes(Sales sales, Deals deals, DisputeStore store, DisputedMoney money, Workflow workflow, ApplicationEventPublisher events, ElandClock clock) {
        this.sales = sales;
        this.deals = deals;
        this.store = store;
        this.money = money;
        this.workflow = workflow;
        this.events = events;
        this.clock = clock;
    }

    /** What follows from a claim. @param most the largest sum; @param replyBy until when the other side may answer; @param mediateBy the mediator's last day */
    public record Prospect(Money most, Instant replyBy, Instant mediateBy) {
    }

    /**
     * What would follow if the actor opened a dispute now. Refused with {@code NOT_A_PARTY}, with {@code DISPUTE_NOT_NOW} before the
     * preliminary contract binds, after the money has gone and when there is none, and with {@code DISPUTE_EXISTS} while one lives.
     */
    @Transactional(readOnly = true)
    public Outcome<Prospect> prospect(Actor actor, SaleId sale) {
        return sales.acting(actor, sale).flatMap(party -> sales.sale(party, sale).flatMap(seen -> may(party, seen, seen.stage()))).map(most -> {
            var terms = workflow.decide("disputeDeadlines", terms().with(DisputeVariables.CLAIM, most).raw()).get(0);
            var replyBy = workflow.plus(clock.instant(), (String) terms.get("replyWithin"));
            return new Prospect(most, replyBy, workflow.plus(replyBy, (String) terms.get("mediateWithin")));
        });
    }

    private Outcome<Money> may(Actor actor, SaleView sale, String stage) {
        if (!actor.party().equals(sale.buyer()) && !actor.party().equals(sale.seller())) {
            return refused(Refusal.forbidden("NOT_A_PARTY"));
        }
        if (live(sale.id().caseRef()).isPresent()) {
            return refused(Refusal.conflict("DISPUTE_EXISTS"));
        }
        var most = BEFORE_CONTRACT.contains(stage) || OVER.contains(stage) ? Money.ZERO : money.most(sale.id().caseRef());
        return most.isPositive() ? Outcome.done(most) : refused(Refusal.conflict("DISPUTE_NOT_NOW"));
    }

    /**
     * Freezes the sum and opens the process "Settle a dispute"; the sale goes on. Refused as {@link #prospect}, and with
     * {@code DISPUTE_SUM} or {@code REASON_LENGTH} where sum or words do not do.
     */
    public Outcome<Dispute> open(Actor person, SaleId id, Money sum, String about) {
        return sales.acting(person, id).flatMap(party -> openAs(party, id, sum, about));
    }

    private Outcome<Dispute> openAs(Actor actor, SaleId id, Money sum, String about) {
        var sale = id.caseRef();
        return sales.sale(actor, id).flatMap(seen -> may(actor, seen, deals.hold(sale)).flatMap(most -> {
            if (about == null || about.strip().length() < SHORTEST_CLAIM || about.strip().length() > LONGEST_CLAIM) {
                return refused(Refusal.invalid("REASON_LENGTH", "about"));
            }
            return money.freeze(sale, sum == null ? Money.ZERO : sum).map(frozen -> begin(actor, seen, sum, about.strip()));
        }));
    }

    private Values terms() {
        return Values.of(DisputeVariables.CLAIM_REPLY, workflow.parameter("claim.reply"))
                .with(DisputeVariables.MEDIATION_TERM, workflow.parameter("mediation.term"))
                .with(DisputeVariables.ARBITRATION_TERM, workflow.parameter("arbitration.term"));
    }

    private Dispute begin(Actor actor, SaleView sale, Money sum, String about) {
        var caseRef = sale.id().caseRef();
        boolean byBuyer = actor.party().equals(sale.buyer());
        var dispute = new Dispute(caseRef, store.of(caseRef).size() + 1, actor.party(), byBuyer ? sale.buyerName() : sale.sellerName(),
                byBuyer ? sale.seller() : sale.buyer(), byBuyer ? sale.sellerName() : sale.buyerName(), byBuyer, sum, about,
                clock.instant(), null, null, null, null, null, null, null, null);
        store.open(dispute);
        workflow.start("settleDispute", caseRef, terms().with(DisputeVariables.CLAIMANT, dispute.claimant().toString())
                .with(DisputeVariables.RESPONDENT, dispute.respondent().toString()).with(DisputeVariables.CLAIM, sum));
        deals.note(caseRef, "disputeOpened", actor.name(), Map.of("sum", sum.toString(), "about", about), null);
        events.publishEvent(new SaleEvent.DisputeOpened(caseRef, dispute.claimantName(), dispute.respondent(), sum, clock.instant()));
        return dispute;
    }

    /** The claimant claims nothing any more: each gets what they would have had. Refused with {@code DISPUTE_DECIDED} after the outcome. */
    public Outcome<Void> withdraw(Actor person, SaleId id) {
        return sales.acting(person, id).flatMap(party -> withdrawAs(party, id));
    }

    private Outcome<Void> withdrawAs(Actor actor, SaleId id) {
        var sale = id.caseRef();
        return sales.sale(actor, id).flatMap(seen -> {
            var dispute = store.hold(sale);
            if (dispute.isEmpty()) {
                return refused(Refusal.notFound("DISPUTE_UNKNOWN"));
            }
            if (!dispute.get().claimant().equals(actor.party())) {
                return refused(Refusal.forbidden("CLAIMANT_ONLY"));
            }
            if (!dispute.get().mayWithdraw(actor)) {
                return refused(Refusal.conflict("DISPUTE_DECIDED"));
            }
            store.decided(sale, "WITHDRAWN", null);
            workflow.tell(sale, "DisputeWithdrawn", Values.none()).get();
            deals.note(sale, "disputeWithdrawn", actor.name(), Map.of(), null);
            events.publishEvent(new SaleEvent.DisputeWithdrawn(sale, dispute.get().respondent(), clock.instant()));
            return Outcome.done();
        });
    }

    /** Disputes of a sale that the caller has shown to be the reader's to see, latest first. */
    @Transactional(readOnly = true)
    public List<Dispute> of(CaseRef sale) {
        return store.of(sale);
    }

    @Transactional(readOnly = true)
    Optional<Dispute> live(CaseRef sale) {
        return store.of(sale).stream().filter(Dispute::isLive).findFirst();
    }

    /** What the dispute waits for: the id of a task of its diagram, or PAYMENT while its money is on the way; empty when none lives. */
    @Transactional(readOnly = true)
    public Optional<String> waitsFor(CaseRef sale) {
        return live(sale).map(dispute -> TASKS.stream().filter(task -> workflow.isOpen(sale, task)).findFirst().orElse("PAYMENT"));
    }

    /** The reader's own task in the dispute. */
    @Transactional(readOnly = true)
    public Optional<TaskView> taskOf(Actor actor, CaseRef sale) {
        return workflow.openTasks(actor, sale).stream().filter(task -> TASKS.contains(task.taskKey())).findFirst();
    }

    /** The outcome is known. @return true when nothing of the deal waits for the money any more */
    boolean decided(CaseRef sale, String outcome, Money toBuyer) {
        store.decided(sale, outcome, toBuyer);
        return OVER.contains(deals.hold(sale));
    }

    /** The money is where it belongs. */
    void close(CaseRef sale) {
        var dispute = store.hold(sale).orElseThrow();
        store.ended(sale, clock.instant());
        deals.note(sale, "disputeEnded." + dispute.outcome(), null, dispute.toBuyer() == null ? Map.of()
                : Map.of("toBuyer", dispute.toBuyer().toString(), "toSeller", dispute.toSeller().toString()), null);
        if (dispute.toBuyer() != null) {
            events.publishEvent(new SaleEvent.DisputeSettled(sale, List.<PartyId>of(dispute.claimant(), dispute.respondent()), dispute.toBuyer(),
                    dispute.toSeller(), clock.instant()));
        }
    }
}
