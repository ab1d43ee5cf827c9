package mn.eland.sale.dispute;

import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.workflow.TaskView;
import org.springframework.stereotype.Component;

/** The claimant says whether the part that was offered is enough. */
@Component
class AnswerSplit extends DisputeForm {

    AnswerSplit(Hearing hearing, DisputeFacts facts) {
        super(hearing, facts);
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return hearing.answerSplit(actor, task.caseRef(), "ACCEPT".equals(answers.get("decision")));
    }
}
