package mn.eland.payment;

import static mn.eland.payment.PaymentVariables.AMOUNT;
import static mn.eland.payment.PaymentVariables.APPROVE_WITHIN;
import static mn.eland.payment.PaymentVariables.BUYER_PCT;
import static mn.eland.payment.PaymentVariables.BUYER_SHARE_DUE;
import static mn.eland.payment.PaymentVariables.COLLECTION_LAPSED;
import static mn.eland.payment.PaymentVariables.FEE_RECEIPT;
import static mn.eland.payment.PaymentVariables.KEPT_BACK;
import static mn.eland.payment.PaymentVariables.PAYER;
import static mn.eland.payment.PaymentVariables.PAY_WITHIN;
import static mn.eland.payment.PaymentVariables.PURPOSE;
import static mn.eland.payment.PaymentVariables.SELLER_PCT;
import static mn.eland.payment.PaymentVariables.SELLER_SHARE_DUE;
import static mn.eland.payment.PaymentVariables.SHARES_KNOWN;
import static mn.eland.payment.PaymentVariables.TAX;
import static mn.eland.payment.PaymentVariables.TAX_DUE;
import static mn.eland.payment.PaymentVariables.TAX_RECEIPT;

import mn.eland.kernel.PartyId;
import mn.eland.payment.collection.Collections;
import mn.eland.payment.collection.Statement;
import mn.eland.payment.release.Fees;
import mn.eland.payment.release.Refunding;
import mn.eland.payment.release.SaleTax;
import mn.eland.workflow.CaseKey;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What "Collect escrow", "Pay sale tax", "Pay fees" and "Refund escrow" ask of us, in the order of the diagrams. */
@Configuration(proxyBeanMethods = false)
class PaymentSteps {

    @Bean
    JavaDelegate openCollection(Collections collections, PaymentProcess process) {
        return step -> collections.open(CaseKey.of(step), PURPOSE.get(step), PartyId.of(PAYER.get(step)), AMOUNT.get(step),
                process.ends(PAY_WITHIN.get(step)));
    }

    /** A case that is called off names no purpose: then all its invoices are meant. */
    @Bean
    JavaDelegate withdrawInvoice(Collections collections) {
        return step -> collections.withdrawInvoices(CaseKey.of(step), PURPOSE.get(step));
    }

    @Bean
    JavaDelegate askGatewayOnceMore(Collections collections) {
        return step -> collections.ask(CaseKey.of(step), PURPOSE.get(step));
    }

    @Bean
    JavaDelegate readStatementOnceMore(Statement statement) {
        return step -> statement.read();
    }

    @Bean
    JavaDelegate lapseCollection(Collections collections) {
        return step -> COLLECTION_LAPSED.set(step, collections.lapse(CaseKey.of(step), PURPOSE.get(step)));
    }

    @Bean
    JavaDelegate setAsideTax(SaleTax tax, PaymentProcess process) {
        return step -> {
            TAX_DUE.set(step, tax.setAside(CaseKey.of(step), TAX.get(step)));
            APPROVE_WITHIN.set(step, process.parameter("release.approveWithin"));
        };
    }

    @Bean
    JavaDelegate payTax(SaleTax tax) {
        return step -> {
            var paid = tax.pay(CaseKey.of(step));
            TAX_RECEIPT.set(step, paid.journalNo());
            KEPT_BACK.set(step, paid.keptBack());
        };
    }

    @Bean
    JavaDelegate payVat(SaleTax tax) {
        return step -> KEPT_BACK.set(step, tax.payVat(CaseKey.of(step)).keptBack() || KEPT_BACK.get(step));
    }

    @Bean
    JavaDelegate setAsideFees(Fees fees, PaymentProcess process) {
        return step -> {
            fees.setAside(CaseKey.of(step));
            APPROVE_WITHIN.set(step, process.parameter("release.approveWithin"));
        };
    }

    @Bean
    JavaDelegate payNotaryFee(Fees fees) {
        return step -> KEPT_BACK.set(step, fees.payNotary(CaseKey.of(step)).keptBack());
    }

    @Bean
    JavaDelegate payRegistrationFee(Fees fees) {
        return step -> {
            var paid = fees.payRegistration(CaseKey.of(step));
            FEE_RECEIPT.set(step, paid.journalNo());
            KEPT_BACK.set(step, paid.keptBack() || KEPT_BACK.get(step));
        };
    }

    @Bean
    JavaDelegate divideEscrow(Refunding refunding, PaymentProcess process) {
        return step -> {
            var shares = refunding.divide(CaseKey.of(step), BUYER_PCT.get(step), SELLER_PCT.get(step));
            SHARES_KNOWN.set(step, shares.known());
            KEPT_BACK.set(step, shares.keptBack());
            SELLER_SHARE_DUE.set(step, shares.seller().isPositive());
            APPROVE_WITHIN.set(step, process.parameter("release.approveWithin"));
            BUYER_SHARE_DUE.set(step, shares.buyer().isPositive());
        };
    }

    @Bean
    JavaDelegate paySellerShare(Refunding refunding) {
        return step -> KEPT_BACK.set(step, !refunding.paySellerShare(CaseKey.of(step)));
    }

    @Bean
    JavaDelegate refundBuyer(Refunding refunding) {
        return step -> {
            boolean paid = refunding.refundBuyer(CaseKey.of(step));
            KEPT_BACK.set(step, !paid || KEPT_BACK.get(step));
        };
    }
}
