package mn.eland.sale.suspicion;

import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.workflow.TaskView;
import org.springframework.stereotype.Component;

/** Compliance writes what is to be reported. */
@Component
class DraftReport extends ReportForm {

    DraftReport(Suspicions suspicions) {
        super(suspicions);
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return suspicions.draft(actor, task.caseRef(), (String) answers.get("narrative"));
    }
}
