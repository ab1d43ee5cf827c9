package mn.eland.sale.suspicion;

import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.workflow.TaskView;
import org.springframework.stereotype.Component;

/** Compliance hands the file in at the unit and keeps the number it got. */
@Component
class FileReport extends ReportForm {

    FileReport(Suspicions suspicions) {
        super(suspicions);
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return suspicions.file(actor, task.caseRef(), (String) answers.get("filedNumber"));
    }
}
