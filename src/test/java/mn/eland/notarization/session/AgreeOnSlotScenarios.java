package mn.eland.notarization.session;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import mn.eland.notarization.session.Meetings.Search;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Values;
import mn.eland.workflow.WorkflowTest;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@WorkflowTest(models = "processes/notarization/agree-on-slot.bpmn, forms/notarization/*.form")
@Import(SessionSteps.class)
class AgreeOnSlotScenarios {

    private static final PartyId BUYER = new PartyId(new UUID(0, 3));
    private static final Instant ENDS = Instant.parse("2026-12-01T01:30:00Z");

    @MockitoBean Meetings meetings;
    @Autowired EngineScenario engine;

    @BeforeEach
    void nobodyHasTakenASlot() {
        given(meetings.look(any())).willReturn(new Search(null, BUYER, "P1D", "P2D", "P1D"));
    }

    @Test
    void slotThatWasTakenBeforeIsNotAskedForAgain() {
        given(meetings.look(any())).willReturn(new Search(ENDS, BUYER, "P1D", "P2D", "P1D"));

        var sale = start();

        engine.assertThat(sale).hasPassedInOrder("sessionDue", "lookForSlot", "slotAgreed").hasNotPassed("chooseSlot").isEnded();
        Assertions.assertThat(engine.variable(sale, "slotEndsAt")).isEqualTo(java.util.Date.from(ENDS));
    }

    @Test
    void partyChoosesInItsTask() {
        var sale = start();
        engine.assertThat(sale).isWaitingAt("chooseSlot");

        engine.complete(sale, "chooseSlot", Values.of(SessionVariables.SLOT_ENDS_AT, ENDS));

        engine.assertThat(sale).hasPassedInOrder("chooseSlot", "slotAgreed").isEnded();
        Assertions.assertThat(engine.variable(sale, "slotEndsAt")).isEqualTo(java.util.Date.from(ENDS));
        verify(meetings, never()).remind(any());
    }

    @Test
    void otherPartyMayChooseOnThePage() {
        var sale = start();

        engine.tell(sale, "SlotTaken", Values.of(SessionVariables.SLOT_ENDS_AT, ENDS));

        engine.assertThat(sale).hasPassedInOrder("slotTakenByParty", "slotAgreed").isEnded();
    }

    @Test
    void partiesAreRemindedAndMayStillChoose() {
        var sale = start();

        engine.passes(Duration.ofHours(25));

        engine.assertThat(sale).hasPassedInOrder("slotReminderDue", "remindOfSlot", "partiesReminded").isWaitingAt("chooseSlot");
        verify(meetings).remind(sale);
        engine.complete(sale, "chooseSlot", Values.of(SessionVariables.SLOT_ENDS_AT, ENDS));
        engine.assertThat(sale).hasPassed("slotAgreed").isEnded();
    }

    @Test
    void notaryProposesWhenThePartiesDoNotChoose() {
        var sale = start();

        engine.passes(Duration.ofHours(49));
        engine.assertThat(sale).hasPassed("chooseSlotOverdue").isWaitingAt("proposeSlot");
        engine.complete(sale, "proposeSlot", Values.of(SessionVariables.SLOT_ENDS_AT, ENDS));

        engine.assertThat(sale).hasPassedInOrder("proposeSlot", "slotAgreed").isEnded();
    }

    @Test
    void partiesMayBeFasterThanTheNotary() {
        var sale = start();
        engine.passes(Duration.ofHours(49));

        engine.tell(sale, "SlotTaken", Values.of(SessionVariables.SLOT_ENDS_AT, ENDS));

        engine.assertThat(sale).hasPassedInOrder("proposeSlot", "slotTakenMeanwhile", "slotAgreed").isEnded();
    }

    private CaseRef start() {
        return engine.start("agreeOnSlot", Values.none());
    }
}
