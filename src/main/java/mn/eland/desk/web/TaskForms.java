package mn.eland.desk.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Standing;
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
    private final Standing standing;

    TaskForms(BeanFactory beans, Workflow workflow, Standing standing) {
        this.beans = beans;
        this.workflow = workflow;
        this.standing = standing;
    }

    /** The actor as whom the task is addressed to: in person, or in the stead of one whom he represents today; else unchanged. */
    Actor as(Actor actor, TaskView task) {
        return task.assignee() == null ? actor : standing.among(actor, List.of(task.assignee()));
    }

    TaskForm of(TaskView task) {
        return beans.getBean(task.taskKey(), TaskForm.class);
    }

    /**
     * Tells the module. When somebody or a timer was at the same place in the same moment, or somebody else holds the task,
     * nothing of it is kept, and the answer says who it was or, if the task is still there, that it may be sent again. What is
     * addressed to a minor or to a company is done by a representative.
     */
    Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        var unable = task.group() == null ? standing.hindrance(actor) : Optional.<Refusal>empty();
        if (unable.isPresent()) {
            return Outcome.refused(unable.get());
        }
        try {
            return of(task).submit(actor, task, answers);
        } catch (ConcurrencyFailureException lost) {
            return Outcome.refused(workflow.hindrance(actor, task.id()).orElse(Refusal.conflict("TASK_MOVED")));
        } catch (Outcome.NotDone lost) {
            var hindrance = workflow.hindrance(actor, task.id());
            if (hindrance.isEmpty() && !lost.isConflict()) {
                throw lost;
            }
            return Outcome.refused(hindrance.orElse(lost.refusal()));
        }
    }

    /** The form as the reader gets it: without what cannot be chosen now. */
    FormDefinition offered(Actor actor, TaskView task) {
        return definition(task).without(task.isOpen() ? of(task).withheld(actor, task) : Set.of());
    }

    FormDefinition definition(TaskView task) {
        return workflow.form(task.formKey()).orElseThrow(() -> new IllegalStateException("no form " + task.formKey()));
    }
}
