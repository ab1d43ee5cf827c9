package mn.eland.workflow.inbox;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Keeps the inbox in step with one user task of a model, in the engine's transaction. */
public final class WorkItemListener implements TaskListener {

    public static final List<String> EVENTS = List.of(EVENTNAME_CREATE, EVENTNAME_ASSIGNMENT, EVENTNAME_UPDATE,
            EVENTNAME_COMPLETE, EVENTNAME_DELETE);

    private final WorkItems items;
    private final String labelMn;
    private final String labelEn;
    private final String formKey;

    public WorkItemListener(WorkItems items, String labelMn, String labelEn, String formKey) {
        this.items = items;
        this.labelMn = labelMn;
        this.labelEn = labelEn;
        this.formKey = formKey;
    }

    @Override
    public void notify(DelegateTask task) {
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> items.opened(task, labelMn, labelEn, formKey);
            case EVENTNAME_ASSIGNMENT -> items.assigned(task.getId(), task.getAssignee());
            case EVENTNAME_UPDATE -> items.changed(task);
            case EVENTNAME_COMPLETE -> items.closed(task.getId(), false);
            case EVENTNAME_DELETE -> items.closed(task.getId(), true);
            default -> throw new IllegalStateException("not listened to: " + task.getEventName());
        }
    }
}
