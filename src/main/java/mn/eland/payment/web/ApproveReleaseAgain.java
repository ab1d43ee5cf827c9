package mn.eland.payment.web;

import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.payment.Payments;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** A second officer approves a large release on their own. */
@Component
class ApproveReleaseAgain implements TaskForm {

    private final Payments payments;
    private final ReleaseFacts facts;

    ApproveReleaseAgain(Payments payments, ReleaseFacts facts) {
        this.payments = payments;
        this.facts = facts;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        return facts.of(task.caseRef());
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return payments.answerRelease(actor, task.caseRef(), "APPROVE".equals(answers.get("decision")), true);
    }
}
