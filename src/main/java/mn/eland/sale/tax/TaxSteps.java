package mn.eland.sale.tax;

import mn.eland.workflow.CaseKey;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the process "Clear tax" asks of us, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class TaxSteps {

    @Bean
    JavaDelegate readTaxChoice(TaxReceipts receipts) {
        return step -> {
            TaxVariables.TAX_BY_SELLER.set(step, receipts.isBySeller(CaseKey.of(step), TaxVariables.TAX.get(step), TaxVariables.TAX_PAYER.get(step)));
            TaxVariables.RECEIPT_WITHIN.set(step, receipts.receiptWithin(CaseKey.of(step)));
            TaxVariables.CHECK_RECEIPT_WITHIN.set(step, receipts.checkWithin());
        };
    }

    @Bean
    JavaDelegate noteTaxUnshown(TaxReceipts receipts) {
        return step -> receipts.unshown(CaseKey.of(step));
    }

    @Bean
    JavaDelegate waiveTax(TaxReceipts receipts) {
        return step -> TaxVariables.TAX_RECEIPT.set(step, receipts.waive(CaseKey.of(step)));
    }
}
