package mn.eland.sale.pricing;

import mn.eland.workflow.CaseKey;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the process "Change a price" asks of us, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class PriceSteps {

    @Bean
    JavaDelegate valueAskedPrice(PriceChanges changes) {
        return step -> changes.value(CaseKey.of(step));
    }

    @Bean
    JavaDelegate setAskingPrice(PriceChanges changes) {
        return step -> changes.apply(CaseKey.of(step));
    }

    @Bean
    JavaDelegate dropPriceChange(PriceChanges changes) {
        return step -> changes.drop(CaseKey.of(step));
    }
}
