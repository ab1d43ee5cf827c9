package mn.eland.sale.rescission;

import java.util.UUID;
import mn.eland.contract.spi.Signatures;
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

    @Bean
    JavaDelegate signAgreement(Signatures signing) {
        return step -> signing.sign(UUID.fromString(RescissionVariables.AGREEMENT.get(step)));
    }
}
