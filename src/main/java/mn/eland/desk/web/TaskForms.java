package mn.eland.desk.web;

import mn.eland.workflow.FormDefinition;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.Workflow;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.beans.factory.BeanFactory;
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

    FormDefinition definition(TaskView task) {
        return workflow.form(task.formKey()).orElseThrow(() -> new IllegalStateException("no form " + task.formKey()));
    }
}
