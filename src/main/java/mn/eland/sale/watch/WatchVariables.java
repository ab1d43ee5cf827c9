package mn.eland.sale.watch;

import mn.eland.workflow.Variable;

/** What the gates of a sale ask. */
final class WatchVariables {

    static final Variable<Boolean> SALE_FROZEN = Variable.flag("saleFrozen");
    static final Variable<Boolean> FREEZE_LIFTED = Variable.flag("freezeLifted");
    static final Variable<Boolean> PARTY_DIED = Variable.flag("partyDied");
    static final Variable<String> LIFT_WITHIN = Variable.text("liftWithin");
    static final Variable<Boolean> REVIEW_AGAIN = Variable.flag("reviewAgain");
    static final Variable<String> END_CODE = Variable.text("endCode");

    private WatchVariables() {
    }
}
