package mn.eland.sale.suspicion;

import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** Compliance writes what is to be reported. */
@Component
class DraftReport implements TaskForm {

    private final Suspicions suspicions;

    DraftReport(Suspicions suspicions) {
        this.suspicions = suspicions;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        return ReportPages.facts(suspicions, actor, task.caseRef());
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return suspicions.draft(actor, task.caseRef(), (String) answers.get("narrative"));
    }

    @Override
    public List<Document> documents(Actor actor, TaskView task) {
        return ReportPages.links(suspicions, actor, task.caseRef());
    }
}
