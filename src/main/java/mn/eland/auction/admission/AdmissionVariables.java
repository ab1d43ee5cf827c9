package mn.eland.auction.admission;

import mn.eland.kernel.Money;
import mn.eland.payment.Payments.Purpose;
import mn.eland.workflow.Variable;

/** What the process "Admit a bidder to a lot" knows. */
final class AdmissionVariables {

    static final Variable<String> BIDDER = Variable.text("bidderId");
    static final Variable<Purpose> PURPOSE = Variable.choice("purpose", Purpose.class);
    static final Variable<Money> DEPOSIT = Variable.money("depositMnt");
    static final Variable<String> PAY_WITHIN = Variable.text("depositPayWithin");
    static final Variable<String> ADMIT_WITHIN = Variable.text("admitWithin");
    static final Variable<String> RECHECK_WITHIN = Variable.text("recheckWithin");
    static final Variable<Boolean> BARRED = Variable.flag("bidderBarred");
    static final Variable<Boolean> REVIEW_NEEDED = Variable.flag("reviewNeeded");
    static final Variable<Boolean> ADMITTED = Variable.flag("bidderAdmitted");
    static final Variable<Long> BUYER_PCT = Variable.number("buyerPct");
    static final Variable<Long> SELLER_PCT = Variable.number("sellerPct");

    private AdmissionVariables() {
    }
}
