package mn.eland.sale.arrears;

import static mn.eland.sale.arrears.ArrearsVariables.EXTRA_PERIOD;
import static mn.eland.sale.arrears.ArrearsVariables.RATE;

import mn.eland.workflow.CaseKey;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the process "Collect the balance" asks of us when it is late, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class ArrearsSteps {

    @Bean
    JavaDelegate remindBuyer(Arrears arrears) {
        return step -> arrears.remind(CaseKey.of(step));
    }

    @Bean
    JavaDelegate openArrears(Arrears arrears) {
        return step -> arrears.open(CaseKey.of(step), EXTRA_PERIOD.get(step)).answer(step);
    }

    @Bean
    JavaDelegate grantExtraPeriod(Arrears arrears) {
        return step -> arrears.grant(CaseKey.of(step), EXTRA_PERIOD.get(step), RATE.get(step));
    }

    @Bean
    JavaDelegate settleLateInterest(Arrears arrears) {
        return step -> arrears.settle(CaseKey.of(step)).answer(step);
    }

    @Bean
    JavaDelegate recordUnpaidInterest(Arrears arrears) {
        return step -> arrears.unpaid(CaseKey.of(step));
    }
}
