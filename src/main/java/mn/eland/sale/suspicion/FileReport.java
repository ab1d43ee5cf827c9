package mn.eland.sale.suspicion;

import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** Compliance hands the file in at the unit and keeps the number it got. */
@Component
class FileReport implements TaskForm {

    private final Suspicions suspicions;

    FileReport(Suspicions suspicions) {
        this.suspicions = suspicions;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        return ReportPages.facts(suspicions, actor, task.caseRef());
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return suspicions.file(actor, task.caseRef(), (String) answers.get("filedNumber"));
    }

    @Override
    public List<Document> documents(Actor actor, TaskView task) {
        return ReportPages.links(suspicions, actor, task.caseRef());
    }
}
