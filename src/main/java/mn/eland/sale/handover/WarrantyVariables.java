package mn.eland.sale.handover;

import mn.eland.workflow.Variable;

/** What the process "Watch a warranty" knows. */
final class WarrantyVariables {

    static final Variable<String> VISIBLE_REMINDER_IN = Variable.text("visibleReminderIn");
    static final Variable<String> HIDDEN_REMINDER_IN = Variable.text("hiddenReminderIn");
    static final Variable<String> BUILDING_REMINDER_IN = Variable.text("buildingReminderIn");

    private WarrantyVariables() {
    }
}
