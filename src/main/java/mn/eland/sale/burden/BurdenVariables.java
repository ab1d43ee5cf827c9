package mn.eland.sale.burden;

import mn.eland.workflow.Variable;

/** What the process "Recheck burden" knows, and what the gates of a sale ask about it. */
final class BurdenVariables {

    static final Variable<Boolean> BURDEN_OPEN = Variable.flag("burdenOpen");
    static final Variable<String> REREAD_AFTER = Variable.text("rereadAfter");
    static final Variable<String> BURDEN_WITHIN = Variable.text("burdenWithin");
    static final Variable<String> BURDEN_ANSWER = Variable.text("burdenAnswer");
    static final Variable<Boolean> BURDEN_GONE = Variable.flag("burdenGone");
    static final Variable<String> END_CODE = Variable.text("endCode");

    private BurdenVariables() {
    }
}
