package mn.eland.sale.consent;

import static mn.eland.kernel.Outcome.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PropertyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.sale.SaleEvent;
import mn.eland.sale.consent.ConsentAnswer.Decision;
import mn.eland.sale.deal.Deal;
import mn.eland.sale.deal.Deals;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks for the consents a sale needs, each with a time of its own, and takes their answers. */
@Component
@Transactional
public class Consents {

    private static final String YES = "YES";

    private final Ownership ownership;
    private final ConsentStore store;
    private final Statements statements;
    private final Deals deals;
    private final Workflow workflow;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    Consents(Ownership ownership, ConsentStore store, Statements statements, Deals deals, Workflow workflow,
             ApplicationEventPublisher events, ElandClock clock) {
        this.ownership = ownership;
        this.store = store;
        this.statements = statements;
        this.deals = deals;
        this.workflow = workflow;
        this.events = events;
        this.clock = clock;
    }

    /** The columns of the table {@code consentRules}, one entry for each row that applies. */
    record Rules(List<String> from, List<String> form, List<String> waitFor, List<String> silence, List<String> priority) {
    }

    /** All consents of a sale in the order they were named. */
    @Transactional(readOnly = true)
    public List<ConsentView> of(CaseRef sale) {
        return store.all(sale);
    }

    /** The part of the property that is sold, or null for the whole. */
    public String share(PropertyId property) {
        return statements.about(property).share();
    }

    /** The consent that a task is about; empty when it is not open any more. */
    @Transactional(readOnly = true)
    public Optional<ConsentView> ofTask(CaseRef sale, String taskId) {
        return workflow.known(taskId, ConsentVariables.NUMBER).flatMap(number -> store.find(sale, number));
    }

    Values stateOwnership(CaseRef sale) {
        return ownership.inputs(deals.deal(sale));
    }

    /** Whose consents are needed now: those that were given stay, only the missing ones are asked. */
    Values name(CaseRef sale, Rules rules) {
        var missing = store.put(sale, needed(deals.deal(sale), rules));
        return Values.of(ConsentVariables.NEEDED, !missing.isEmpty()).with(ConsentVariables.NUMBERS,
                missing.stream().map(String::valueOf).toList());
    }

    private List<ConsentView> needed(Deal deal, Rules rules) {
        var consents = new ArrayList<ConsentView>();
        for (int i = 0; i < rules.from.size(); i++) {
            for (var asked : ownership.asked(deal, rules.from.get(i))) {
                boolean onBehalf = asked.person() == null;
                consents.add(new ConsentView(consents.size() + 1, rules.from.get(i), rules.form.get(i),
                        onBehalf ? deal.agent() : asked.person(), asked.name(), onBehalf, "ASKED", rules.waitFor.get(i),
                        rules.silence.get(i), YES.equals(rules.priority.get(i)), null, null));
            }
        }
        return consents;
    }

    /** Tells the person, or who brings the paper: the agent, without an agent the operators, never a party of the sale. */
    Values ask(CaseRef sale, String number) {
        var consent = store.find(sale, number).orElseThrow();
        var now = clock.instant();
        store.due(sale, consent, workflow.plus(now, consent.waitFor()));
        deals.note(sale, "consentAsked", null, Map.of("kind", word(consent), "person", consent.name()), null);
        events.publishEvent(new SaleEvent.ConsentAsked(sale, consent.person(), consent.kind(), now));
        return Values.of(ConsentVariables.PERSON, consent.person() == null ? null : consent.person().toString())
                .with(ConsentVariables.GROUP, (consent.person() == null ? Role.OPERATOR : Role.AGENT).group())
                .with(ConsentVariables.WITHIN, consent.waitFor()).with(ConsentVariables.SILENCE, consent.silence())
                .with(ConsentVariables.ASKED_HOW, consent.onBehalf() ? "PAPER" : consent.priority() ? "PRIORITY" : "PERSON");
    }

    /** The time is over: a right of priority is waived, a consent is not given. */
    void heedSilence(CaseRef sale, String number) {
        var consent = store.find(sale, number).orElseThrow();
        boolean waived = consent.silence().equals("WAIVED");
        store.answered(sale, consent, waived ? "WAIVED" : "WITHHELD", null, null);
        deals.note(sale, waived ? "consentSilent.WAIVED" : "consentSilent.REFUSED", null, Map.of("kind", word(consent)), null);
        if (!waived) {
            store.closeOthers(sale);
        }
    }

    /**
     * The answer to the consent of a task. Refused with {@code CONSENT_NOT_ASKED} (conflict) when nobody asks any more,
     * {@code NO_PRIORITY_RIGHT} or {@code PRIORITY_NOT_REFUSED} (invalid) when this kind knows no such answer, and when the
     * paper of an absent person is not stated.
     */
    public Outcome<Void> answer(Actor actor, CaseRef sale, String taskId, ConsentAnswer answer) {
        var consent = workflow.task(actor, taskId).filter(task -> task.caseRef().equals(sale)).flatMap(task -> ofTask(sale, taskId))
                .filter(ConsentView::isOpen).orElse(null);
        if (consent == null) {
            return refused(Refusal.conflict("CONSENT_NOT_ASKED"));
        }
        var refusal = workflow.hindrance(actor, taskId).orElseGet(() -> whyNot(consent, answer));
        if (refusal != null) {
            return refused(refusal);
        }
        var state = state(consent, answer.decision());
        store.answered(sale, consent, state, answer.note(), answer.paper());
        deals.note(sale, "consentAnswered." + state, actor.name(), Map.of("kind", word(consent)), null);
        events.publishEvent(new SaleEvent.ConsentAnswered(sale, actor.party(), consent.kind(), answer.decision() == Decision.GIVE, clock.instant()));
        ending(actor, deals.deal(sale), state);
        return workflow.complete(taskId, actor, Values.of(ConsentVariables.ANSWER, state));
    }

    /** The first no ends the waiting for the others; who buys at the same terms is led to the offer. */
    private void ending(Actor actor, Deal deal, String state) {
        if (state.equals("REFUSED") || state.equals("EXERCISED")) {
            store.closeOthers(deal.sale());
        }
        if (state.equals("EXERCISED")) {
            statements.listing(deal.property().id()).ifPresent(listing -> events.publishEvent(
                    new SaleEvent.PriorityExercised(deal.sale(), listing, actor.party(), deal.price(), clock.instant())));
        }
    }

    private Refusal whyNot(ConsentView consent, ConsentAnswer answer) {
        if (answer.decision() == Decision.BUY && !consent.priority()) {
            return Refusal.invalid("NO_PRIORITY_RIGHT", "decision");
        }
        if (answer.decision() == Decision.REFUSE && consent.priority()) {
            return Refusal.invalid("PRIORITY_NOT_REFUSED", "decision");
        }
        return consent.onBehalf() && answer.decision() != Decision.REFUSE ? wrongPaper(answer.paper()) : null;
    }

    private Refusal wrongPaper(ConsentView.Paper paper) {
        if (paper == null || isBlank(paper.number())) {
            return Refusal.invalid("FIELD_REQUIRED", "paperNo");
        }
        if (paper.on() == null) {
            return Refusal.invalid("FIELD_REQUIRED", "paperDate");
        }
        if (isBlank(paper.issuer())) {
            return Refusal.invalid("FIELD_REQUIRED", "issuer");
        }
        return paper.on().isAfter(clock.today()) ? Refusal.invalid("DATE_IN_FUTURE", "paperDate") : null;
    }

    private static String word(ConsentView consent) {
        return "sale.consent." + consent.kind();
    }

    private static String state(ConsentView consent, Decision decision) {
        return switch (decision) {
            case GIVE -> consent.priority() ? "WAIVED" : "GIVEN";
            case REFUSE -> "REFUSED";
            case BUY -> "EXERCISED";
        };
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
