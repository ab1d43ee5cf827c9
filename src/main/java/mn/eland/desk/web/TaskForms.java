package mn.eland.desk.web;

import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.workflow.FormDefinition;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.Workflow;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Finds what belongs to a task: the module's class, named like the task, and the form it was deployed with. */
@Component
class TaskForms {

    private final BeanFactory beans;
    private final Workflow workflow;

    TaskForms(BeanFactory beans, Workflow workflow) {
        this.beans = beans;
        this.workflow = workflow;
    }

    TaskForm of(TaskView task) {
        return beans.getBean(task.taskKey(), TaskForm.class);
    }

    /**
     * Tells the module. When somebody or a timer was at the same place in the same moment, nothing of it is kept, and the
     * answer says who it was or, if the task is still there, that it may be sent again.
     */
    Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        try {
            return of(task).submit(actor, task, answers);
        } catch (ConcurrencyFailureException lost) {
            return Outcome.refused(hindrance(actor, task, Refusal.conflict("TASK_MOVED")));
        } catch (Outcome.NotDone lost) {
            if (lost.isConflict()) {
                return Outcome.refused(hindrance(actor, task, lost.refusal()));
            }
            throw lost;
        }
    }

    private Refusal hindrance(Actor actor, TaskView task, Refusal otherwise) {
        return workflow.hindrance(actor, task.id()).orElse(otherwise);
    }

    FormDefinition definition(TaskView task) {
        return workflow.form(task.formKey()).orElseThrow(() -> new IllegalStateException("no form " + task.formKey()));
    }
}
