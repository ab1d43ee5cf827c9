package mn.eland.sale.pricing;

import mn.eland.workflow.Variable;

/** What the process "Change a price" knows. */
final class PriceVariables {

    static final Variable<String> APPROVE_WITHIN = Variable.text("approvePriceWithin");
    static final Variable<Boolean> APPROVED = Variable.flag("priceApproved");

    private PriceVariables() {
    }
}
