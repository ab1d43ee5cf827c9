package mn.eland.sale;

import static mn.eland.kernel.Outcome.refused;

import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.sale.Sales.Consequences;
import mn.eland.sale.Sales.Dossier;
import mn.eland.sale.Sales.Meters;
import mn.eland.sale.consent.ConsentAnswer;
import mn.eland.sale.consent.Consents;
import mn.eland.sale.handover.Retentions;
import mn.eland.sale.risk.Assessment;
import mn.eland.sale.risk.Assessments;
import mn.eland.sale.watch.Review;
import mn.eland.sale.watch.Review.Decision;
import mn.eland.sale.watch.Stop;
import mn.eland.sale.watch.Supervision;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What people do in a sale after the price is agreed. Runs in the door's transaction. */
@Component
class SaleActs {

    private final SaleStore store;
    private final SaleFile file;
    private final SalePolicy policy;
    private final SaleProcess process;
    private final CallOff callOff;
    private final Supervision supervision;
    private final Assessments assessments;
    private final Consents consents;
    private final Retentions retentions;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    SaleActs(SaleStore store, SaleFile file, SalePolicy policy, SaleProcess process, CallOff callOff, Supervision supervision,
             Assessments assessments, Consents consents, Retentions retentions, ApplicationEventPublisher events, ElandClock clock) {
        this.store = store;
        this.file = file;
        this.policy = policy;
        this.process = process;
        this.callOff = callOff;
        this.supervision = supervision;
        this.assessments = assessments;
        this.consents = consents;
        this.retentions = retentions;
        this.events = events;
        this.clock = clock;
    }

    Outcome<Consequences> consequences(Actor actor, SaleId id) {
        var sale = store.find(id).orElseThrow();
        if (!sale.isParty(actor.party())) {
            return refused(Refusal.forbidden("NOT_A_PARTY"));
        }
        return sale.mayWithdraw() ? Outcome.done(callOff.consequences(sale, "PartyWithdrew", actor.party()))
                : refused(Refusal.conflict("TOO_LATE_TO_WITHDRAW"));
    }

    Consequences ifLoanRefused(Sale sale) {
        return callOff.consequences(sale, "FinanceRefused", null);
    }

    Outcome<Sale> withdraw(Actor actor, SaleId id, String reason) {
        var sale = store.lock(id);
        if (!sale.isParty(actor.party())) {
            return refused(Refusal.forbidden("NOT_A_PARTY"));
        }
        if (!sale.mayWithdraw()) {
            return refused(Refusal.conflict("TOO_LATE_TO_WITHDRAW"));
        }
        return supervision.takeFilingBack(id.caseRef()).map(free -> leave(actor, sale, reason));
    }

    private Sale leave(Actor actor, Sale sale, String reason) {
        var id = sale.id();
        sale.withdrawnBy(actor.party());
        store.save(sale);
        file.note(id, "withdrawn", actor.name(), Map.of("reason", reason == null ? "" : reason), null);
        if (!process.saleStopped(id.caseRef(), "PartyWithdrew")) {
            throw new IllegalStateException("the process of " + id + " does not wait for a withdrawal");
        }
        events.publishEvent(new SaleEvent.PartyWithdrew(id.caseRef(), actor.party(), reason, clock.instant()));
        return store.find(id).orElseThrow();
    }

    Outcome<Void> stop(Actor actor, SaleId id, Stop stop) {
        var sale = store.lock(id);
        if (!servesOrOperates(actor, sale)) {
            return refused(Refusal.forbidden("AGENT_OR_OPERATOR_ONLY"));
        }
        if (!sale.mayStop()) {
            return refused(Refusal.conflict("TOO_LATE_TO_STOP"));
        }
        file.note(id, "stopped", actor.name(), Map.of("kind", stop.kind().name()), null);
        return supervision.stop(actor, id.caseRef(), stop);
    }

    Outcome<Void> review(Actor operator, SaleId id, Review review) {
        var sale = store.lock(id);
        if (!sale.decisions().contains(review.decision())) {
            return refused(Refusal.conflict(review.decision() == Decision.STOP ? "TOO_LATE_TO_STOP" : "HANDOVER_NOT_AWAITED"));
        }
        return supervision.review(operator, id.caseRef(), review).map(done -> {
            reviewed(operator, sale, review);
            return null;
        });
    }

    private void reviewed(Actor operator, Sale sale, Review review) {
        if (review.decision() == Decision.SETTLE) {
            file.note(sale.id(), "handoverGivenUp", operator.name(), Map.of("note", review.note()), null);
            events.publishEvent(new SaleEvent.HandoverGivenUp(sale.caseRef(), sale.people().all(), clock.instant()));
        } else if (review.decision() == Decision.CONTINUE && sale.decisions().contains(Decision.SETTLE)) {
            for (var party : List.of(sale.people().seller(), sale.people().buyer())) {
                events.publishEvent(new SaleEvent.HandoverUrged(sale.caseRef(), party, clock.instant()));
            }
        }
    }

    Outcome<Void> answerConsent(Actor actor, SaleId id, String taskId, ConsentAnswer answer) {
        store.lock(id);
        return consents.answer(actor, id.caseRef(), taskId, answer);
    }

    Outcome<Void> reviewRisk(Actor actor, SaleId id, boolean clear, String note) {
        var sale = store.lock(id);
        if (!actor.isAnyOf(Role.COMPLIANCE, Role.COMPLIANCE_HEAD)) {
            return refused(Refusal.forbidden("NOT_COMPLIANCE"));
        }
        if (sale.isParty(actor.party())) {
            return refused(Refusal.forbidden("OWN_CASE"));
        }
        var done = process.riskReviewed(sale, actor, clear ? "CLEAR" : "BLOCK");
        if (done.isDone()) {
            assessments.reviewed(id.caseRef(), actor, clear ? "CLEAR" : "BLOCK", note);
        }
        return done;
    }

    Outcome<Void> handOverKeys(Actor actor, SaleId id, Meters meters) {
        var sale = store.lock(id);
        var refusal = whyNot(sale, actor, sale.people().seller(), "handOverKeys");
        if (refusal != null) {
            return refused(refusal);
        }
        if (meters.keys() < 1) {
            return refused(Refusal.invalid("KEYS_MISSING", "keys"));
        }
        if (meters.on().isAfter(clock.today())) {
            return refused(Refusal.invalid("DATE_IN_FUTURE", "handedOverOn"));
        }
        file.handedOver(id, new SaleFile.Handover(meters.on(), meters.electricity(), meters.coldWater(), meters.hotWater(),
                meters.heating(), meters.keys(), meters.furniture(), meters.utilityDebt(), null, false));
        file.note(id, "keysHandedOver", actor.name(), Map.of("keys", meters.keys()), null);
        process.keysHandedOver(sale, actor);
        return Outcome.done();
    }

    Outcome<Void> answerHandover(Actor actor, SaleId id, String defects, boolean retain) {
        var sale = store.lock(id);
        var refusal = whyNot(sale, actor, sale.people().buyer(), "acceptHandover");
        if (refusal != null) {
            return refused(refusal);
        }
        boolean accepted = defects == null || defects.isBlank();
        file.handoverAnswered(id, accepted, accepted ? null : defects);
        retentions.answer(id.caseRef(), retain && !accepted);
        file.note(id, accepted ? "handoverAccepted" : retain ? "retentionOffered" : "defectsNamed", actor.name(), accepted ? Map.of() : Map.of("defects", defects), null);
        process.handoverAnswered(sale, actor, accepted);
        return Outcome.done();
    }

    Outcome<Void> cureDefects(Actor actor, SaleId id, String what, boolean retain) {
        var sale = store.lock(id);
        var refusal = whyNot(sale, actor, sale.people().seller(), "cureDefects");
        if (refusal != null) {
            return refused(refusal);
        }
        if (retain) {
            var agreed = retentions.agree(id.caseRef());
            if (!agreed.isDone()) {
                return agreed;
            }
        }
        file.note(id, retain ? "retentionAgreed" : "defectsCured", actor.name(), retain ? Map.of() : Map.of("what", what), null);
        process.defectsAnswered(sale, actor, retain);
        return Outcome.done();
    }

    private static boolean servesOrOperates(Actor actor, Sale sale) {
        return actor.party().equals(sale.people().agent()) || actor.isAnyOf(Role.OPERATOR, Role.ADMIN);
    }

    private Refusal whyNot(Sale sale, Actor actor, PartyId owner, String task) {
        if (!actor.party().equals(owner)) {
            return Refusal.forbidden("TASK_NOT_YOURS");
        }
        return process.isOpen(sale, task) ? null : Refusal.conflict("TASK_GONE").with("by", "").with("at", "");
    }

    Outcome<Sales.Message> say(Actor actor, SaleId id, String text) {
        var sale = store.find(id).orElseThrow();
        if (!policy.takesPart(actor, sale)) {
            return refused(Refusal.forbidden("NOT_A_PARTY"));
        }
        var message = file.say(id, actor, text);
        var others = sale.people().all().stream().filter(party -> !party.equals(actor.party())).toList();
        events.publishEvent(new SaleEvent.MessageSent(id.caseRef(), actor.party(), actor.name(), others, message.at()));
        return Outcome.done(message);
    }

    Dossier dossier(Actor actor, Sale sale) {
        var id = sale.id();
        boolean compliance = actor.isAnyOf(Role.COMPLIANCE, Role.COMPLIANCE_HEAD) && !sale.isParty(actor.party());
        var risk = assessments.latest(id.caseRef()).filter(any -> compliance);
        boolean money = actor.isAnyOf(Role.COMPLIANCE, Role.COMPLIANCE_HEAD) || actor.party().equals(sale.people().buyer());
        var codes = risk.map(Assessment::codes).orElse(List.of());
        var handover = file.handover(id);
        boolean frozen = compliance && supervision.isFrozen(sale.caseRef());
        return new Dossier(consents.of(sale.caseRef()), risk.map(Assessment::score).orElse(0L), codes,
                handover.map(h -> new Meters(h.on(), h.electricity(), h.coldWater(), h.hotWater(), h.heating(), h.keys(), h.furniture(), h.utilityDebt())).orElse(null),
                handover.map(SaleFile.Handover::defects).orElse(null),
                file.settlement(id).map(s -> new Sales.SettlementView(s.taxRate(), s.taxCode(), s.tax(), s.broker(), s.brokerVat(), s.payoff(), s.sellerNet(), s.vatIncluded())).orElse(null),
                money ? sale.terms().income() : null, money ? sale.terms().cashPct() : 0, sale.subject().asked(),
                frozen, compliance && !sale.stage().isOver(), frozen && actor.is(Role.COMPLIANCE_HEAD),
                servesOrOperates(actor, sale) && sale.mayStop(), sale.decisions());
    }
}
