package mn.eland.sale.suspicion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import mn.eland.workflow.WorkflowTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** One test for each end of a report and each of its timers. */
@WorkflowTest(models = "processes/sale/report-suspicion.bpmn, decisions/sale/aml-reporting.dmn, forms/sale/*-report.form")
@Import(SuspicionSteps.class)
class ReportSuspicionScenarios {

    @MockitoBean Suspicions suspicions;
    @Autowired EngineScenario engine;
    @Autowired Workflow workflow;

    @Test
    void aSuspicionIsDraftedAndFiled() {
        var report = aReport(true);

        engine.complete(report, "draftReport", Values.of(SuspicionVariables.FILE_WITHIN, "PT4H"));
        engine.complete(report, "fileReport", Values.none());

        verify(suspicions).note(report, List.of("STR", "STR_ATTEMPT"), List.of("PT24H", "PT24H"), List.of("PT20H", "PT20H"));
        engine.assertThat(report).hasPassedInOrder("stateSuspicion", "decideReports", "noteReports", "draftReport", "fileReport", "reportFiled").isEnded();
    }

    @Test
    void whereNothingHasToBeReportedNobodyIsAsked() {
        var report = aReport(false);

        engine.assertThat(report).hasPassed("nothingToReport").isEnded();
        verify(suspicions, never()).urge(any());
    }

    @Test
    void aLateReportIsUrgedAndGoesOn() {
        var report = aReport(true);

        engine.passes(Duration.ofHours(21));
        engine.complete(report, "draftReport", Values.of(SuspicionVariables.FILE_WITHIN, "PT3H"));
        engine.passes(Duration.ofHours(4));

        verify(suspicions, times(2)).urge(report);
        assertThat(workflow.isOpen(report, "fileReport")).isTrue();
        assertThat(workflow.isConfidential("reportSuspicion")).isTrue();
    }

    private CaseRef aReport(boolean suspicious) {
        when(suspicions.state(any())).thenReturn(ReportableFacts.money(List.of(), Money.of(285_000_000)).with(SuspicionVariables.SUSPICIOUS, suspicious)
                .with(SuspicionVariables.ATTEMPTED, suspicious).with(SuspicionVariables.SANCTIONS, false).with(SuspicionVariables.COUNTRY_RISK, "LOW")
                .with(SuspicionVariables.CASH_THRESHOLD, 20_000_000L).with(SuspicionVariables.CTR_WORKING_DAYS, 5L).with(SuspicionVariables.STR_HOURS, 24L));
        when(suspicions.note(any(), any(), any(), any())).thenAnswer(call -> Values.of(SuspicionVariables.REPORT_DUE, !call.getArgument(1, List.class).isEmpty())
                .with(SuspicionVariables.DRAFT_WITHIN, "PT20H"));
        return engine.start("reportSuspicion", Values.none());
    }
}
