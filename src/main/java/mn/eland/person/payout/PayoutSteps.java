package mn.eland.person.payout;

import static mn.eland.person.payout.PayoutVariables.CODES;
import static mn.eland.person.payout.PayoutVariables.COOLING_TIME;
import static mn.eland.person.payout.PayoutVariables.POINTS;
import static mn.eland.person.payout.PayoutVariables.STOPPED;

import java.util.List;
import java.util.Objects;
import mn.eland.workflow.CaseKey;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the process "Change a pay-out account" asks of us, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class PayoutSteps {

    @Bean
    JavaDelegate stateAccountFacts(PayoutAccounts accounts) {
        return step -> {
            accounts.signs(CaseKey.of(step)).values().raw().forEach(step::setVariable);
            POINTS.set(step, 0L);
        };
    }

    @Bean
    JavaDelegate takePrecautions(PayoutAccounts accounts) {
        return step -> accounts.takePrecautions(CaseKey.of(step), POINTS.get(step), Objects.requireNonNullElse(CODES.get(step), List.of()),
                STOPPED.get(step), COOLING_TIME.get(step));
    }

    @Bean
    JavaDelegate adoptAccount(PayoutAccounts accounts) {
        return step -> accounts.adopt(CaseKey.of(step));
    }

    @Bean
    JavaDelegate dropAccount(PayoutAccounts accounts) {
        return step -> accounts.drop(CaseKey.of(step));
    }
}
