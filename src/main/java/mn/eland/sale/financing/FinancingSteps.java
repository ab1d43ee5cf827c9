package mn.eland.sale.financing;

import mn.eland.workflow.CaseKey;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the processes "Finance purchase" and "Clear mortgage" ask of us. */
@Configuration(proxyBeanMethods = false)
class FinancingSteps {

    @Bean
    JavaDelegate noteBankSilent(Loans loans) {
        return step -> loans.bankSilent(CaseKey.of(step));
    }

    @Bean
    JavaDelegate readPayoff(Payoffs payoffs) {
        return step -> FinancingVariables.LETTER_NEEDED.set(step, payoffs.isLetterNeeded(CaseKey.of(step)));
    }
}
