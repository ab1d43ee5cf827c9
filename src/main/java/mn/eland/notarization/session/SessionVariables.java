package mn.eland.notarization.session;

import java.time.Instant;
import mn.eland.workflow.Variable;

/** What the process "Agree on slot" knows. */
final class SessionVariables {

    static final Variable<Boolean> SLOT_TAKEN = Variable.flag("slotTaken");
    static final Variable<Instant> SLOT_ENDS_AT = Variable.time("slotEndsAt");
    static final Variable<String> SLOT_CHOOSER = Variable.text("slotChooserId");
    static final Variable<String> REMIND_AFTER = Variable.text("remindAfter");
    static final Variable<String> CHOOSE_WITHIN = Variable.text("chooseWithin");
    static final Variable<String> PROPOSE_WITHIN = Variable.text("proposeWithin");

    private SessionVariables() {
    }
}
