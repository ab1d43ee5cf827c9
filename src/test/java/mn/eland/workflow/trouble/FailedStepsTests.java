package mn.eland.workflow.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
