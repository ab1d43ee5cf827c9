package mn.eland.notarization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.notarization.spi.NotaryRegister;
import mn.eland.workflow.CalledProcess;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Values;
import mn.eland.workflow.Variable;
import mn.eland.workflow.WorkflowTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@WorkflowTest(models = "processes/notarization/notarize-contract.bpmn, decisions/notarization/*.dmn, forms/notarization/*.form")
@Import(NotarizationSteps.class)
class NotarizeContractScenarios {

    @MockitoBean Notarizations notarizations;
    @Autowired EngineScenario engine;
    private CalledProcess slots;

    @BeforeEach
    void anActOfAMarriedSellerAndACompany() {
        given(notarizations.prepare(any())).willReturn(new Act.Preparation(Money.of(285_000_000), List.of(), List.of("SELLER", "BUYER"), "P3D",
                new Act.DocumentTerms("P3D", "P3Y", true)));
        given(notarizations.describe(any(), eq("SELLER"))).willReturn(new Act.PartyDescription("PERSON", true, 1, false, false, true, false, false));
        given(notarizations.describe(any(), eq("BUYER"))).willReturn(new Act.PartyDescription("COMPANY", null, 1, false, false, false, false, false));
        given(notarizations.enterRegister(any())).willReturn("NOT-2026-0001-000001");
        engine.calledProcess("acceptContract").answers(Values.none());
        slots = engine.calledProcess("agreeOnSlot").answers(Values.of(Variable.time("slotEndsAt"), Instant.parse("2026-12-01T01:30:00Z")));
    }

    @Test
    void contractIsCertifiedNumberedSubmittedAndPapered() {
        var sale = start();

        engine.complete(sale, "certifyContract", EngineScenario.values(Map.of("certified", true)));
        engine.runJobs();

        engine.assertThat(sale).hasPassedInOrder("prepareAct", "chooseNotaryFee", "acceptContract", "agreeOnSlot", "certifyContract", "enterRegister",
                "submitToNotaryRegister", "issueCertificate", "contractCertified").isEnded();
        assertThat(engine.variable(sale, "notaryNumber")).isEqualTo("NOT-2026-0001-000001");
        verify(notarizations).submit("NOT-2026-0001-000001");
    }

    @Test
    void feeAndDocumentsOfBothPartiesComeFromTheTables() {
        start();

        var fee = Money.of(100_000);
        verify(notarizations).note(any(), eq(fee), eq("SELLER"), eq(List.of("ID_CARD_OR_PASSPORT", "TITLE_CERTIFICATE_ORIGINAL", "NO_ENCUMBRANCE_REFERENCE",
                "MARRIAGE_CERT", "SPOUSE_CONSENT", "PAYOFF_LETTER", "RELEASE_UNDERTAKING")), eq(List.of("VALID", "ALWAYS", "P3D", "P90D", "P90D", "P10D", "P10D")));
        verify(notarizations).note(any(), eq(fee), eq("BUYER"), eq(List.of("STATE_REG_CERT", "CHARTER", "BOARD_DECISION", "BO_DECLARATION")),
                eq(List.of("P90D", "P90D", "P90D", "P90D")));
    }

    @Test
    void refusalIsWrittenAndTheCaseLearnsIt() {
        given(notarizations.writeRefusal(any())).willReturn("DURESS");
        var sale = start();

        engine.complete(sale, "certifyContract", EngineScenario.values(Map.of("certified", false)));

        engine.assertThat(sale).hasPassedInOrder("certifyContract", "writeRefusal", "contractRefused").hasNotPassed("enterRegister").isEnded();
        verify(notarizations, never()).enterRegister(any());
    }

    @Test
    void movedOrGivenBackSlotLeadsBackToTheCalendar() {
        var sale = start();
        engine.assertThat(sale).isWaitingAt("certifyContract");

        engine.tell(sale, "SlotChanged", Values.none());
        engine.runJobs();

        engine.assertThat(sale).hasPassed("slotChanged").isWaitingAt("certifyContract");
        assertThat(slots.calls()).hasSize(2);
    }

    @Test
    void actIsClosedWhenThePartiesDoNotAcceptTheContract() {
        engine.calledProcess("acceptContract").fails("NotAccepted");
        given(notarizations.closeAct(any())).willReturn("NOT_ACCEPTED");

        var sale = start();

        engine.assertThat(sale).hasPassedInOrder("contractNotAccepted", "closeAct", "actClosed").hasNotPassed("certifyContract").isEnded();
    }

    @Test
    void unreachableNotaryRegisterIsTriedAgainAndTheNumberStays() {
        doThrow(new NotaryRegister.Unavailable("down", null)).doNothing().when(notarizations).submit(anyString());
        var sale = start();

        engine.complete(sale, "certifyContract", EngineScenario.values(Map.of("certified", true)));
        engine.runJobs();
        engine.assertThat(sale).isWaitingAt("submitToNotaryRegister");
        engine.passes(Duration.ofMinutes(11));

        engine.assertThat(sale).hasPassed("contractCertified").isEnded();
        verify(notarizations).enterRegister(any());
    }

    private CaseRef start() {
        doNothing().when(notarizations).note(any(), any(), any(), any(), any());
        var sale = engine.start("notarizeContract", EngineScenario.values(Map.of("documentId", UUID.randomUUID().toString())));
        engine.runJobs();
        return sale;
    }
}
