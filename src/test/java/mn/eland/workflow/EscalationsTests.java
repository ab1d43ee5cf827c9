package mn.eland.workflow;

import static mn.eland.workflow.BicycleFacts.BAT;
import static mn.eland.workflow.EngineScenario.values;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.workflow.InboxQuery.Scope;
import mn.eland.workflow.escalation.Escalations;
import mn.eland.workflow.escalation.TaskOverdue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A rent that nobody approves: told once, when a working day has passed. */
@WorkflowTest(models = "workflow/models/*")
@Import(BicycleFacts.class)
@RecordApplicationEvents
class EscalationsTests {

    @Autowired EngineScenario engine;
    @Autowired Workflow workflow;
    @Autowired Escalations escalations;
    @Autowired ElandClock clock;
    @Autowired ApplicationEvents events;

    @Test
    void anOverdueTaskOfAGroupIsToldOnceAfterAWorkingDay() {
        var rent = engine.start("rentBicycle", values(Map.of("hours", 3L)));
        var task = workflow.inbox(BAT, InboxQuery.of(Scope.GROUP)).tasks().get(0);

        clock.passes(Duration.ofHours(3));
        escalations.look();
        assertThat(told(rent)).isEmpty();
        assertThat(escalations.of(List.of(task.id()))).isEmpty();
        clock.passes(Duration.ofDays(12));
        escalations.look();
        escalations.look();

        assertThat(told(rent)).singleElement().satisfies(overdue -> {
            assertThat(overdue.taskId()).isEqualTo(task.id());
            assertThat(overdue.group()).isEqualTo("agents");
            assertThat(overdue.to()).isEqualTo("operators");
            assertThat(overdue.dueAt()).isEqualTo(task.dueAt());
        });
        assertThat(escalations.of(List.of(task.id()))).containsExactly(task.id());
        assertThat(escalations.of(List.of())).isEmpty();
    }

    private List<TaskOverdue> told(CaseRef rent) {
        return events.stream(TaskOverdue.class).filter(overdue -> overdue.caseRef().equals(rent)).toList();
    }
}
