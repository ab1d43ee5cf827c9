package mn.eland.identity.verification;

import mn.eland.workflow.CaseKey;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the processes "Verify a party" and "Watch a verification" ask of us, in the order of the diagrams. */
@Configuration(proxyBeanMethods = false)
class VerificationSteps {

    @Bean
    JavaDelegate matchFace(Verifying verifying) {
        return step -> verifying.matchFace(CaseKey.of(step));
    }

    @Bean
    JavaDelegate readOwners(Verifying verifying) {
        return step -> verifying.readOwners(CaseKey.of(step));
    }

    @Bean
    JavaDelegate screenNames(Verifying verifying) {
        return step -> verifying.screenNames(CaseKey.of(step)).raw().forEach(step::setVariable);
    }

    @Bean
    JavaDelegate noteCare(Verifying verifying) {
        return step -> verifying.noteCare(CaseKey.of(step), VerificationVariables.LEVEL.get(step), VerificationVariables.APPROVER.get(step),
                VerificationVariables.REFRESH_EVERY.get(step)).raw().forEach(step::setVariable);
    }

    @Bean
    JavaDelegate acceptParty(Verifying verifying) {
        return step -> verifying.accept(CaseKey.of(step));
    }

    @Bean
    JavaDelegate declineParty(Verifying verifying) {
        return step -> verifying.decline(CaseKey.of(step));
    }

    @Bean
    JavaDelegate planRefresh(Verifying verifying) {
        return step -> verifying.plan(CaseKey.of(step)).raw().forEach(step::setVariable);
    }

    @Bean
    JavaDelegate askRefresh(Verifying verifying) {
        return step -> verifying.askRefresh(CaseKey.of(step));
    }

    @Bean
    JavaDelegate expireVerification(Verifying verifying) {
        return step -> verifying.expire(CaseKey.of(step));
    }
}
