package mn.eland.sale.dispute;

import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.workflow.TaskView;
import org.springframework.stereotype.Component;

/** A second officer has read the award too. */
@Component
class ConfirmAward extends DisputeForm {

    ConfirmAward(Hearing hearing, DisputeFacts facts) {
        super(hearing, facts);
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return hearing.confirmAward(actor, task.caseRef(), "APPROVE".equals(answers.get("decision")));
    }
}
