package mn.eland.sale.tax;

import mn.eland.kernel.Money;
import mn.eland.workflow.Variable;

/** What the process "Clear tax" knows. */
final class TaxVariables {

    static final Variable<Money> TAX = Variable.money("taxMnt");
    static final Variable<String> TAX_PAYER = Variable.text("taxPayer");
    static final Variable<String> TAX_RECEIPT = Variable.text("taxReceiptNo");
    static final Variable<Boolean> TAX_BY_SELLER = Variable.flag("taxBySeller");
    static final Variable<String> RECEIPT_WITHIN = Variable.text("receiptWithin");
    static final Variable<String> CHECK_RECEIPT_WITHIN = Variable.text("checkReceiptWithin");
    static final Variable<Boolean> RECEIPT_SHOWN = Variable.flag("receiptShown");
    static final Variable<Boolean> RECEIPT_ACCEPTED = Variable.flag("receiptAccepted");

    private TaxVariables() {
    }
}
