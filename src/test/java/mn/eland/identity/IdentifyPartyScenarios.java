package mn.eland.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import mn.eland.identity.Identifying.Finding;
import mn.eland.identity.Identifying.Questions;
import mn.eland.identity.spi.CitizenRegistry;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Values;
import mn.eland.workflow.WorkflowTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@WorkflowTest(models = "processes/identity/identify-party.bpmn, decisions/identity/*.dmn, decisions/workflow/*.dmn, forms/identity/review-identity.form")
@Import({IdentitySteps.class, IdentityProcess.class})
class IdentifyPartyScenarios {

    private static final PartyId BAT = PartyId.random();

    @MockitoBean
    Identifying identifying;
    @Autowired
    EngineScenario engine;

    @Test
    void aKnownCitizenWithASmallDealIsIdentified() {
        known(new Finding(true, true, false, false));

        var deal = identify(19_000_000, 0.5);

        engine.assertThat(deal).hasPassedInOrder("readCitizen", "readMarriage", "decideCddLevel", "recordCare", "identityKnown").isEnded();
        verify(identifying).recordCare(BAT, deal, "CDD", "agents", "P3Y");
        assertThat(engine.variable(deal, "cddLevel")).isEqualTo("CDD");
    }

    @Test
    void somebodyWhomTheRegisterDoesNotKnowIsRejected() {
        known(new Finding(false, false, false, false));

        var deal = identify(19_000_000, 0);

        engine.assertThat(deal).hasPassed("identityRejected").hasNotPassed("readMarriage").isEnded();
        verify(identifying, never()).recordCare(any(), any(), any(), any(), any());
    }

    @Test
    void somebodyUnderSanctionsIsRejectedByTheTable() {
        known(new Finding(true, true, true, false));

        var deal = identify(19_000_000, 0);

        engine.assertThat(deal).hasPassedInOrder("decideCddLevel", "recordCare", "identityRejected").hasNotPassed("reviewIdentity").isEnded();
        verify(identifying).recordCare(eq(BAT), eq(deal), eq("REJECT"), eq("compliance_head"), any());
    }

    @Test
    void aPoliticallyExposedPersonIsTakenOnByTheHeadOfCompliance() {
        known(new Finding(true, true, false, true));
        when(identifying.recordCare(any(), any(), eq("EDD"), any(), any())).thenReturn(true);
        var deal = identify(19_000_000, 0);
        engine.assertThat(deal).isWaitingAt("reviewIdentity").task("reviewIdentity").hasCandidateGroup("compliance_head");

        engine.complete(deal, "reviewIdentity", Values.of(IdentityVariables.IDENTITY_APPROVED, true));

        engine.assertThat(deal).hasPassedInOrder("reviewIdentity", "identityKnown").isEnded();
    }

    @Test
    void aReviewerMayDecline() {
        known(new Finding(true, true, false, false));
        when(identifying.recordCare(any(), any(), eq("EDD"), any(), any())).thenReturn(true);
        var deal = identify(1_000_000_000, 0);

        engine.complete(deal, "reviewIdentity", Values.of(IdentityVariables.IDENTITY_APPROVED, false));

        engine.assertThat(deal).hasPassedInOrder("reviewIdentity", "identityRejected").isEnded();
    }

    @Test
    void aRegisterThatIsAwayIsAskedAgain() {
        when(identifying.readCitizen(any(), any())).thenThrow(new CitizenRegistry.Unavailable("away", null))
                .thenReturn(questions(new Finding(true, true, false, false)));

        var deal = identify(19_000_000, 0);
        engine.assertThat(deal).hasNotPassed("readCitizen");
        engine.passes(java.time.Duration.ofHours(1));

        engine.assertThat(deal).hasPassed("identityKnown").isEnded();
    }

    private CaseRef identify(long amount, double cashShare) {
        var deal = engine.start("identifyParty", EngineScenario.values(
                Map.of("partyId", BAT.toString(), "amountMnt", amount, "cashShare", cashShare)));
        engine.runJobs();
        return deal;
    }

    private void known(Finding finding) {
        when(identifying.readCitizen(any(), any())).thenReturn(questions(finding));
    }

    private static Questions questions(Finding finding) {
        return new Questions(finding, true, false, false, "PERSON", "LOW");
    }
}
