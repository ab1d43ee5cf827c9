package mn.eland.sale.burden;

import static mn.eland.kernel.Outcome.refused;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.property.PropertyRegister;
import mn.eland.property.TitleReading;
import mn.eland.sale.SaleEvent;
import mn.eland.sale.deal.Deals;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Burdens that come upon a property while it is being sold. The seller promised it free (CC 243), so until the burden is
 * gone the sale halts at its next gate; if it stays, the sale ends by the seller's fault (CC 233.4).
 */
@Component
@Transactional
public class Burdens {

    private static final String TASK = "answerBurden";
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final BurdenStore store;
    private final PropertyRegister register;
    private final Deals deals;
    private final Workflow workflow;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    Burdens(BurdenStore store, PropertyRegister register, Deals deals, Workflow workflow, ApplicationEventPublisher events, ElandClock clock) {
        this.store = store;
        this.register = register;
        this.deals = deals;
        this.workflow = workflow;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean isOpen(CaseRef sale) {
        return store.open(sale).isPresent();
    }

    /** The burden for which the sale halts, or empty. */
    @Transactional(readOnly = true)
    public Optional<Burden> of(CaseRef sale) {
        return store.open(sale);
    }

    /** A term of the table of deadlines, for this sale. */
    public String term(CaseRef sale, String name) {
        return (String) workflow.decide("saleDeadlines", Map.of("objectType", deals.deal(sale).property().kind().name())).get(0).get(name);
    }

    /** Takes a fresh reference for the sale. @return true when a burden is new and somebody now has to see to it */
    boolean look(CaseRef sale) {
        if (isOpen(sale) || workflow.isOpen(sale, "cureTitle")) {
            return false;
        }
        return reading(sale).filter(found -> !isClear(found)).filter(found -> store.isUnderWay(sale)).map(found -> found(sale, found.code())).orElse(false);
    }

    private boolean found(CaseRef sale, String code) {
        var within = term(sale, "burdenCureWithin");
        if (!store.open(sale, code, workflow.plus(clock.instant(), within))) {
            return false;
        }
        workflow.start("recheckBurden", sale, Values.of(BurdenVariables.BURDEN_WITHIN, within));
        deals.note(sale, "burdenFound", null, Map.of("burden", "register.code." + code), null);
        var deal = deals.deal(sale);
        events.publishEvent(new SaleEvent.BurdenFound(sale, List.of(deal.seller(), deal.buyer()), code, clock.instant()));
        return true;
    }

    /** Empty when the registrar has decided meanwhile, so that the register says nothing of the seller any more. */
    private Optional<TitleReading> reading(CaseRef sale) {
        var deal = deals.deal(sale);
        return register.lookAgain(sale, deal.property().id(), deal.seller());
    }

    private static boolean isClear(TitleReading reading) {
        return "OK".equals(reading.decision());
    }

    /** An agent says that the burden is gone, which the register is then asked, or that it stays. */
    Outcome<Void> answer(Actor agent, CaseRef sale, boolean gone, String note) {
        if (!agent.isAnyOf(Role.AGENT, Role.OPERATOR, Role.ADMIN)) {
            return refused(Refusal.forbidden("AGENT_ONLY"));
        }
        if (workflow.openTasks(agent, sale).stream().noneMatch(task -> task.taskKey().equals(TASK))) {
            return refused(Refusal.conflict("TASK_GONE").with("by", "").with("at", ""));
        }
        store.open(sale).ifPresent(burden -> store.answered(burden, agent, note));
        deals.note(sale, gone ? "burdenSaidGone" : "burdenStays", agent.name(), Map.of("note", note), null);
        workflow.complete(sale, TASK, agent, Values.of(BurdenVariables.BURDEN_ANSWER, gone ? "GONE" : "STAYS")).get();
        return Outcome.done();
    }

    /** Also when something else was faster, so that there is nothing to see to. */
    public boolean isGone(CaseRef sale) {
        return !isOpen(sale) || reading(sale).map(Burdens::isClear).orElse(true);
    }

    /** What is left of the time, for another try. */
    public String timeLeft(CaseRef sale) {
        var left = store.open(sale).map(burden -> Duration.between(clock.instant(), burden.until())).orElse(SHORTEST);
        return (left.compareTo(SHORTEST) < 0 ? SHORTEST : Duration.ofSeconds(left.toSeconds())).toString();
    }

    /** The sale goes on from the gate at which it halts. */
    public void lift(CaseRef sale) {
        if (store.close(sale, "LIFTED")) {
            deals.note(sale, "burdenLifted", null, Map.of(), null);
            events.publishEvent(new SaleEvent.BurdenLifted(sale, clock.instant()));
        }
    }

    /** The sale ends for it. */
    public void stands(CaseRef sale) {
        if (store.close(sale, "STOOD")) {
            events.publishEvent(new SaleEvent.BurdenStands(sale, clock.instant()));
        }
    }

    void goOn(CaseRef sale) {
        workflow.tell(sale, "BurdenLifted", Values.none());
    }

    /** The registrar may have been faster: then the sale is past stopping, and the buyer is the owner. What nobody can say is asked again. */
    void stop(CaseRef sale) {
        var free = register.withdrawFiling(sale, "Эд хөрөнгөд шинэ хязгаарлалт бүртгэгдсэн");
        if (free.isDone()) {
            workflow.tell(sale, "SaleStopped", Values.of(BurdenVariables.END_CODE, "BurdenStands"));
        } else if (!free.refusal().code().equals("TRANSFER_REGISTERED")) {
            throw new IllegalStateException("the counter does not say who was faster in " + sale + ": " + free.refusal().code());
        }
    }

    /** The sale ended or the title passed: nobody has to see to the burden any more. */
    void overtaken(CaseRef sale) {
        if (store.close(sale, "OVERTAKEN")) {
            workflow.tell(sale, "BurdenOvertaken", Values.none());
        }
    }
}
