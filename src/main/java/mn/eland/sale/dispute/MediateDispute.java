package mn.eland.sale.dispute;

import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.workflow.TaskView;
import org.springframework.stereotype.Component;

/** A mediator records what was agreed before them, or that nothing was. */
@Component
class MediateDispute extends DisputeForm {

    MediateDispute(Hearing hearing, DisputeFacts facts) {
        super(hearing, facts);
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        var settled = "SETTLED".equals(answers.get("result")) ? Money.of((Long) answers.get("toBuyerMnt")) : null;
        return hearing.mediate(actor, task.caseRef(), settled, (String) answers.get("note"));
    }
}
