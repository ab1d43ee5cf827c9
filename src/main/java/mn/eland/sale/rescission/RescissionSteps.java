package mn.eland.sale.rescission;

import mn.eland.workflow.CaseKey;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the process "Agree on rescission" asks of us. */
@Configuration(proxyBeanMethods = false)
class RescissionSteps {

    @Bean
    JavaDelegate closeProposal(Rescissions rescissions) {
        return step -> rescissions.close(CaseKey.of(step));
    }
}
