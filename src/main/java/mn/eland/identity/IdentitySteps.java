package mn.eland.identity;

import static mn.eland.identity.IdentityVariables.*;

import mn.eland.kernel.PartyId;
import mn.eland.workflow.CaseKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the process "Identify a party" asks of us, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class IdentitySteps {

    @Bean
    JavaDelegate readCitizen(Identifying identifying, IdentityProcess process) {
        return step -> {
            var questions = identifying.readCitizen(party(step), CaseKey.of(step));
            CITIZEN_KNOWN.set(step, questions.finding().found());
            SANCTIONS.set(step, questions.finding().sanctions());
            PEP.set(step, questions.finding().pep());
            OWNER_KNOWN.set(step, questions.ownerKnown());
            REMOTE.set(step, questions.remote());
            NON_RESIDENT.set(step, questions.nonResident());
            CUSTOMER_TYPE.set(step, questions.customerType());
            COUNTRY_RISK.set(step, questions.countryRisk());
            CASH_THRESHOLD.set(step, Long.parseLong(process.parameter("aml.cash.threshold")));
            REVIEW_WITHIN.set(step, process.reviewWithin());
        };
    }

    @Bean
    JavaDelegate readMarriage(Identifying identifying) {
        return step -> identifying.readMarriage(party(step), CaseKey.of(step));
    }

    @Bean
    JavaDelegate recordCare(Identifying identifying) {
        return step -> REVIEW_NEEDED.set(step, identifying.recordCare(party(step), CaseKey.of(step), LEVEL.get(step),
                APPROVER.get(step), REFRESH_EVERY.get(step)));
    }

    private static PartyId party(DelegateExecution step) {
        return PartyId.of(PARTY.get(step));
    }
}
