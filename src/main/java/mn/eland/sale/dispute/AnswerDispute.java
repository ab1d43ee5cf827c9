package mn.eland.sale.dispute;

import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.workflow.TaskView;
import org.springframework.stereotype.Component;

/** The other side answers the claim: in full, in part or not. */
@Component
class AnswerDispute extends DisputeForm {

    AnswerDispute(Hearing hearing, DisputeFacts facts) {
        super(hearing, facts);
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        var part = answers.get("toClaimantMnt") instanceof Long tugrug ? Money.of(tugrug) : Money.ZERO;
        return hearing.reply(actor, task.caseRef(), (String) answers.get("reply"), part, (String) answers.get("words"));
    }
}
