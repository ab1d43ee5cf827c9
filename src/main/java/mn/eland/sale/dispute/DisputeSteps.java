package mn.eland.sale.dispute;

import static mn.eland.sale.dispute.DisputeVariables.DEAL_OVER;
import static mn.eland.sale.dispute.DisputeVariables.OUTCOME;
import static mn.eland.sale.dispute.DisputeVariables.TO_BUYER;

import mn.eland.workflow.CaseKey;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the process "Settle a dispute" asks of us, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class DisputeSteps {

    @Bean
    JavaDelegate recordOutcome(Disputes disputes) {
        return step -> DEAL_OVER.set(step, disputes.decided(CaseKey.of(step), OUTCOME.get(step), TO_BUYER.get(step)));
    }

    @Bean
    JavaDelegate closeDispute(Disputes disputes) {
        return step -> disputes.close(CaseKey.of(step));
    }

    @Bean
    JavaDelegate closeClaim(Disputes disputes) {
        return step -> disputes.close(CaseKey.of(step));
    }
}
