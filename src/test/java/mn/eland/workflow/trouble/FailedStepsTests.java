package mn.eland.workflow.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import mn.eland.kernel.ElandClock;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Answers;

class FailedStepsTests {

    @ParameterizedTest
    @CsvSource({
            "mn.eland.property.spi.RegistryUnavailable: no answer, RegistryUnavailable",
            "mn.eland.payment.spi.Bank$Unavailable: no answer, Bank.Unavailable",
            "'org.camunda.bpm.engine.ProcessEngineException: x\n\tat a.B.c(B.java:1)\nCaused by: mn.eland.payment.spi.Bank$Unavailable: y', Bank.Unavailable",
            "java.lang.NullPointerException, NullPointerException",
            "'', ''"})
    void aTraceIsCalledByTheFirstErrorOfOurOwn(String trace, String kind) {
        assertThat(FailedSteps.kind(trace)).isEqualTo(kind);
    }

    @Test
    void aStepThatIsDoneWhileItIsLookedAtIsNoTrouble() {
        var management = mock(ManagementService.class);
        var runtime = mock(RuntimeService.class, Answers.RETURNS_DEEP_STUBS);
        var job = mock(Job.class);
        when(job.getId()).thenReturn("7");
        var query = mock(JobQuery.class, Answers.RETURNS_SELF);
        when(management.createJobQuery()).thenReturn(query);
        when(query.listPage(0, 10)).thenReturn(List.of(job));
        when(runtime.createProcessInstanceQuery().processInstanceId(any()).singleResult().getBusinessKey()).thenReturn("S-2026-000001");
        when(management.getJobExceptionStacktrace("7")).thenThrow(new NullValueException("No job found with id 7: job is null"));

        var steps = new FailedSteps(management, runtime, null, null, new ElandClock(), null, "R3/PT10M");

        assertThat(steps.some(10)).isEmpty();
    }
}
