package mn.eland.sale;

import static java.time.Duration.ofDays;
import static mn.eland.workflow.EngineScenario.values;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import mn.eland.kernel.CaseRef;
import mn.eland.sale.risk.Risk;
import mn.eland.sale.suspicion.Suspicions;
import mn.eland.sale.watch.Supervision;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Values;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One test for each end of a mandate; it shares the context of {@link SellPropertyScenarios}. */
@SaleProcessTest
class ListPropertyScenarios {

    @Autowired SaleCourse course;
    @Autowired CallOff callOff;
    @Autowired Supervision supervision;
    @Autowired Risk risk;
    @Autowired Suspicions suspicions;
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

        engine.assertThat(listing).hasPassedInOrder("setMandateTerm", "prepareListing", "valueListing", "approveListing", "identifySeller", "checkListingTitle",
                "publishListing", "propertyOffMarket").isEnded();
    }

    @Test
    void ofTheTermsOfASaleAListingKeepsItsOwn() {
        var listing = prepared(true);

        assertThat(engine.variable(listing, "mandateTerm")).isEqualTo("P90D");
        assertThat(engine.variable(listing, "approveListingWithin")).isEqualTo("P2D");
        assertThat(engine.variable(listing, "payBalanceWithin")).isNull();
        assertThat(engine.variable(listing, "burdenCureWithin")).isNull();
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

        engine.assertThat(listing).hasPassedInOrder("prepareListing", "dropListing", "mandateDeclined").hasNotPassed("valueListing", "publishListing").isEnded();
    }

    @Test
    void anotherAgentSendsTheListingBackAndApprovesItLater() {
        var listing = mandated();
        engine.complete(listing, "prepareListing", values(Map.of("listingReady", true)));

        engine.complete(listing, "approveListing", values(Map.of("listingApproved", false)));

        engine.assertThat(listing).isWaitingAt("prepareListing").hasNotPassed("identifySeller");

        engine.complete(listing, "prepareListing", values(Map.of("listingReady", true)));
        engine.complete(listing, "approveListing", values(Map.of("listingApproved", true)));
        engine.runJobs();

        engine.assertThat(listing).hasPassedInOrder("approveListing", "identifySeller", "publishListing");
    }

    @ParameterizedTest
    @CsvSource({"identifyParty, IdentityRejected, sellerRejected", "checkTitle, TitleStopped, titleRefused", "checkTitle, CureOverdue, cureMissed"})
    void whatFailsACheckDoesNotComeToTheMarket(String neighbour, String error, String end) {
        engine.calledProcess(neighbour).fails(error);

        var listing = prepared(true);

        engine.assertThat(listing).hasPassedInOrder(end, "lockListing", "listingRefused").hasNotPassed("publishListing").isEnded();
    }

    private CaseRef prepared(boolean ready) {
        var listing = mandated();
        engine.complete(listing, "prepareListing", values(Map.of("listingReady", ready)));
        if (ready) {
            engine.complete(listing, "approveListing", values(Map.of("listingApproved", true)));
        }
        engine.runJobs();
        return listing;
    }

    private CaseRef mandated() {
        return engine.start("listProperty", values(Map.of("propertyId", "00000000-0000-0001-0000-000000000001",
                "sellerId", "00000000-0000-0000-0000-000000000001", "objectType", "APARTMENT", "priceMnt", 285_000_000L, "cashShare", 0.0,
                "offerValidity", "P3D")));
    }
}
