package mn.eland.sale;

import static mn.eland.workflow.EngineScenario.values;

import java.time.Duration;
import java.util.Map;
import mn.eland.kernel.CaseRef;
import mn.eland.sale.risk.Risk;
import mn.eland.sale.suspicion.Suspicions;
import mn.eland.sale.watch.Supervision;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Values;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each end of a change of price; it shares the context of {@link ListPropertyScenarios}. */
@SaleProcessTest
class ChangePriceScenarios {

    @Autowired SaleCourse course;
    @Autowired CallOff callOff;
    @Autowired Supervision supervision;
    @Autowired Risk risk;
    @Autowired Suspicions suspicions;
    @Autowired EngineScenario engine;

    @Test
    void anApprovedPriceIsAsked() {
        var listing = asked();

        engine.complete(listing, "approvePrice", values(Map.of("priceApproved", true)));

        engine.assertThat(listing).hasPassedInOrder("valueAskedPrice", "approvePrice", "setAskingPrice", "priceChanged").hasNotPassed("priceKept").isEnded();
    }

    @Test
    void aPriceThatIsSentBackLeavesTheOldOne() {
        var listing = asked();

        engine.complete(listing, "approvePrice", values(Map.of("priceApproved", false)));

        engine.assertThat(listing).hasPassed("priceKept").hasNotPassed("setAskingPrice", "dropPriceChange").isEnded();
    }

    @Test
    void aPriceWaitsForItsApprovalUntilItIsTakenBackOrTheListingIsOver() {
        var listing = asked();

        engine.passes(Duration.ofDays(5));
        engine.assertThat(listing).isWaitingAt("approvePrice");
        engine.tell(listing, "PriceChangeDropped", Values.none());

        engine.assertThat(listing).hasPassedInOrder("priceChangeOvertaken", "dropPriceChange", "changeDropped").hasNotPassed("setAskingPrice").isEnded();
    }

    private CaseRef asked() {
        var listing = engine.start("changePrice", values(Map.of("approvePriceWithin", "P2D")));
        engine.runJobs();
        return listing;
    }
}
