package mn.eland.sale.risk;

import mn.eland.workflow.CaseKey;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the process "Assess risk" asks of us. */
@Configuration(proxyBeanMethods = false)
class RiskSteps {

    @Bean
    JavaDelegate computeRisk(Risk risk) {
        return step -> risk.compute(CaseKey.of(step)).asFacts().answer(step);
    }

    @Bean
    JavaDelegate weighRisk(Risk risk) {
        return step -> risk.weigh(CaseKey.of(step), RiskVariables.POINTS.get(step), RiskVariables.CODES.get(step)).answer(step);
    }
}
