package mn.eland.sale.suspicion;

import java.util.List;
import mn.eland.kernel.Actor;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;

/** What compliance sees beside a task of a report. */
abstract class ReportForm implements TaskForm {

    final Suspicions suspicions;

    ReportForm(Suspicions suspicions) {
        this.suspicions = suspicions;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        return ReportPages.facts(suspicions, actor, task.caseRef());
    }

    @Override
    public List<Document> documents(Actor actor, TaskView task) {
        return ReportPages.links(suspicions, actor, task.caseRef());
    }
}
