package mn.eland.sale.handover;

import mn.eland.workflow.CaseKey;
import mn.eland.workflow.Variable;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What "Settle sale" asks of us when a part of the price was kept. */
@Configuration(proxyBeanMethods = false)
class RetentionSteps {

    private static final Variable<Boolean> RETENTION_AGREED = Variable.flag("retentionAgreed");
    private static final Variable<Boolean> HANDOVER_SIGNED = Variable.flag("handoverSigned");

    /** Nothing stands against the handover any more: the table is asked again. */
    @Bean
    JavaDelegate endRetention(Retentions retentions) {
        return step -> {
            retentions.end(CaseKey.of(step));
            RETENTION_AGREED.set(step, false);
            HANDOVER_SIGNED.set(step, true);
        };
    }
}
