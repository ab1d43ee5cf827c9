package mn.eland.sale.consent;

import java.util.List;
import mn.eland.workflow.CaseKey;
import mn.eland.workflow.Variable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the processes "Clear consents" and "Obtain consent" ask of us, in the order of the diagrams. */
@Configuration(proxyBeanMethods = false)
class ConsentSteps {

    @Bean
    JavaDelegate stateOwnership(Consents consents) {
        return step -> consents.stateOwnership(CaseKey.of(step)).asFacts().answer(step);
    }

    @Bean
    JavaDelegate nameConsenters(Consents consents) {
        return step -> consents.name(CaseKey.of(step), new Consents.Rules(lines(step, ConsentVariables.FROM),
                lines(step, ConsentVariables.FORM), lines(step, ConsentVariables.WAIT_FOR), lines(step, ConsentVariables.SILENCE_MEANS),
                lines(step, ConsentVariables.PRIORITY_RIGHT))).answer(step);
    }

    @Bean
    JavaDelegate askConsent(Consents consents) {
        return step -> consents.ask(CaseKey.of(step), ConsentVariables.NUMBER.get(step)).answer(step);
    }

    @Bean
    JavaDelegate heedSilence(Consents consents) {
        return step -> consents.heedSilence(CaseKey.of(step), ConsentVariables.NUMBER.get(step));
    }

    /** A table without a matching row answers nothing. */
    private static List<String> lines(DelegateExecution step, Variable<List<String>> column) {
        var lines = column.get(step);
        return lines == null ? List.of() : lines;
    }
}
