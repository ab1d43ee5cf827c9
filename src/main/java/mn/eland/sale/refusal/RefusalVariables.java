package mn.eland.sale.refusal;

import mn.eland.workflow.Variable;

/** What the process "Cure refusal" knows. */
final class RefusalVariables {

    static final Variable<String> REFUSAL_CODE = Variable.text("refusalCode");
    static final Variable<String> BRING_WITHIN = Variable.text("bringWithin");
    static final Variable<Boolean> DOCUMENTS_FIXED = Variable.flag("documentsFixed");

    private RefusalVariables() {
    }
}
