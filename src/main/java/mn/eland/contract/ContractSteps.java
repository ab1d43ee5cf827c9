package mn.eland.contract;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the process "Accept a contract" asks of us. */
@Configuration(proxyBeanMethods = false)
class ContractSteps {

    @Bean
    JavaDelegate signDocument(DocumentSigning signing) {
        return step -> signing.sign(UUID.fromString(ContractVariables.DOCUMENT.get(step)));
    }

    @Bean
    JavaDelegate withdrawDocument(Contracts contracts) {
        return step -> contracts.withdraw(UUID.fromString(ContractVariables.DOCUMENT.get(step)), VoidReason.NOT_ACCEPTED);
    }
}
