package mn.eland.sale.watch;

import mn.eland.workflow.CaseKey;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the process "Recheck deal" asks of us. */
@Configuration(proxyBeanMethods = false)
class WatchSteps {

    @Bean
    JavaDelegate readDeaths(Deaths deaths) {
        return step -> WatchVariables.PARTY_DIED.set(step, deaths.read(CaseKey.of(step)));
    }

    @Bean
    JavaDelegate readFreeze(Supervision supervision) {
        return step -> {
            WatchVariables.SALE_FROZEN.set(step, supervision.isFrozen(CaseKey.of(step)));
            WatchVariables.LIFT_WITHIN.set(step, supervision.liftWithin());
        };
    }
}
