package mn.eland.sale;

import java.util.List;
import mn.eland.kernel.Money;
import mn.eland.workflow.CaseKey;
import mn.eland.workflow.Values;
import mn.eland.workflow.Variable;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What the processes of a sale know. */
final class SaleVariables {

    static final Variable<String> PROPERTY = Variable.text("propertyId");
    static final Variable<String> SELLER = Variable.text("sellerId");
    static final Variable<String> BUYER = Variable.text("buyerId");
    static final Variable<String> OBJECT_TYPE = Variable.text("objectType");
    static final Variable<String> OFFER_VALID = Variable.text("offerValid");
    static final Variable<String> OFFER_VALIDITY = Variable.text("offerValidity");
    static final Variable<String> DEPOSIT_PAY_WITHIN = Variable.text("depositPayWithin");
    static final Variable<String> COMPLETE_WITHIN = Variable.text("completeWithin");
    static final Variable<String> REVIEW_SALE_WITHIN = Variable.text("reviewSaleWithin");
    static final Variable<String> OFFER_ANSWER = Variable.text("offerAnswer");
    static final Variable<String> COUNTER_ANSWER = Variable.text("counterAnswer");
    static final Variable<Money> PRICE = Variable.money("priceMnt");
    static final Variable<Money> DEPOSIT = Variable.money("depositMnt");
    static final Variable<Money> BALANCE = Variable.money("balanceMnt");
    static final Variable<Money> TO_PAY = Variable.money("toPayMnt");
    static final Variable<Double> CASH_SHARE = Variable.ratio("cashShare");
    static final Variable<String> DOCUMENT = Variable.text("documentId");
    static final Variable<List<String>> SIGNERS = Variable.texts("signerIds");
    static final Variable<String> PURPOSE = Variable.text("purpose");

    static final Variable<String> OWNERSHIP_RIGHT = Variable.text("ownershipRight");
    static final Variable<String> APPROVER_GROUP = Variable.text("approverGroup");
    static final Variable<String> RISK_REVIEW = Variable.text("riskReview");
    static final Variable<String> RISK_OUTCOME = Variable.text("riskOutcome");

    static final Variable<String> SELLER_TYPE = Variable.text("sellerType");
    static final Variable<Boolean> RESIDENT = Variable.flag("resident");
    static final Variable<Boolean> NEW_BUILD = Variable.flag("newBuild");
    static final Variable<Boolean> VAT_PAYER = Variable.flag("vatPayer");
    static final Variable<String> RELATION = Variable.text("relation");
    static final Variable<String> SALE_REASON = Variable.text("saleReason");
    static final Variable<Double> TAX_RATE = Variable.ratio("taxRate");
    static final Variable<String> TAX_CODE = Variable.text("taxCode");
    static final Variable<Money> TAX = Variable.money("taxMnt");
    static final Variable<String> TAX_RECEIPT = Variable.text("taxReceiptNo");
    static final Variable<String> FEE_RECEIPT = Variable.text("feeReceiptNo");
    static final Variable<String> NOTARY_NUMBER = Variable.text("notaryNumber");

    static final Variable<Boolean> HANDOVER_ACCEPTED = Variable.flag("handoverAccepted");
    static final Variable<Boolean> RETENTION_AGREED = Variable.flag("retentionAgreed");
    static final Variable<String> RETAIN_WITHIN = Variable.text("retainWithin");
    static final Variable<Money> AMOUNT = Variable.money("amountMnt");
    static final Variable<Boolean> HANDOVER_SIGNED = Variable.flag("handoverSigned");
    static final Variable<Boolean> DEADLINE_PASSED = Variable.flag("deadlinePassed");
    static final Variable<Boolean> AWARD_FINAL = Variable.flag("awardFinal");
    static final Variable<Boolean> NOTARY_REFUSED = Variable.flag("notaryRefused");
    static final Variable<Money> MORTGAGE_PAYOFF = Variable.money("mortgagePayoff");

    static final Variable<String> END_CODE = Variable.text("endCode");
    static final Variable<String> END_REASON = Variable.text("endReason");
    static final Variable<String> FAULT_PARTY = Variable.text("faultParty");
    static final Variable<Boolean> CONTRACT_DOUBLE = Variable.flag("contractDouble");
    static final Variable<Boolean> FINANCE_CLAUSE = Variable.flag("financeClause");
    static final Variable<Boolean> SIGNED = Variable.flag("signed");
    static final Variable<Long> BUYER_PCT = Variable.number("buyerPct");
    static final Variable<Long> SELLER_PCT = Variable.number("sellerPct");
    static final Variable<String> END_OUTCOME = Variable.text("endOutcome");
    static final Variable<String> DEPOSIT_CODE = Variable.text("depositCode");

    private SaleVariables() {
    }

    static SaleId sale(DelegateExecution step) {
        return SaleId.of(CaseKey.of(step));
    }

    /** The answers of a step for the rest of its process. */
    static void answer(DelegateExecution step, Values values) {
        values.answer(step);
    }
}
