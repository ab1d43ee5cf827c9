package mn.eland.identity.verification;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import mn.eland.identity.spi.FaceMatch;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Values;
import mn.eland.workflow.WorkflowTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** One test for each way a verification ends, and for each way its time does. */
@WorkflowTest(models = "processes/identity/verify-party.bpmn, processes/identity/watch-verification.bpmn, decisions/identity/*.dmn, decisions/workflow/*.dmn, "
        + "forms/identity/examine-party.form")
@Import(VerificationSteps.class)
class VerifyPartyScenarios {

    @MockitoBean Verifying verifying;
    @Autowired EngineScenario engine;

    @Test
    void aPersonAboutWhomNothingIsDoubtfulIsVerifiedWithoutAnybodysHelp() {
        var number = verified(false, facts(false, false, true, "PERSON"), "ACCEPT");

        verify(verifying).noteCare(number, "CDD", "agents", "P3Y");
        engine.assertThat(number).hasPassedInOrder("matchFace", "screenNames", "decideCare", "noteCare", "acceptParty", "partyVerified")
                .hasNotPassed("readOwners").isEnded();
    }

    @Test
    void aCompanyIsReadAndNobodyLooksAtAFace() {
        var number = verified(true, facts(false, false, true, "LEGAL"), "ACCEPT");

        verify(verifying).noteCare(number, "CDD", "agents", "P1Y");
        engine.assertThat(number).hasPassedInOrder("readOwners", "screenNames", "partyVerified").hasNotPassed("matchFace").isEnded();
    }

    @Test
    void aCompanyWhoseOwnersNobodyKnowsIsDeclinedByTheTable() {
        var number = verified(true, facts(false, false, false, "LEGAL"), "DECLINE");

        verify(verifying).noteCare(eq(number), eq("REJECT"), eq("compliance"), any());
        engine.assertThat(number).hasPassedInOrder("readOwners", "declineParty", "partyDeclined").hasNotPassed("examineParty").isEnded();
        verify(verifying, never()).accept(any());
    }

    @Test
    void anExposedPersonIsTakenOnByTheHeadOfCompliance() {
        var number = verified(false, facts(false, true, true, "PERSON"), "EXAMINE");
        engine.assertThat(number).isWaitingAt("examineParty").task("examineParty").hasCandidateGroup("compliance_head");

        engine.complete(number, "examineParty", Values.of(VerificationVariables.PARTY_ACCEPTED, true));

        engine.assertThat(number).hasPassedInOrder("examineParty", "acceptParty", "partyVerified").isEnded();
    }

    @Test
    void whoExaminesMayDecline() {
        var number = verified(false, facts(false, true, true, "PERSON"), "EXAMINE");

        engine.complete(number, "examineParty", Values.of(VerificationVariables.PARTY_ACCEPTED, false));

        engine.assertThat(number).hasPassedInOrder("examineParty", "declineParty", "partyDeclined").isEnded();
    }

    @Test
    void aComparisonThatIsAwayIsAskedAgain() {
        doThrow(new FaceMatch.Unavailable("away", null)).doNothing().when(verifying).matchFace(any());
        when(verifying.screenNames(any())).thenReturn(facts(false, false, true, "PERSON"));
        when(verifying.noteCare(any(), any(), any(), any())).thenReturn(outcome("ACCEPT"));

        var number = engine.start("verifyParty", Values.of(VerificationVariables.COMPANY, false));
        engine.runJobs();
        engine.assertThat(number).hasNotPassed("matchFace");
        engine.passes(Duration.ofHours(1));

        engine.assertThat(number).hasPassed("partyVerified").isEnded();
    }

    @Test
    void whoDoesNotRefreshIsAskedAndThenStopped() {
        var number = watched();
        engine.assertThat(number).isWaitingAt("awaitRefresh");

        engine.passes(Duration.ofDays(336));
        verify(verifying).askRefresh(number);
        verify(verifying, never()).expire(any());
        engine.passes(Duration.ofDays(31));

        verify(verifying).expire(number);
        engine.assertThat(number).hasPassedInOrder("askRefresh", "expireVerification", "verificationOver").isEnded();
    }

    @Test
    void aNewVerificationEndsTheWatchBeforeAnybodyWasAsked() {
        var number = watched();

        engine.tell(number, "VerificationReplaced", Values.none());

        engine.assertThat(number).hasPassedInOrder("replacedEarly", "verificationReplaced").hasNotPassed("askRefresh").isEnded();
    }

    @Test
    void whoRefreshesInTimeIsNotStopped() {
        var number = watched();
        engine.passes(Duration.ofDays(336));

        engine.tell(number, "VerificationReplaced", Values.none());

        engine.assertThat(number).hasPassedInOrder("askRefresh", "replacedLate", "verificationReplaced").hasNotPassed("expireVerification").isEnded();
    }

    private CaseRef watched() {
        when(verifying.plan(any())).thenReturn(Values.of(VerificationVariables.ASK_REFRESH_IN, "P335D").with(VerificationVariables.EXPIRE_IN, "P30D"));
        var number = engine.start("watchVerification", Values.none());
        engine.runJobs();
        return number;
    }

    private CaseRef verified(boolean company, Values facts, String outcome) {
        when(verifying.screenNames(any())).thenReturn(facts);
        when(verifying.noteCare(any(), any(), any(), any())).thenReturn(outcome(outcome));
        var number = engine.start("verifyParty", Values.of(VerificationVariables.COMPANY, company));
        engine.runJobs();
        return number;
    }

    private static Values outcome(String outcome) {
        return Values.of(VerificationVariables.CARE_OUTCOME, outcome).with(VerificationVariables.REVIEW_WITHIN, "P1D");
    }

    private static Values facts(boolean sanctions, boolean pep, boolean ownersKnown, String customerType) {
        return Values.of(VerificationVariables.SANCTIONS, sanctions).with(VerificationVariables.PEP, pep).with(VerificationVariables.OWNER_KNOWN, ownersKnown)
                .with(VerificationVariables.REMOTE, false).with(VerificationVariables.NON_RESIDENT, false).with(VerificationVariables.CUSTOMER_TYPE, customerType)
                .with(VerificationVariables.COUNTRY_RISK, "LOW").with(VerificationVariables.AMOUNT, Money.ZERO)
                .with(VerificationVariables.CASH_SHARE, 0.0).with(VerificationVariables.CASH_THRESHOLD, 20_000_000L);
    }
}
