package mn.eland.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.kernel.Standing;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.Workflow;
import mn.eland.workflow.spi.TaskForm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.dao.OptimisticLockingFailureException;

class TaskFormsTests {

    private static final Actor AGENT = new Actor(PartyId.random(), "Мөнхзул", Set.of(Role.AGENT));
    private static final TaskView TASK = new TaskView("t1", CaseRef.of("L-2026-000001"), "listProperty", "prepareListing", "Бэлтгэх", "Prepare",
            "prepareListing", "agents", AGENT.party(), AGENT.name(), "", "", Instant.EPOCH, null, 50, null);

    private final Workflow workflow = mock(Workflow.class);
    private final TaskForm form = mock(TaskForm.class);
    private TaskForms forms;

    @BeforeEach
    void aFormOfTheTask() {
        var beans = mock(BeanFactory.class);
        when(beans.getBean("prepareListing", TaskForm.class)).thenReturn(form);
        forms = new TaskForms(beans, workflow, mock(Standing.class));
    }

    @Test
    void whoLosesAgainstATimerHearsThatTheTaskHasEnded() {
        when(form.submit(any(), any(), any())).thenThrow(new OptimisticLockingFailureException("a timer"));
        when(workflow.hindrance(AGENT, "t1")).thenReturn(Optional.of(Refusal.conflict("TASK_GONE")));

        assertThat(submit().refusal()).isEqualTo(Refusal.conflict("TASK_GONE"));
    }

    @Test
    void whoLosesAgainstSomethingElseMaySendAgain() {
        when(form.submit(any(), any(), any())).thenThrow(new OptimisticLockingFailureException("another branch"));
        when(workflow.hindrance(AGENT, "t1")).thenReturn(Optional.empty());

        assertThat(submit().refusal()).isEqualTo(Refusal.conflict("TASK_MOVED"));
    }

    @Test
    void aDoorThatReliedOnTheEngineAndLostSaysWhoWon() {
        when(form.submit(any(), any(), any())).thenAnswer(call -> Outcome.refused(Refusal.conflict("NOT_WAITING")).get());
        when(workflow.hindrance(AGENT, "t1")).thenReturn(Optional.of(Refusal.conflict("TASK_DONE").with("by", "Мөнхзул")));

        assertThat(submit().refusal().code()).isEqualTo("TASK_DONE");
    }

    @Test
    void whoActsOnTheTaskOfAnotherHearsWhoHoldsIt() {
        when(form.submit(any(), any(), any())).thenAnswer(call -> Outcome.refused(Refusal.forbidden("TASK_NOT_YOURS")).get());
        when(workflow.hindrance(AGENT, "t1")).thenReturn(Optional.of(Refusal.conflict("TASK_TAKEN").with("by", "Уянга")));

        assertThat(submit().refusal().code()).isEqualTo("TASK_TAKEN");
    }

    @Test
    void aMistakeOfOursStaysOne() {
        when(form.submit(any(), any(), any())).thenAnswer(call -> Outcome.refused(Refusal.invalid("PRICE_INVALID")).get());

        assertThatThrownBy(this::submit).isInstanceOf(Outcome.NotDone.class).hasMessageContaining("PRICE_INVALID");
    }

    private Outcome<Void> submit() {
        return forms.submit(AGENT, TASK, Map.of());
    }
}
