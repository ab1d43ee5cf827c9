package mn.eland.workflow.trouble;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.workflow.cases.CasePosition;
import mn.eland.workflow.cases.CaseRuntime;
import mn.eland.workflow.trouble.Trouble.Retry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Steps that failed, for operators to see and to have tried again, and for the parties to know that we are at it. */
@Component
@Transactional
public class Troubles {

    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);
    private static final int LONGEST_REASON = 500;
    private static final Refusal NOT_YOURS = Refusal.forbidden("TROUBLES_NOT_YOURS");

    private final FailedSteps steps;
    private final Retries retries;
    private final CaseRuntime cases;
    private final CasePosition position;

    Troubles(FailedSteps steps, Retries retries, CaseRuntime cases, CasePosition position) {
        this.steps = steps;
        this.retries = retries;
        this.cases = cases;
        this.position = position;
    }

    /** How many steps have failed and are not done yet; empty for whom it is none of their business. */
    public OptionalInt count(Actor actor) {
        return isOperator(actor) ? OptionalInt.of(steps.count()) : OptionalInt.empty();
    }

    /** Steps that have failed, given up ones first, then the oldest. Refused with {@code TROUBLES_NOT_YOURS} for others than operators and admins. */
    public Outcome<List<Trouble>> all(Actor actor, int limit) {
        return isOperator(actor) ? Outcome.done(steps.some(limit).stream()
                .sorted(Comparator.comparing((Trouble trouble) -> trouble.nextTry() != null).thenComparing(Trouble::since)).toList())
                : Outcome.refused(NOT_YOURS);
    }

    /** Who had which step tried again, when and why, newest first. Refused as {@link #all}. */
    public Outcome<List<Retry>> retries(Actor actor, int limit) {
        return isOperator(actor) ? Outcome.done(retries.newest(limit)) : Outcome.refused(NOT_YOURS);
    }

    /**
     * Has a step tried again at once, as often as at first. Refused with {@code TROUBLE_OVER} (conflict) when it has been done, with
     * {@code TROUBLE_ASKED} (conflict; {@code by}, {@code at}) while a try that somebody asked for has not been made, and with
     * {@code TROUBLE_TRYING} (conflict) while the engine is at work on it.
     */
    public Outcome<Trouble> tryAgain(Actor actor, String id, String reason) {
        if (!isOperator(actor)) {
            return Outcome.refused(NOT_YOURS);
        }
        var why = reason(reason);
        if (!why.isDone()) {
            return Outcome.refused(why.refusal());
        }
        // whoever presses second waits here and reads what the first has done
        steps.find(id).ifPresent(trouble -> cases.lock(trouble.caseRef()));
        var found = steps.find(id);
        if (found.isEmpty()) {
            return Outcome.refused(retries.last(id).map(last -> withWho("TROUBLE_OVER_ASKED", last)).orElse(Refusal.conflict("TROUBLE_OVER")));
        }
        var trouble = found.get();
        if (trouble.isAsked()) {
            return Outcome.refused(withWho("TROUBLE_ASKED", trouble.lastRetry()));
        }
        if (steps.isRunning(id)) {
            return Outcome.refused(Refusal.conflict("TROUBLE_TRYING"));
        }
        retries.add(trouble, actor, why.get());
        steps.tryAgain(id);
        LOG.info("{} is tried again at {}: asked by {}", trouble.caseRef(), trouble.activityId(), actor.party());
        return Outcome.done(steps.find(id).orElse(trouble));
    }

    /** Why an operator has something tried, without spaces around it. Refused with {@code FIELD_REQUIRED} or {@code FIELD_TOO_LONG}. */
    public static Outcome<String> reason(String given) {
        var why = given == null ? "" : given.strip();
        if (why.isEmpty()) {
            return Outcome.refused(Refusal.invalid("FIELD_REQUIRED", "reason"));
        }
        return why.length() > LONGEST_REASON ? Outcome.refused(Refusal.invalid("FIELD_TOO_LONG", "reason").with("max", LONGEST_REASON)) : Outcome.done(why);
    }

    /** What the parties of a case may hear: the kinds of its failed steps, without those of processes they must not learn of. */
    @Transactional(readOnly = true)
    public List<String> kinds(CaseRef key) {
        return steps.of(key).stream().filter(trouble -> !position.isConfidential(trouble.processKey())).map(Trouble::kind).distinct().sorted().toList();
    }

    private static Refusal withWho(String code, Retry retry) {
        return Refusal.conflict(code).with("by", retry.byName()).with("at", retry.at());
    }

    private static boolean isOperator(Actor actor) {
        return actor.isAnyOf(Role.OPERATOR, Role.ADMIN);
    }
}
