package mn.eland.payment.web;

import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.payment.Payments;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** The head of compliance lets frozen money go on. */
@Component
class LiftFreeze implements TaskForm {

    private final Payments payments;
    private final ReleaseFacts facts;

    LiftFreeze(Payments payments, ReleaseFacts facts) {
        this.payments = payments;
        this.facts = facts;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        return facts.of(task.caseRef());
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return payments.liftFreeze(actor, task.caseRef(), (String) answers.get("note"));
    }
}
