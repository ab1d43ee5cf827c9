package mn.eland.sale.risk;

import mn.eland.kernel.Money;
import mn.eland.workflow.Variable;

/** What the process "Assess risk" knows beside the inputs of its first table. */
final class RiskVariables {

    static final Variable<Long> POINTS = Variable.number("points");
    static final Variable<String> CODES = Variable.text("code");
    static final Variable<Long> SCORE = Variable.number("score");
    static final Variable<Boolean> HARD_STOP = Variable.flag("hardStop");
    static final Variable<Boolean> SANCTIONS_HIT = Variable.flag("sanctionsHit");
    static final Variable<Boolean> PEP = Variable.flag("pep");
    static final Variable<Money> AMOUNT = Variable.money("amountMnt");
    static final Variable<Boolean> RISK_NEWS = Variable.flag("riskNews");
    static final Variable<String> RISK_OUTCOME = Variable.text("riskOutcome");

    private RiskVariables() {
    }
}
