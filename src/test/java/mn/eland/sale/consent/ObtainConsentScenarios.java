package mn.eland.sale.consent;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import mn.eland.kernel.CaseRef;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Values;
import mn.eland.workflow.Variable;
import mn.eland.workflow.Workflow;
import mn.eland.workflow.WorkflowTest;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** One test for each outcome of a consent and for its silence; each waits for itself. */
@WorkflowTest(models = "processes/sale/clear-consents.bpmn, processes/sale/obtain-consent.bpmn, decisions/sale/consent-rules.dmn, forms/sale/*.form")
@Import(ConsentSteps.class)
class ObtainConsentScenarios {

    /** What a sale does around its consents: it goes on, or hears why not. */
    private static final String SALE = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://eland.mn">
              <bpmn:process id="awaitConsents" name="awaitConsents" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="begun"/>
                <bpmn:sequenceFlow id="toConsents" sourceRef="begun" targetRef="clearConsents"/>
                <bpmn:callActivity id="clearConsents" calledElement="clearConsents">
                  <bpmn:extensionElements><camunda:in businessKey="#{execution.processBusinessKey}"/></bpmn:extensionElements>
                </bpmn:callActivity>
                <bpmn:sequenceFlow id="toCleared" sourceRef="clearConsents" targetRef="cleared"/>
                <bpmn:endEvent id="cleared"/>
                <bpmn:boundaryEvent id="notCleared" attachedToRef="clearConsents">
                  <bpmn:errorEventDefinition id="anyError" camunda:errorCodeVariable="endCode"/>
                </bpmn:boundaryEvent>
                <bpmn:sequenceFlow id="toStopped" sourceRef="notCleared" targetRef="stopped"/>
                <bpmn:endEvent id="stopped"/>
              </bpmn:process>
            </bpmn:definitions>""";
    private static final String SOMEBODY = new UUID(0, 2).toString();

    @MockitoBean Consents consents;
    @Autowired EngineScenario engine;
    @Autowired Workflow workflow;
    @Autowired RepositoryService models;

    @BeforeEach
    void aMinorOwns() {
        models.createDeployment().name("played sale").enableDuplicateFiltering(true).addString("played/awaitConsents.bpmn", SALE).deploy();
        when(consents.stateOwnership(any())).thenReturn(EngineScenario.values(java.util.Map.of("regime", "SEPARATE", "married", false,
                "hasAdultFamilyOwners", false, "minorOwner", true, "mortgage", false, "companyMajorAsset", false, "tenantPriority", false,
                "shareSale", false, "governorPermit", true, "guardianAnswer", "P14D")));
    }

    @Test
    void nobodyIsAskedWhenNobodyHasARight() {
        asked();

        var sale = clearing();

        engine.assertThat(sale).hasPassed("cleared").isEnded();
    }

    @Test
    void theRowsOfTheTableAreHandedOver() {
        asked();

        var sale = clearing();

        verify(consents).name(sale, new Consents.Rules(List.of("GUARDIAN", "GOVERNOR_GUARDIAN_AUTHORITY"), List.of("WRITTEN", "DECISION"),
                List.of("P14D", "P30D"), List.of("REFUSED", "REFUSED"), List.of("NO", "NO")));
    }

    @Test
    void theSaleGoesOnWhenAllHaveAnswered() {
        asked(person("P14D", "REFUSED"), paper("P30D"));
        var sale = clearing();

        answer(sale, "giveConsent", "GIVEN");
        engine.assertThat(sale).isNotEnded();
        answer(sale, "bringConsent", "GIVEN");

        engine.assertThat(sale).hasPassed("cleared").isEnded();
    }

    @Test
    void theFirstRefusalEndsTheWaitingForTheOthers() {
        asked(person("P14D", "REFUSED"), paper("P30D"));
        var sale = clearing();

        answer(sale, "giveConsent", "REFUSED");

        stopped(sale, "ConsentRefused");
        assertThat(workflow.isOpen(sale, "bringConsent")).isFalse();
    }

    @Test
    void silenceOfTheGuardianIsRefusalThoughTheGovernorHasMoreTime() {
        asked(person("P14D", "REFUSED"), paper("P30D"));
        var sale = clearing();

        engine.passes(ofDays(13));
        engine.assertThat(sale).isNotEnded();
        engine.passes(ofDays(2));

        verify(consents).heedSilence(sale, "1");
        verify(consents, never()).heedSilence(sale, "2");
        stopped(sale, "ConsentWithheld");
    }

    @Test
    void thePermitThatDoesNotComeInItsOwnTimeIsRefused() {
        asked(person("P14D", "REFUSED"), paper("P30D"));
        var sale = clearing();
        answer(sale, "giveConsent", "GIVEN");

        engine.passes(ofDays(29));
        engine.assertThat(sale).isNotEnded();
        engine.passes(ofDays(2));

        verify(consents).heedSilence(sale, "2");
        stopped(sale, "ConsentWithheld");
    }

    @Test
    void silenceOfACoOwnerWaivesThePriorityAfterTheNotice() {
        asked(priority("P30D"), person("P7D", "WAIVED"));
        var sale = clearing();

        engine.passes(ofDays(8));
        verify(consents).heedSilence(sale, "2");
        assertThat(workflow.isOpen(sale, "answerPriority")).isTrue();
        engine.passes(ofDays(23));

        verify(consents).heedSilence(sale, "1");
        engine.assertThat(sale).hasPassed("cleared").isEnded();
    }

    @Test
    void aWaiverCountsAsGiven() {
        asked(priority("P30D"));
        var sale = clearing();

        answer(sale, "answerPriority", "WAIVED");

        engine.assertThatCalled(sale, "obtainConsent").hasPassed("consentGiven");
        engine.assertThat(sale).hasPassed("cleared").isEnded();
    }

    @Test
    void whoBuysAtTheSameTermsEndsTheSaleWithTheStranger() {
        asked(priority("P30D"), paper("P14D"));
        var sale = clearing();

        answer(sale, "answerPriority", "EXERCISED");

        stopped(sale, "PriorityExercised");
        assertThat(workflow.isOpen(sale, "bringConsent")).isFalse();
    }

    private void stopped(CaseRef sale, String code) {
        engine.assertThat(sale).hasPassed("notCleared", "stopped").isEnded();
        assertThat(engine.variable(sale, "endCode")).isEqualTo(code);
    }

    private CaseRef clearing() {
        var sale = engine.start("awaitConsents", Values.of(Variable.text("sellerId"), SOMEBODY));
        engine.runJobs();
        return sale;
    }

    private void answer(CaseRef sale, String task, String answer) {
        engine.complete(sale, task, Values.of(ConsentVariables.ANSWER, answer));
        engine.runJobs();
    }

    private void asked(Values... people) {
        when(consents.name(any(), any())).thenReturn(Values.of(ConsentVariables.NEEDED, people.length > 0)
                .with(ConsentVariables.NUMBERS, IntStream.rangeClosed(1, people.length).mapToObj(String::valueOf).toList()));
        for (int i = 0; i < people.length; i++) {
            when(consents.ask(any(), eq(String.valueOf(i + 1)))).thenReturn(people[i]);
        }
    }

    private static Values person(String waitFor, String silence) {
        return asking("PERSON", SOMEBODY, waitFor, silence);
    }

    private static Values priority(String waitFor) {
        return asking("PRIORITY", SOMEBODY, waitFor, "WAIVED");
    }

    /** Nobody but the operators can bring it. */
    private static Values paper(String waitFor) {
        return asking("PAPER", null, waitFor, "REFUSED");
    }

    private static Values asking(String how, String person, String waitFor, String silence) {
        return Values.of(ConsentVariables.ASKED_HOW, how).with(ConsentVariables.PERSON, person).with(ConsentVariables.GROUP, "operators")
                .with(ConsentVariables.WITHIN, waitFor).with(ConsentVariables.SILENCE, silence);
    }
}
