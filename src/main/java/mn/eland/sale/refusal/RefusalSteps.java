package mn.eland.sale.refusal;

import mn.eland.workflow.CaseKey;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the process "Cure refusal" asks of us. */
@Configuration(proxyBeanMethods = false)
class RefusalSteps {

    @Bean
    JavaDelegate readRefusal(NotaryRefusals refusals) {
        return step -> RefusalVariables.REFUSAL_CODE.set(step, refusals.read(CaseKey.of(step)));
    }
}
