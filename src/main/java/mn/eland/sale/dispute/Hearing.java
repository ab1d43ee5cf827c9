package mn.eland.sale.dispute;

import static mn.eland.kernel.Outcome.refused;
import static mn.eland.sale.dispute.DisputeVariables.AWARD_CONFIRMED;
import static mn.eland.sale.dispute.DisputeVariables.OUTCOME;
import static mn.eland.sale.dispute.DisputeVariables.REPLY;
import static mn.eland.sale.dispute.DisputeVariables.SETTLED;
import static mn.eland.sale.dispute.DisputeVariables.SPLIT_ACCEPTED;
import static mn.eland.sale.dispute.DisputeVariables.TO_BUYER;

import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.sale.SaleEvent;
import mn.eland.sale.deal.Deals;
import mn.eland.sale.dispute.Dispute.Award;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people say in a dispute: the other side, the claimant, the mediator, and two officers who enter the last word of others. */
@Component
@Transactional
class Hearing {

    private final DisputeStore store;
    private final Deals deals;
    private final Workflow workflow;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    Hearing(DisputeStore store, Deals deals, Workflow workflow, ApplicationEventPublisher events, ElandClock clock) {
        this.store = store;
        this.deals = deals;
        this.workflow = workflow;
        this.events = events;
        this.clock = clock;
    }

    /** The other side accepts the claim, offers the claimant a part of it, or refuses. */
    Outcome<Void> reply(Actor actor, CaseRef sale, String reply, Money toClaimant, String words) {
        return live(sale).flatMap(dispute -> {
            if (!actor.party().equals(dispute.respondent())) {
                return refused(Refusal.forbidden("TASK_NOT_YOURS"));
            }
            boolean split = reply.equals("SPLIT");
            if (split && (toClaimant.compareTo(dispute.sum()) >= 0 || !toClaimant.isPositive())) {
                return refused(Refusal.invalid("DISPUTE_PART", "toClaimantMnt").with("sum", dispute.sum().toString()));
            }
            var said = Values.of(REPLY, reply);
            return tell(actor, sale, "answerDispute", reply.equals("ACCEPT")
                    ? said.with(OUTCOME, "ACCEPTED").with(TO_BUYER, dispute.buyersPart(dispute.sum())) : said).map(done -> {
                store.replied(sale, reply, words, split ? toClaimant : null);
                note(actor, sale, "disputeAnswered." + reply, split ? Map.of("part", toClaimant.toString()) : Map.of());
                events.publishEvent(new SaleEvent.DisputeAnswered(sale, dispute.claimant(), reply, clock.instant()));
                return null;
            });
        });
    }

    /** The claimant takes the part that was offered, or not. */
    Outcome<Void> answerSplit(Actor actor, CaseRef sale, boolean accepted) {
        return live(sale).flatMap(dispute -> {
            if (!actor.party().equals(dispute.claimant())) {
                return refused(Refusal.forbidden("CLAIMANT_ONLY"));
            }
            var said = Values.of(SPLIT_ACCEPTED, accepted);
            return tell(actor, sale, "answerSplit", accepted ? said.with(OUTCOME, "AGREED").with(TO_BUYER, dispute.buyersPart(dispute.offered())) : said)
                    .map(done -> note(actor, sale, accepted ? "splitAccepted" : "splitRefused", Map.of()));
        });
    }

    /** A mediator writes down what the parties have agreed on, or that they have not; null for {@code toBuyer} then. */
    Outcome<Void> mediate(Actor mediator, CaseRef sale, Money toBuyer, String note) {
        return staff(mediator, sale, Role.MEDIATOR, "MEDIATORS_ONLY").flatMap(dispute -> {
            if (toBuyer != null && toBuyer.compareTo(dispute.sum()) > 0) {
                return refused(Refusal.invalid("DISPUTE_SHARE", "toBuyerMnt").with("sum", dispute.sum().toString()));
            }
            var said = Values.of(SETTLED, toBuyer != null);
            return tell(mediator, sale, "mediateDispute", toBuyer != null ? said.with(OUTCOME, "MEDIATED").with(TO_BUYER, toBuyer) : said).map(done -> {
                store.mediated(sale, mediator, note);
                return note(mediator, sale, toBuyer != null ? "disputeMediated" : "disputeNotMediated", Map.of("note", note));
            });
        });
    }

    /** An escrow officer enters the final award of an arbitrator or court (9A.21, row 3). */
    Outcome<Void> enterAward(Actor officer, CaseRef sale, String number, String grounds, Money toBuyer) {
        return staff(officer, sale, Role.ESCROW_OFFICER, "ESCROW_OFFICERS_ONLY").flatMap(dispute -> {
            if (toBuyer.compareTo(dispute.sum()) > 0) {
                return refused(Refusal.invalid("DISPUTE_SHARE", "toBuyerMnt").with("sum", dispute.sum().toString()));
            }
            return tell(officer, sale, "enterAward", Values.of(OUTCOME, "AWARDED").with(TO_BUYER, toBuyer)).map(done -> {
                store.awarded(sale, new Award(number, grounds, toBuyer, officer.party(), officer.name()));
                return note(officer, sale, "awardEntered", Map.of("number", number));
            });
        });
    }

    /** A second officer confirms the award or sends it back; refused with {@code SAME_APPROVER} for the first. */
    Outcome<Void> confirmAward(Actor officer, CaseRef sale, boolean confirmed) {
        return staff(officer, sale, Role.ESCROW_OFFICER, "ESCROW_OFFICERS_ONLY").flatMap(dispute -> {
            if (dispute.award() != null && dispute.award().by().equals(officer.party())) {
                return refused(Refusal.forbidden("SAME_APPROVER").with("name", dispute.award().byName()));
            }
            return tell(officer, sale, "confirmAward", Values.of(AWARD_CONFIRMED, confirmed))
                    .map(done -> note(officer, sale, confirmed ? "awardConfirmed" : "awardSentBack", Map.of()));
        });
    }

    /** Nobody of the house works on a dispute of their own. */
    private Outcome<Dispute> staff(Actor actor, CaseRef sale, Role role, String otherwise) {
        if (!actor.is(role)) {
            return refused(Refusal.forbidden(otherwise));
        }
        PartyId own = actor.party();
        return live(sale).flatMap(dispute -> own.equals(dispute.claimant()) || own.equals(dispute.respondent())
                || own.equals(deals.deal(sale).agent()) ? refused(Refusal.forbidden("OWN_DEAL")) : Outcome.done(dispute));
    }

    private Outcome<Dispute> live(CaseRef sale) {
        return store.hold(sale).map(Outcome::done).orElseGet(() -> refused(Refusal.conflict("TASK_GONE")));
    }

    private Outcome<Void> tell(Actor actor, CaseRef sale, String task, Values said) {
        return workflow.complete(sale, task, actor, said);
    }

    private Void note(Actor actor, CaseRef sale, String what, Map<String, Object> arguments) {
        deals.note(sale, what, actor.name(), arguments, null);
        return null;
    }
}
