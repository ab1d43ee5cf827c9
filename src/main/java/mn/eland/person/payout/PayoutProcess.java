package mn.eland.person.payout;

import java.time.Instant;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/** Tells the engine what happened to a change of account. */
@Component
class PayoutProcess {

    private static final char SERIES = 'P';

    private final Workflow workflow;
    private final ElandClock clock;

    PayoutProcess(Workflow workflow, ElandClock clock) {
        this.workflow = workflow;
        this.clock = clock;
    }

    CaseRef number() {
        return workflow.nextNumber(SERIES);
    }

    void accountNamed(CaseRef number) {
        workflow.start("changePayoutAccount", number, Values.none());
    }

    Outcome<Void> changeWithdrawn(CaseRef number) {
        return workflow.tell(number, "PayoutChangeWithdrawn", Values.none());
    }

    Outcome<Void> accountConfirmed(CaseRef number, Actor officer, boolean confirmed) {
        return workflow.complete(number, "confirmPayoutAccount", officer, Values.of(PayoutVariables.CONFIRMED, confirmed));
    }

    /** When a term that begins now ends. */
    Instant ends(String term) {
        return workflow.plus(clock.instant(), term);
    }
}
