package mn.eland.contract;

import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/** Tells the engine what happened to documents. */
@Component
class ContractProcess {

    private static final String ACCEPT_DOCUMENT = "acceptDocument";
    private final Workflow workflow;

    ContractProcess(Workflow workflow) {
        this.workflow = workflow;
    }

    /** The acceptance stands by itself; when no process waits for it there is nothing to tell. */
    void documentAccepted(CaseRef caseRef, Actor signer) {
        if (workflow.isOpen(caseRef, ACCEPT_DOCUMENT)) {
            workflow.complete(caseRef, ACCEPT_DOCUMENT, signer, Values.none());
        }
    }
}
