package mn.eland.sale.rescission;

import mn.eland.workflow.Variable;

/** What the process "Agree on rescission" knows. */
final class RescissionVariables {

    static final Variable<String> OTHER = Variable.text("otherId");
    static final Variable<String> AGREEMENT = Variable.text("agreementId");
    static final Variable<String> ANSWER_WITHIN = Variable.text("answerRescissionWithin");
    static final Variable<Boolean> RESCISSION_ACCEPTED = Variable.flag("rescissionAccepted");
    static final Variable<String> END_CODE = Variable.text("endCode");

    private RescissionVariables() {
    }
}
