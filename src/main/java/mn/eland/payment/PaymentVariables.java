package mn.eland.payment;

import static mn.eland.workflow.Variable.choice;
import static mn.eland.workflow.Variable.flag;
import static mn.eland.workflow.Variable.money;
import static mn.eland.workflow.Variable.number;
import static mn.eland.workflow.Variable.text;

import mn.eland.kernel.Money;
import mn.eland.payment.Payments.Purpose;
import mn.eland.payment.Payments.ReleaseStep;
import mn.eland.workflow.Variable;

/** What the processes of payment hold. */
final class PaymentVariables {

    static final Variable<String> PAYER = text("payerId");
    static final Variable<Purpose> PURPOSE = choice("purpose", Purpose.class);
    static final Variable<Money> AMOUNT = money("amountMnt");
    static final Variable<String> PAY_WITHIN = text("payWithin");
    static final Variable<Boolean> COLLECTION_LAPSED = flag("collectionLapsed");

    static final Variable<Money> TAX = money("taxMnt");
    static final Variable<Boolean> TAX_DUE = flag("taxDue");
    static final Variable<String> TAX_RECEIPT = text("taxReceiptNo");

    static final Variable<String> FEE_RECEIPT = text("feeReceiptNo");

    static final Variable<Boolean> REGISTERED = flag("registered");
    static final Variable<Boolean> HANDOVER_SIGNED = flag("handoverSigned");
    static final Variable<Boolean> TAX_PAID = flag("taxPaid");
    static final Variable<Boolean> DISPUTE_OPEN = flag("disputeOpen");
    static final Variable<Boolean> DEADLINE_PASSED = flag("deadlinePassed");
    static final Variable<Boolean> AWARD_FINAL = flag("awardFinal");
    static final Variable<Boolean> NOTARY_REFUSED = flag("notaryRefused");
    static final Variable<String> RISK_OUTCOME = text("riskOutcome");
    static final Variable<Money> MORTGAGE_PAYOFF = money("mortgagePayoff");
    static final Variable<Long> FOUR_EYES_THRESHOLD = number("fourEyesThreshold");
    static final Variable<String> ACTION = text("action");
    static final Variable<Long> APPROVALS = number("approvals");
    static final Variable<ReleaseStep> RELEASE_STEP = choice("releaseStep", ReleaseStep.class);
    static final Variable<String> APPROVAL = text("approval");
    static final Variable<Boolean> PAYOFF_DUE = flag("payoffDue");
    static final Variable<String> APPROVE_WITHIN = text("approveWithin");
    static final Variable<Boolean> RETENTION_AGREED = flag("retentionAgreed");
    static final Variable<Boolean> PAID_OUT = flag("paidOut");

    static final Variable<Long> BUYER_PCT = number("buyerPct");
    static final Variable<Long> SELLER_PCT = number("sellerPct");
    static final Variable<Boolean> SHARES_KNOWN = flag("sharesKnown");
    static final Variable<Boolean> KEPT_BACK = flag("keptBack");
    static final Variable<Boolean> SELLER_SHARE_DUE = flag("sellerShareDue");
    static final Variable<Boolean> BUYER_SHARE_DUE = flag("buyerShareDue");

    private PaymentVariables() {
    }
}
