package mn.eland.sale.suspicion;

import mn.eland.workflow.CaseKey;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the process "Report a suspicion" asks of us, and the step of "Assess risk" that opens it. */
@Configuration(proxyBeanMethods = false)
class SuspicionSteps {

    @Bean
    JavaDelegate raiseSuspicion(Suspicions suspicions) {
        return step -> suspicions.raise(CaseKey.of(step), Report.Cause.RISK_BLOCKED);
    }

    @Bean
    JavaDelegate stateSuspicion(Suspicions suspicions) {
        return step -> suspicions.state(CaseKey.of(step)).asFacts().answer(step);
    }

    @Bean
    JavaDelegate noteReports(Suspicions suspicions) {
        return step -> {
            var calendars = SuspicionVariables.CALENDAR.get(step);
            suspicions.note(CaseKey.of(step), SuspicionVariables.REPORT.get(step),
                    SuspicionVariables.terms(SuspicionVariables.DEADLINE.get(step), calendars),
                    SuspicionVariables.terms(SuspicionVariables.DRAFT.get(step), calendars)).answer(step);
        };
    }

    @Bean
    JavaDelegate urgeReport(Suspicions suspicions) {
        return step -> suspicions.urge(CaseKey.of(step));
    }
}
