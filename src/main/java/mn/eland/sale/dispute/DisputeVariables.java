package mn.eland.sale.dispute;

import mn.eland.kernel.Money;
import mn.eland.workflow.Variable;

/** What the process "Settle a dispute" knows. */
final class DisputeVariables {

    static final Variable<String> CLAIMANT = Variable.text("claimantId");
    static final Variable<String> RESPONDENT = Variable.text("respondentId");
    static final Variable<Money> CLAIM = Variable.money("claimMnt");
    static final Variable<String> CLAIM_REPLY = Variable.text("claimReply");
    static final Variable<String> MEDIATION_TERM = Variable.text("mediationTerm");
    static final Variable<String> ARBITRATION_TERM = Variable.text("arbitrationTerm");
    static final Variable<String> REPLY = Variable.text("reply");
    static final Variable<Boolean> SPLIT_ACCEPTED = Variable.flag("splitAccepted");
    static final Variable<Boolean> SETTLED = Variable.flag("settled");
    static final Variable<Boolean> AWARD_CONFIRMED = Variable.flag("awardConfirmed");
    static final Variable<String> OUTCOME = Variable.text("outcome");
    static final Variable<Money> TO_BUYER = Variable.money("toBuyerMnt");
    static final Variable<Boolean> DEAL_OVER = Variable.flag("dealOver");

    private DisputeVariables() {
    }
}
