package mn.eland.notarization;

import static mn.eland.notarization.NotarizationVariables.*;

import mn.eland.workflow.CaseKey;
import mn.eland.workflow.Values;
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
            REFERENCE_MAX_AGE.set(step, act.documents().referenceMaxAge());
            POA_MAX_TERM.set(step, act.documents().poaMaxTerm());
            GOVERNOR_PERMIT.set(step, act.documents().governorPermit());
        };
    }

    @Bean
    JavaDelegate describeParty(Notarizations notarizations) {
        return step -> facts(notarizations.describe(CaseKey.of(step), ROLE.get(step))).answer(step);
    }

    @Bean
    JavaDelegate noteRequiredDocuments(Notarizations notarizations) {
        return step -> notarizations.note(CaseKey.of(step), NOTARY_FEE.get(step), ROLE.get(step), DOCUMENT_CODES.get(step),
                DOCUMENT_VALIDITIES.get(step));
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

    private static Values facts(Act.PartyDescription party) {
        return Values.of(PROCESS, "SALE").with(PARTY_TYPE, party.type()).with(MARRIED, party.married()).with(CO_OWNERS, (long) party.coOwners())
                .with(POA_USED, party.poaUsed()).with(FOREIGN_DOCUMENTS, party.foreignDocuments()).with(MORTGAGED, party.mortgaged())
                .with(MINOR, party.minor()).with(LAND, party.land()).asFacts();
    }
}
