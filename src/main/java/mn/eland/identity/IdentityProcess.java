package mn.eland.identity;

import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Outcome;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/** Tells the engine what was decided about people. */
@Component
class IdentityProcess {

    private static final String REVIEW_IDENTITY = "reviewIdentity";
    private static final String REVIEW_WITHIN = "identity.reviewWithin";

    private final Workflow workflow;

    IdentityProcess(Workflow workflow) {
        this.workflow = workflow;
    }

    Outcome<Void> identityReviewed(CaseRef caseRef, Actor reviewer, boolean approved) {
        return workflow.complete(caseRef, REVIEW_IDENTITY, reviewer, Values.of(IdentityVariables.IDENTITY_APPROVED, approved));
    }

    boolean isUnderReview(CaseRef caseRef) {
        return workflow.isOpen(caseRef, REVIEW_IDENTITY);
    }

    /** How long a review may take, from the table of parameters. */
    String reviewWithin() {
        return parameter(REVIEW_WITHIN);
    }

    String parameter(String key) {
        return workflow.parameter(key);
    }
}
