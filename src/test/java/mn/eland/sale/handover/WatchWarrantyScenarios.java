package mn.eland.sale.handover;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import mn.eland.kernel.CaseRef;
import mn.eland.sale.handover.Warranty.Defects;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Values;
import mn.eland.workflow.WorkflowTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The end of a warranty and each of its timers. */
@WorkflowTest(models = "processes/sale/watch-warranty.bpmn")
@Import(WarrantySteps.class)
class WatchWarrantyScenarios {

    @MockitoBean Warranties warranties;
    @Autowired EngineScenario engine;

    @Test
    void eachTermIsRemindedOfOnceAndTheWatchEndsAfterTheLast() {
        var warranty = aWarranty("P154D", "P335D", "P1066D");

        engine.passes(Duration.ofDays(153));
        verify(warranties, never()).remind(any(), any());
        engine.passes(Duration.ofDays(2));
        verify(warranties).remind(warranty, Defects.VISIBLE);
        engine.passes(Duration.ofDays(181));
        verify(warranties).remind(warranty, Defects.HIDDEN);
        engine.assertThat(warranty).isWaitingAt("buildingTermEnding");
        engine.passes(Duration.ofDays(731));

        verify(warranties).remind(warranty, Defects.BUILDING);
        verify(warranties, times(3)).remind(any(), any());
        engine.assertThat(warranty).hasPassed("warrantyOver").isEnded();
    }

    @Test
    void termsThatHaveGoneByAreToldAtOnceInWhateverOrder() {
        var warranty = aWarranty("PT0S", "P10D", "PT0S");

        engine.passes(Duration.ofMinutes(1));
        engine.assertThat(warranty).isWaitingAt("hiddenTermEnding").hasPassed("remindOfVisibleDefects", "remindOfBuildingDefects");
        engine.passes(Duration.ofDays(11));

        engine.assertThat(warranty).hasPassed("warrantyOver").isEnded();
    }

    private CaseRef aWarranty(String visible, String hidden, String building) {
        when(warranties.plan(any())).thenReturn(Values.of(WarrantyVariables.VISIBLE_REMINDER_IN, visible)
                .with(WarrantyVariables.HIDDEN_REMINDER_IN, hidden).with(WarrantyVariables.BUILDING_REMINDER_IN, building));
        return engine.start("watchWarranty", Values.none());
    }
}
