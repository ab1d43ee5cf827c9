package mn.eland.sale.dispute;

import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.workflow.TaskView;
import org.springframework.stereotype.Component;

/** An escrow officer enters an award against which nothing can be done any more. */
@Component
class EnterAward extends DisputeForm {

    EnterAward(Hearing hearing, DisputeFacts facts) {
        super(hearing, facts);
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return hearing.enterAward(actor, task.caseRef(), (String) answers.get("awardNo"), (String) answers.get("grounds"),
                Money.of((Long) answers.get("toBuyerMnt")));
    }
}
