package mn.eland.sale.dispute;

import java.util.List;
import mn.eland.kernel.Actor;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;

/** What whoever has to do with a dispute sees beside the task. */
abstract class DisputeForm implements TaskForm {

    final Hearing hearing;
    private final DisputeFacts facts;

    DisputeForm(Hearing hearing, DisputeFacts facts) {
        this.hearing = hearing;
        this.facts = facts;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        return facts.of(task.caseRef());
    }

    @Override
    public List<Document> documents(Actor actor, TaskView task) {
        return facts.documents(actor, task.caseRef());
    }
}
