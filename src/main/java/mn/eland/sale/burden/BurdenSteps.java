package mn.eland.sale.burden;

import mn.eland.workflow.CaseKey;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the process "Recheck burden" asks of us, and the first step of "Recheck deal". */
@Configuration(proxyBeanMethods = false)
class BurdenSteps {

    @Bean
    JavaDelegate readBurden(Burdens burdens) {
        return step -> {
            BurdenVariables.BURDEN_OPEN.set(step, burdens.isOpen(CaseKey.of(step)));
            BurdenVariables.REREAD_AFTER.set(step, burdens.term(CaseKey.of(step), "burdenRereadAfter"));
        };
    }

    @Bean
    JavaDelegate lookAgain(Burdens burdens) {
        return step -> {
            BurdenVariables.BURDEN_GONE.set(step, burdens.isGone(CaseKey.of(step)));
            BurdenVariables.BURDEN_WITHIN.set(step, burdens.timeLeft(CaseKey.of(step)));
        };
    }

    @Bean
    JavaDelegate liftBurden(Burdens burdens) {
        return step -> burdens.lift(CaseKey.of(step));
    }

    @Bean
    JavaDelegate endDeal(Burdens burdens) {
        return step -> burdens.stands(CaseKey.of(step));
    }
}
