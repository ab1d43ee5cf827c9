package mn.eland.notarization.session;

import static mn.eland.notarization.session.SessionVariables.SLOT_ENDS_AT;

import java.time.Instant;
import java.util.Set;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/** Tells the engine what became of the slot. */
@Component
class SessionProcess {

    private static final Set<String> TASKS = Set.of("chooseSlot", "proposeSlot");
    private final Workflow workflow;

    SessionProcess(Workflow workflow) {
        this.workflow = workflow;
    }

    /** Whoever has the task has done it; else the process learns it, if it waits already. */
    void slotTaken(CaseRef caseRef, Actor actor, Instant endsAt) {
        var values = Values.of(SLOT_ENDS_AT, endsAt);
        var own = workflow.openTasks(actor, caseRef).stream().filter(task -> TASKS.contains(task.taskKey())).findFirst();
        if (own.isEmpty()) {
            workflow.tell(caseRef, "SlotTaken", values);
            return;
        }
        if (own.get().assignee() == null) {
            workflow.claim(actor, own.get().id()).get();
        }
        workflow.complete(caseRef, own.map(TaskView::taskKey).get(), actor, values).get();
    }

    /** Moved or given back: a session that is awaited begins anew. */
    void slotChanged(CaseRef caseRef) {
        workflow.tell(caseRef, "SlotChanged", Values.none());
    }
}
