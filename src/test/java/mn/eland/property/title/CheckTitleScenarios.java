package mn.eland.property.title;

import static java.time.Duration.ofDays;
import static mn.eland.workflow.EngineScenario.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.CaseRef;
import mn.eland.property.TitleReading;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Ruling;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import mn.eland.workflow.WorkflowTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@WorkflowTest(models = "processes/property/*.bpmn, decisions/property/*.dmn, forms/property/*.form")
@Import(PropertySteps.class)
class CheckTitleScenarios {

    private static final String PROPERTY = "00000000-0000-0001-0000-000000000001";
    private static final String SELLER = "00000000-0000-0000-0000-000000000001";
    private static final TitleReading CLEAN = new TitleReading(true, true, true, false, false, false, false, false, false, true, false,
            false, false, 0, 0, "SEPARATE", List.of("Г. Тэмүүлэн"), Instant.EPOCH, null, null);
    private static final TitleReading MORTGAGED = new TitleReading(true, true, true, false, false, true, false, false, false, true, false,
            false, false, 0, 0, "SEPARATE", List.of("Г. Тэмүүлэн"), Instant.EPOCH, null, null);
    private static final TitleReading ARRESTED = new TitleReading(true, true, true, true, false, true, false, false, false, true, false,
            false, false, 0, 0, "SEPARATE", List.of("Г. Тэмүүлэн"), Instant.EPOCH, null, null);

    @MockitoBean TitleDesk desk;
    @Autowired EngineScenario engine;
    @Autowired Workflow workflow;

    private CaseRef check() {
        var check = engine.start("checkTitle", values(Map.of("propertyId", PROPERTY, "sellerId", SELLER)));
        engine.runJobs();
        return check;
    }

    @Test
    void clearTitleLetsTheDealGoOn() {
        when(desk.readTitle(any(), any(), any())).thenReturn(CLEAN);

        var check = check();

        engine.assertThat(check).hasPassedInOrder("readTitle", "decideTitle", "recordTitle", "titleClear").isEnded();
        assertThat(engine.variable(check, "titleDecision")).isEqualTo("OK");
        assertThat(engine.variable(check, "titleCode")).isEqualTo("CLEAN");
        verify(desk).recordTitle(eq(check), any(), any(), eq("OK"), eq("CLEAN"));
        verify(desk, never()).stopListing(any(), any(), any());
    }

    @Test
    void whatOnlyTheTableReadIsKeptByItsRulingAndForgottenByTheProcess() {
        when(desk.readTitle(any(), any(), any())).thenReturn(CLEAN);

        var check = check();

        assertThat(engine.variable(check, "ownerMatch")).isNull();
        assertThat(workflow.rulings(check)).singleElement()
                .satisfies(ruling -> assertThat(ruling.inputs()).anySatisfy(input -> assertThat(input.name()).isEqualTo("ownerMatch")));
    }

    @Test
    void arrestedPropertyStopsTheDealAndItsListing() {
        when(desk.readTitle(any(), any(), any())).thenReturn(ARRESTED);

        var check = check();

        engine.assertThat(check).hasPassedInOrder("readTitle", "decideTitle", "recordTitle", "stopListing", "titleRefused").isEnded();
        verify(desk).stopListing(eq(check), any(), eq("ARREST"));
        assertThat(workflow.rulings(check)).singleElement().satisfies(ruling -> {
            assertThat(ruling.decisionKey()).isEqualTo("titleCheck");
            assertThat(ruling.since()).isEqualTo(LocalDate.of(2026, 11, 1));
            assertThat(ruling.rules()).extracting(rule -> rule.number() + " " + rule.source()).containsExactly("4 CDE: seizure bars disposal [H]");
            assertThat(ruling.inputs()).contains(new Ruling.Input("arrest", "Битүүмжлэл", true), new Ruling.Input("referenceAgeDays", "Лавлагааны нас, хоног", 0));
            assertThat(ruling.outputs()).containsEntry("titleDecision", "STOP").containsEntry("titleCode", "ARREST");
        });
    }

    @Test
    void curedTitleIsReadAgain() {
        when(desk.readTitle(any(), any(), any())).thenReturn(MORTGAGED, CLEAN);

        var check = check();
        engine.assertThat(check).isWaitingAt("cureTitle");
        engine.complete(check, "cureTitle", Values.none());
        engine.runJobs();

        engine.assertThat(check).hasPassed("titleClear").isEnded();
        assertThat(workflow.rulings(check)).extracting(ruling -> ruling.outputs().get("titleCode")).containsExactly("MORTGAGE", "CLEAN");
        assertThat(workflow.whatWouldPass(workflow.rulings(check).get(0), List.of("mortgageeConsent", "mortgage", "arrest"),
                answer -> "OK".equals(answer.get("titleDecision")))).containsExactly(new Ruling.Change("mortgageeConsent", true), new Ruling.Change("mortgage", false));
        verify(desk, times(2)).readTitle(any(), any(), any());
    }

    @Test
    void titleThatIsNotCuredInTimeEndsTheDeal() {
        when(desk.readTitle(any(), any(), any())).thenReturn(MORTGAGED);

        var check = check();
        engine.passes(ofDays(13));
        engine.assertThat(check).isWaitingAt("cureTitle");
        engine.passes(ofDays(2));

        engine.assertThat(check).hasPassed("cureOverdue", "titleNotCured").hasNotPassed("stopListing").isEnded();
    }

    @Test
    void registerThatDoesNotAnswerIsAskedAgain() {
        when(desk.readTitle(any(), any(), any())).thenThrow(new IllegalStateException("no answer")).thenReturn(CLEAN);

        var check = check();
        engine.assertThat(check).isNotEnded();
        engine.passes(ofDays(1));

        engine.assertThat(check).hasPassed("titleClear").isEnded();
    }

    @Test
    void theRegisterSaysWhoOwnsThePropertyNow() {
        when(desk.readTitle(any(), any(), any())).thenReturn(CLEAN);

        var asked = engine.start("confirmOwner", values(Map.of("propertyId", PROPERTY, "ownerId", SELLER)));
        engine.runJobs();

        engine.assertThat(asked).hasPassedInOrder("readOwner", "ownerRead").isEnded();
        assertThat(engine.variable(asked, "ownerConfirmed")).isEqualTo(true);
    }
}
