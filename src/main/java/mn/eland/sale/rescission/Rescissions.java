package mn.eland.sale.rescission;

import static mn.eland.kernel.Outcome.refused;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mn.eland.contract.Contracts;
import mn.eland.contract.VoidReason;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.payment.Payments;
import mn.eland.payment.dispute.DisputedMoney;
import mn.eland.property.PropertyRegister;
import mn.eland.sale.SaleEvent;
import mn.eland.sale.SaleId;
import mn.eland.sale.Sales;
import mn.eland.sale.Sales.SaleView;
import mn.eland.sale.deal.Deals;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A party proposes to end the sale, the other accepts, refuses or lets it lapse. */
@Component
@Transactional
public class Rescissions {

    private static final int WHOLE = 100;
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 2000;
    private static final Set<String> OPEN = Set.of("FUNDING", "NOTARY", "TAX", "REGISTRATION");
    private static final String TASK = "answerRescission";

    private final Sales sales;
    private final Deals deals;
    private final RescissionStore store;
    private final Agreement agreement;
    private final Contracts contracts;
    private final Payments payments;
    private final DisputedMoney disputed;
    private final PropertyRegister register;
    private final Workflow workflow;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    Rescissions(Sales sales, Deals deals, RescissionStore store, Agreement agreement, Contracts contracts, Payments payments, DisputedMoney disputed,
                PropertyRegister register, Workflow workflow, ApplicationEventPublisher events, ElandClock clock) {
        this.sales = sales;
        this.deals = deals;
        this.store = store;
        this.agreement = agreement;
        this.contracts = contracts;
        this.payments = payments;
        this.disputed = disputed;
        this.register = register;
        this.workflow = workflow;
        this.events = events;
        this.clock = clock;
    }

    /** What an agreement would divide. @param held in escrow now and not disputed, @param deposit the part of it that the terms divide, less what disputes took, @param until when a proposal of now would lapse */
    public record Prospect(Money held, Money deposit, Instant until) {
    }

    /**
     * What the person, or whom he represents, could propose now. Refused with {@code NOT_A_PARTY}, with {@code RESCISSION_NOT_NOW}
     * outside the time between the binding contract and the registration, with {@code RESCISSION_OPEN} while a proposal waits, and
     * with {@code MINOR} or {@code COMPANY_BY_DIRECTOR} where only a representative may.
     */
    @Transactional(readOnly = true)
    public Outcome<Prospect> prospect(Actor person, SaleId id) {
        return sales.acting(person, id).flatMap(actor -> sales.sale(actor, id).flatMap(sale -> may(actor, sale, sale.stage()).map(yes -> {
            var held = payments.escrow(id.caseRef()).held();
            var free = sale.deposit().minus(smaller(disputed.taken(id.caseRef()), sale.deposit()));
            return new Prospect(held, smaller(held, free), workflow.plus(clock.instant(), answerWithin(sale)));
        })));
    }

    private static Money smaller(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private Outcome<SaleView> may(Actor actor, SaleView sale, String stage) {
        if (!actor.party().equals(sale.buyer()) && !actor.party().equals(sale.seller())) {
            return refused(Refusal.forbidden("NOT_A_PARTY"));
        }
        if (!OPEN.contains(stage)) {
            return refused(Refusal.conflict("RESCISSION_NOT_NOW"));
        }
        return store.of(sale.id().caseRef()).stream().anyMatch(Rescission::isOpen) ? refused(Refusal.conflict("RESCISSION_OPEN")) : Outcome.done(sale);
    }

    private String answerWithin(SaleView sale) {
        return (String) workflow.decide("saleDeadlines", Map.of("objectType", sale.property().property().kind().name())).get(0).get("answerRescissionWithin");
    }

    /** Writes the agreement and opens the process "Agree on rescission"; nothing ends before the other party accepts. */
    public Outcome<Rescission> propose(Actor person, SaleId id, int sellerPct, String reason) {
        return sales.acting(person, id).flatMap(actor -> proposeAs(actor, id, sellerPct, reason));
    }

    private Outcome<Rescission> proposeAs(Actor actor, SaleId id, int sellerPct, String reason) {
        return sales.sale(actor, id).flatMap(seen -> may(actor, seen, deals.hold(id.caseRef()))).flatMap(sale -> {
            if (sellerPct < 0 || sellerPct > WHOLE) {
                return refused(Refusal.invalid("SHARE_OUT_OF_RANGE", "sellerPct"));
            }
            if (reason == null || reason.strip().length() < SHORTEST_REASON || reason.strip().length() > LONGEST_REASON) {
                return refused(Refusal.invalid("REASON_LENGTH", "reason"));
            }
            return Outcome.done(begin(actor, sale, sellerPct, reason.strip()));
        });
    }

    private Rescission begin(Actor actor, SaleView sale, int sellerPct, String reason) {
        var caseRef = sale.id().caseRef();
        boolean byBuyer = actor.party().equals(sale.buyer());
        PartyId other = byBuyer ? sale.seller() : sale.buyer();
        var term = answerWithin(sale);
        var proposal = new Rescission(caseRef, store.of(caseRef).size() + 1, actor.party(), byBuyer ? sale.buyerName() : sale.sellerName(), other,
                sellerPct, reason, null, clock.instant(), workflow.plus(clock.instant(), term), null);
        var written = agreement.write(sale, proposal);
        store.propose(written);
        workflow.start("agreeRescission", caseRef, Values.of(RescissionVariables.OTHER, other.toString()).with(RescissionVariables.ANSWER_WITHIN, term)
                .with(RescissionVariables.AGREEMENT, written.document().toString()));
        deals.note(caseRef, "rescissionProposed", actor.name(), Map.of("pct", sellerPct, "reason", reason), written.document());
        events.publishEvent(new SaleEvent.RescissionProposed(caseRef, proposal.proposerName(), other, written.document(), proposal.until(), clock.instant()));
        return written;
    }

    /** The other party does not agree; the sale goes on. */
    public Outcome<Void> refuse(Actor person, SaleId id) {
        return sales.acting(person, id).flatMap(actor -> open(id).flatMap(proposal -> {
            if (!proposal.mayAnswer(actor)) {
                return refused(Refusal.forbidden("TASK_NOT_YOURS"));
            }
            store.answered(id.caseRef(), "REFUSED");
            workflow.complete(id.caseRef(), TASK, actor, Values.of(RescissionVariables.RESCISSION_ACCEPTED, false)).get();
            return end(proposal, actor, "rescissionRefused", proposal.proposer());
        }));
    }

    /** The proposer thinks otherwise. */
    public Outcome<Void> takeBack(Actor person, SaleId id) {
        return sales.acting(person, id).flatMap(actor -> open(id).flatMap(proposal -> {
            if (!proposal.mayTakeBack(actor)) {
                return refused(Refusal.forbidden("PROPOSER_ONLY"));
            }
            store.answered(id.caseRef(), "TAKEN_BACK");
            workflow.tell(id.caseRef(), "RescissionWithdrawn", Values.none()).get();
            return end(proposal, actor, "rescissionTakenBack", proposal.other());
        }));
    }

    private Outcome<Void> end(Rescission proposal, Actor actor, String what, PartyId told) {
        deals.note(proposal.sale(), what, actor.name(), Map.of(), null);
        events.publishEvent(new SaleEvent.RescissionWithdrawn(proposal.sale(), told, clock.instant()));
        return Outcome.done();
    }

    private Outcome<Rescission> open(SaleId id) {
        deals.hold(id.caseRef());
        return store.hold(id.caseRef()).map(Outcome::done).orElseGet(() -> refused(Refusal.notFound("RESCISSION_UNKNOWN")));
    }

    /**
     * The agreement was accepted with a code: the sale ends with its terms, if it has not gone too far meanwhile. What lies at the
     * registrar's counter is taken back first, because only the counter knows who was faster.
     */
    void accepted(CaseRef sale, PartyId by) {
        var stage = deals.hold(sale);
        store.hold(sale).filter(proposal -> proposal.other().equals(by)).ifPresent(proposal -> {
            boolean inTime = OPEN.contains(stage) && isTakenBack(sale);
            store.answered(sale, inTime ? "ACCEPTED" : "LAPSED");
            workflow.complete(sale, TASK, Actor.PLATFORM, Values.of(RescissionVariables.RESCISSION_ACCEPTED, inTime)).get();
            if (inTime) {
                deals.note(sale, "rescissionAccepted", null, Map.of(), proposal.document());
                workflow.tell(sale, "SaleStopped", Values.of(RescissionVariables.END_CODE, "RescissionAgreed")).get();
            }
        });
    }

    private boolean isTakenBack(CaseRef sale) {
        var free = register.withdrawFiling(sale, "Талууд тохиролцож дуусгав");
        if (!free.isDone() && !free.refusal().code().equals("TRANSFER_REGISTERED")) {
            throw new IllegalStateException("the counter does not say who was faster in " + sale + ": " + free.refusal().code());
        }
        return free.isDone();
    }

    /** The sale has ended otherwise, or the title has passed: there is nothing left to agree on. */
    void overtaken(CaseRef sale) {
        if (store.hold(sale).isPresent()) {
            store.answered(sale, "LAPSED");
            workflow.tell(sale, "RescissionWithdrawn", Values.none());
        }
    }

    /** Nobody can accept the agreement any more. */
    void close(CaseRef sale) {
        store.hold(sale).ifPresent(lapsed -> {
            store.answered(sale, "LAPSED");
            deals.note(sale, "rescissionLapsed", null, Map.of(), null);
            events.publishEvent(new SaleEvent.RescissionWithdrawn(sale, lapsed.proposer(), clock.instant()));
        });
        store.of(sale).stream().findFirst().ifPresent(proposal -> contracts.withdraw(proposal.document(), VoidReason.NOT_ACCEPTED));
    }

    /** Proposals of a sale that the caller has shown to be the reader's to see, latest first. */
    @Transactional(readOnly = true)
    public List<Rescission> of(CaseRef sale) {
        return store.of(sale);
    }
}
