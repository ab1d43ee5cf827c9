package mn.eland.notarization;

import static mn.eland.notarization.NotarizationVariables.*;

import mn.eland.workflow.CaseKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the process "Notarize contract" asks of us, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class NotarizationSteps {

    @Bean
    JavaDelegate prepareAct(Notarizations notarizations) {
        return step -> {
            var act = notarizations.prepare(CaseKey.of(step));
            VALUE.set(step, act.value());
            SIGNERS.set(step, act.signers());
            ROLES.set(step, act.roles());
            ACCEPT_WITHIN.set(step, act.acceptWithin());
            CERTIFY_WITHIN.set(step, act.certifyWithin());
        };
    }

    @Bean
    JavaDelegate describeParty(Notarizations notarizations) {
        return step -> describe(step, notarizations.describe(CaseKey.of(step), ROLE.get(step)));
    }

    @Bean
    JavaDelegate noteRequiredDocuments(Notarizations notarizations) {
        return step -> notarizations.note(CaseKey.of(step), NOTARY_FEE.get(step), DOCUMENT_CODES.get(step));
    }

    @Bean
    JavaDelegate enterRegister(Notarizations notarizations) {
        return step -> NOTARY_NUMBER.set(step, notarizations.enterRegister(CaseKey.of(step)));
    }

    @Bean
    JavaDelegate submitToNotaryRegister(Notarizations notarizations) {
        return step -> notarizations.submit(NOTARY_NUMBER.get(step));
    }

    @Bean
    JavaDelegate issueCertificate(Notarizations notarizations) {
        return step -> notarizations.issueCertificate(CaseKey.of(step));
    }

    @Bean
    JavaDelegate writeRefusal(Notarizations notarizations) {
        return step -> REFUSAL_CODE.set(step, notarizations.writeRefusal(CaseKey.of(step)));
    }

    @Bean
    JavaDelegate closeAct(Notarizations notarizations) {
        return step -> REFUSAL_CODE.set(step, notarizations.closeAct(CaseKey.of(step)));
    }

    private static void describe(DelegateExecution step, Act.PartyDescription party) {
        PROCESS.set(step, "SALE");
        PARTY_TYPE.set(step, party.type());
        MARRIED.set(step, party.married());
        CO_OWNERS.set(step, (long) party.coOwners());
        POA_USED.set(step, party.poaUsed());
        FOREIGN_DOCUMENTS.set(step, party.foreignDocuments());
        MORTGAGED.set(step, party.mortgaged());
        MINOR.set(step, party.minor());
        LAND.set(step, party.land());
    }
}
