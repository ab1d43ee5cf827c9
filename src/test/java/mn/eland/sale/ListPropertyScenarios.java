package mn.eland.sale;

import static java.time.Duration.ofDays;
import static mn.eland.workflow.EngineScenario.values;

import java.util.Map;
import mn.eland.kernel.CaseRef;
import mn.eland.sale.risk.Risk;
import mn.eland.sale.suspicion.Suspicions;
import mn.eland.sale.watch.Supervision;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Values;
import mn.eland.workflow.WorkflowTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** One test for each end of a mandate; it shares the context of {@link SellPropertyScenarios}. */
@WorkflowTest(models = "processes/sale/*.bpmn, decisions/sale/*.dmn, decisions/payment/late-penalty.dmn, forms/sale/*.form")
@Import({SaleSteps.class, ListingStepsStandIn.class})
class ListPropertyScenarios {

    @MockitoBean SaleCourse course;
    @MockitoBean CallOff callOff;
    @MockitoBean Supervision supervision;
    @MockitoBean Risk risk;
    @MockitoBean Suspicions suspicions;
    @Autowired EngineScenario engine;

    @BeforeEach
    void allGoesWell() {
        engine.calledProcess("identifyParty").answers(Values.none());
        engine.calledProcess("checkTitle").answers(values(Map.of("titleDecision", "OK", "titleCode", "CLEAN")));
    }

    @Test
    void aPropertyComesToTheMarketAndIsSold() {
        var listing = prepared(true);

        engine.tell(listing, "ListingSold", Values.none());

        engine.assertThat(listing).hasPassedInOrder("setMandateTerm", "prepareListing", "identifySeller", "checkListingTitle",
                "publishListing", "propertyOffMarket").isEnded();
    }

    @Test
    void theSellerTakesThePropertyBack() {
        var listing = prepared(true);

        engine.tell(listing, "ListingWithdrawn", Values.none());

        engine.assertThat(listing).hasPassedInOrder("publishListing", "withdrawListing", "listingTakenBack").isEnded();
    }

    @Test
    void theMandateRunsOutAfterNinetyDays() {
        var listing = prepared(true);

        engine.passes(ofDays(89));
        engine.assertThat(listing).isNotEnded();
        engine.passes(ofDays(2));

        engine.assertThat(listing).hasPassedInOrder("mandateExpired", "expireListing", "listingExpired").isEnded();
    }

    @Test
    void theAgentsDeclineAMandate() {
        var listing = prepared(false);

        engine.assertThat(listing).hasPassedInOrder("prepareListing", "dropListing", "mandateDeclined").hasNotPassed("publishListing").isEnded();
    }

    @ParameterizedTest
    @CsvSource({"identifyParty, IdentityRejected, sellerRejected", "checkTitle, TitleStopped, titleRefused", "checkTitle, CureOverdue, cureMissed"})
    void whatFailsACheckDoesNotComeToTheMarket(String neighbour, String error, String end) {
        engine.calledProcess(neighbour).fails(error);

        var listing = prepared(true);

        engine.assertThat(listing).hasPassedInOrder(end, "lockListing", "listingRefused").hasNotPassed("publishListing").isEnded();
    }

    private CaseRef prepared(boolean ready) {
        var listing = engine.start("listProperty", values(Map.of("propertyId", "00000000-0000-0001-0000-000000000001",
                "sellerId", "00000000-0000-0000-0000-000000000001", "objectType", "APARTMENT", "priceMnt", 285_000_000L, "cashShare", 0.0)));
        engine.complete(listing, "prepareListing", values(Map.of("listingReady", ready)));
        engine.runJobs();
        return listing;
    }
}
