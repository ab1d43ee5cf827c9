package mn.eland.workflow;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static mn.eland.workflow.EngineScenario.values;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@WorkflowTest(models = "workflow/models/*")
@Import(BicycleFacts.class)
class RentBicycleScenarios {

    private static final String BAT = "00000000-0000-0000-0000-000000000001";
    private static final String TSETSEG = "00000000-0000-0000-0000-000000000002";

    @Autowired EngineScenario engine;
    @Autowired Workflow workflow;

    @Test
    void bicycleIsRentedInspectedAndReturned() {
        var rent = engine.start("rentBicycle", values(Map.of("hours", 3L, "witnesses", BAT + "\n" + TSETSEG)));

        engine.complete(rent, "approveRent", values(Map.of("approved", true)));
        engine.runJobs();
        engine.tell(rent, "BicycleReturned", Values.none());
        engine.complete(rent, "witnessInspection", Values.none());
        engine.complete(rent, "witnessInspection", Values.none());

        engine.assertThat(rent).hasPassedInOrder("choosePrice", "approveRent", "unlockBicycle", "bicycleReturned",
                "inspectBicycle", "rentEnded").isEnded();
        engine.assertThatCalled(rent, "inspectThing").hasPassed("witnessInspection").isEnded();
        assertThat(engine.variable(rent, "pricePerHour")).isEqualTo(1500L);
    }

    @Test
    void rentLapsesWhenNobodyApprovesInTime() {
        var rent = engine.start("rentBicycle", values(Map.of("hours", 3L)));

        engine.passes(ofMinutes(119));
        engine.assertThat(rent).isWaitingAt("approveRent");
        engine.passes(ofMinutes(2));

        engine.assertThat(rent).hasPassed("approvalOverdue", "rentLapsed").isEnded();
        assertThat(workflow.isOpen(rent, "approveRent")).isFalse();
    }

    @Test
    void rentOfManyHoursLapsesOnlyAfterWorkingDays() {
        var rent = engine.start("rentBicycle", values(Map.of("hours", 30L)));

        engine.passes(ofHours(24 * 4));

        engine.assertThat(rent).isWaitingAt("approveRent");
    }

    @Test
    void calledProcessCanBePlayed() {
        var inspection = engine.calledProcess("inspectThing").answers(values(Map.of("damaged", true)));
        var rent = engine.start("rentBicycle", values(Map.of("hours", 3L, "witnesses", BAT)));

        engine.complete(rent, "approveRent", values(Map.of("approved", true)));
        engine.runJobs();
        engine.tell(rent, "BicycleReturned", Values.none());
        engine.runJobs();

        engine.assertThat(rent).isEnded();
        assertThat(engine.variable(rent, "damaged")).isEqualTo(true);
        assertThat(inspection.calls()).singleElement().satisfies(call -> assertThat(call).containsEntry("witnesses", BAT));
    }
}
