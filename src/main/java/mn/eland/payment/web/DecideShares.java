package mn.eland.payment.web;

import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.payment.Payments;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** An escrow officer divides money that no rule could divide. */
@Component
class DecideShares implements TaskForm {

    private static final long WHOLE = 100;

    private final Payments payments;
    private final ReleaseFacts facts;

    DecideShares(Payments payments, ReleaseFacts facts) {
        this.payments = payments;
        this.facts = facts;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        return facts.of(task.caseRef());
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        var choice = String.valueOf(answers.get("shares"));
        long sellerPct = choice.equals("SELLER") ? WHOLE : choice.equals("BUYER") ? 0 : (Long) answers.get("sellerPct");
        return payments.decideShares(actor, task.caseRef(), sellerPct, (String) answers.get("reason"));
    }
}
