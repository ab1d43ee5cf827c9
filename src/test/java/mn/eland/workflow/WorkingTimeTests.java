package mn.eland.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.Map;
import mn.eland.kernel.ElandClock;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@WorkflowTest(models = "workflow/models/*")
@Import(BicycleFacts.class)
class WorkingTimeTests {

    @Autowired Workflow workflow;
    @Autowired EngineScenario engine;
    @Autowired ManagementService jobs;
    @Autowired ElandClock clock;

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:00, P3D, 2026-11-26T10:00", "2026-11-23T10:00, PT20H, 2026-11-24T06:00", "2026-01-31T10:00, P1M, 2026-02-28T10:00",
        "2026-11-23T10:00, P1DT2H, 2026-11-24T12:00", "2026-11-23T10:00, P2W, 2026-12-07T10:00",
        "2026-11-23T10:00, P1D working, 2026-11-24T18:00", "2026-11-23T10:00, P5D working, 2026-12-01T18:00",
        "2026-11-27T19:00, P1D working, 2026-11-30T18:00", "2026-11-28T10:00, P1D working, 2026-11-30T18:00",
        "2026-02-17T10:00, P1D working, 2026-02-23T18:00", "2026-07-10T10:00, P3D working, 2026-07-20T18:00",
        "2026-12-28T10:00, P4D working, 2027-01-05T18:00",
        "2026-11-23T10:00, PT2H working, 2026-11-23T12:00", "2026-11-23T10:00, PT8H working, 2026-11-24T10:00",
        "2026-11-23T12:30, PT1H working, 2026-11-23T14:30", "2026-11-23T13:30, PT30M working, 2026-11-23T14:30",
        "2026-11-23T06:00, PT8H working, 2026-11-23T18:00", "2026-11-23T20:00, PT1H working, 2026-11-24T10:00",
        "2026-11-25T17:00, PT2H working, 2026-11-27T10:00", "2026-11-23T10:00, P0D, 2026-11-23T10:00"})
    void termIsAddedInTheZoneOfUlaanbaatar(LocalDateTime start, String term, LocalDateTime end) {
        var zone = ElandClock.ULAANBAATAR;

        assertThat(workflow.plus(start.atZone(zone).toInstant(), term).atZone(zone).toLocalDateTime()).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "P", "P1M working", "P1Y working", "P1W working", "P-1D working", "5D", "P5D Working", "PT"})
    void textThatIsNoTermIsRefused(String term) {
        assertThatThrownBy(() -> workflow.plus(clock.instant(), term)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void timerOfAModelUnderstandsWorkingDays() {
        engine.start("rentBicycle", EngineScenario.values(Map.of("hours", 30L)));

        var due = jobs.createJobQuery().timers().singleResult().getDuedate().toInstant();

        assertThat(due).isEqualTo(workflow.plus(clock.instant(), "P5D working"));
    }

    @Test
    void listOfHolidaysMarksThoseNotYetAnnounced() {
        assertThat(workflow.holidays(2027)).hasSize(14).filteredOn(holiday -> !holiday.confirmed()).hasSize(4);
        assertThat(workflow.holidays(2028)).hasSize(14);
    }
}
