package mn.eland.notarization;

import static mn.eland.notarization.NotarizationVariables.CERTIFIED;

import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/** Tells the engine what the notary decided. */
@Component
class NotarizationProcess {

    private static final String CERTIFY_CONTRACT = "certifyContract";
    private final Workflow workflow;

    NotarizationProcess(Workflow workflow) {
        this.workflow = workflow;
    }

    /** The notary takes the task if nobody has it; refused when another notary holds it or it is gone. */
    Outcome<Void> takeUp(CaseRef caseRef, Actor notary) {
        var task = workflow.openTasks(notary, caseRef).stream().filter(open -> open.taskKey().equals(CERTIFY_CONTRACT)).findFirst();
        if (task.isEmpty()) {
            return Outcome.refused(workflow.isOpen(caseRef, CERTIFY_CONTRACT)
                    ? Refusal.forbidden("TASK_NOT_YOURS") : Refusal.conflict("TASK_GONE"));
        }
        return task.get().assignee() == null ? workflow.claim(notary, task.get().id()).map(claimed -> null) : Outcome.done();
    }

    void contractCertified(CaseRef caseRef, Actor notary) {
        workflow.complete(caseRef, CERTIFY_CONTRACT, notary, Values.of(CERTIFIED, true)).get();
    }

    void contractRefused(CaseRef caseRef, Actor notary) {
        workflow.complete(caseRef, CERTIFY_CONTRACT, notary, Values.of(CERTIFIED, false)).get();
    }

    String parameter(String key) {
        return workflow.parameter(key);
    }
}
