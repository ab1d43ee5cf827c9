package mn.eland.workflow;

import static mn.eland.workflow.BicycleFacts.BAT;
import static mn.eland.workflow.BicycleFacts.NARAN;
import static mn.eland.workflow.BicycleFacts.OPERATOR;
import static mn.eland.workflow.BicycleFacts.STRANGER;
import static mn.eland.workflow.BicycleFacts.TSETSEG;
import static mn.eland.workflow.EngineScenario.values;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import mn.eland.kernel.ElandClock;
import mn.eland.workflow.InboxQuery.Scope;
import mn.eland.workflow.absence.Absences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bat and Tsetseg are of one group, Naran of another; Bat goes away. */
@WorkflowTest(models = "workflow/models/*")
@Import(BicycleFacts.class)
class AbsencesTests {

    @Autowired EngineScenario engine;
    @Autowired Workflow workflow;
    @Autowired Absences absences;
    @Autowired JdbcClient jdbc;
    @Autowired ElandClock clock;
    private LocalDate today;

    @BeforeEach
    void look() {
        today = clock.today();
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from workflow.absences").update();
    }

    @Test
    void heldTasksGoToTheSubstituteAndNoNewOnesCome() {
        var id = takenByBat();

        assertThat(absences.set(BAT, BAT.party(), today, today.plusDays(3), TSETSEG.party()).isDone()).isTrue();

        assertThat(workflow.task(TSETSEG, id).orElseThrow().assigneeName()).isEqualTo("Цэцэг");
        assertThat(workflow.inbox(BAT, InboxQuery.of(Scope.OWN)).tasks()).isEmpty();
        assertThat(workflow.assign(OPERATOR, id, BAT.party()).refusal()).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("TASK_PERSON_AWAY");
            assertThat(refusal.arguments()).containsEntry("until", today.plusDays(3));
        });
    }

    @Test
    void withoutASubstituteTasksGoBackToTheGroupAndThePersonMayComeBackEarly() {
        var id = takenByBat();

        var absence = absences.set(OPERATOR, BAT.party(), today, today, null).get();
        assertThat(workflow.task(TSETSEG, id).orElseThrow().assignee()).isNull();
        assertThat(absences.end(BAT, absence.id()).isDone()).isTrue();

        assertThat(workflow.assign(OPERATOR, id, BAT.party()).isDone()).isTrue();
        assertThat(absences.end(BAT, absence.id()).refusal().code()).isEqualTo("ABSENCE_OVER");
    }

    @Test
    void aLaterAbsenceChangesNothingToday() {
        var id = takenByBat();

        assertThat(absences.set(BAT, BAT.party(), today.plusDays(1), today.plusDays(2), null).get().handedAt()).isNull();

        assertThat(workflow.task(BAT, id).orElseThrow().assignee()).isEqualTo(BAT.party());
        assertThat(absences.all(BAT).get()).hasSize(1);
        assertThat(absences.all(OPERATOR).get()).hasSize(1);
        assertThat(absences.all(NARAN).get()).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(absences.set(NARAN, BAT.party(), today, today, null).refusal().code()).isEqualTo("ABSENCES_NOT_YOURS");
        assertThat(absences.set(STRANGER, STRANGER.party(), today, today, null).refusal().code()).isEqualTo("ABSENCES_NOT_YOURS");
        assertThat(absences.all(STRANGER).refusal().code()).isEqualTo("ABSENCES_NOT_YOURS");
        assertThat(absences.set(BAT, BAT.party(), today, today.minusDays(1), null).refusal().code()).isEqualTo("ABSENCE_DAYS");
        assertThat(absences.set(BAT, BAT.party(), today, LocalDate.MAX, null).refusal().code()).isEqualTo("ABSENCE_DAYS");
        assertThat(absences.set(BAT, BAT.party(), today, today, NARAN.party()).refusal().code()).isEqualTo("ABSENCE_SUBSTITUTE");
        absences.set(TSETSEG, TSETSEG.party(), today, today, null).get();
        assertThat(absences.set(BAT, BAT.party(), today, today, TSETSEG.party()).refusal().code()).isEqualTo("ABSENCE_SUBSTITUTE_AWAY");
        assertThat(absences.set(TSETSEG, TSETSEG.party(), today, today.plusDays(5), null).refusal().code()).isEqualTo("ABSENCE_OVERLAPS");
    }

    private String takenByBat() {
        engine.start("rentBicycle", values(Map.of("hours", 3L)));
        return workflow.claim(BAT, workflow.inbox(BAT, InboxQuery.of(Scope.GROUP)).tasks().get(0).id()).get().id();
    }
}
