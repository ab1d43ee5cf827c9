package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferAdmissionDecisionTests extends DecisionTest {

    OfferAdmissionDecisionTests() {
        super("sale", "offerAdmission", DecisionTable.facts("ownProperty", false, "agentOfListing", false, "bothSides", false,
                "listingState", "PUBLISHED", "byMinor", false, "byCompanyItself", false));
    }

    @ParameterizedTest
    @CsvSource({"ownProperty, true, false, OWN_PROPERTY", "agentOfListing, true, false, AGENT_OF_LISTING", "bothSides, true, false, BOTH_SIDES",
            "byMinor, true, false, MINOR", "byCompanyItself, true, false, COMPANY_BY_DIRECTOR", "byMinor, false, true, OK"})
    void whoOffersDecides(String fact, boolean holds, boolean admitted, String code) {
        assertThat(answer(fact, holds)).containsEntry("admitted", admitted).containsEntry("offerCode", code);
    }

    @ParameterizedTest
    @CsvSource({"PUBLISHED, true, OK", "RESERVED, false, PROPERTY_RESERVED", "SOLD, false, LISTING_CLOSED", "LOCKED, false, LISTING_CLOSED",
            "WITHDRAWN, false, LISTING_CLOSED"})
    void offersAreForWhatIsOnTheMarket(String state, boolean admitted, String code) {
        assertThat(answer("listingState", state)).containsEntry("admitted", admitted).containsEntry("offerCode", code);
    }

    @ParameterizedTest
    @CsvSource({"RESERVED, false, PROPERTY_RESERVED", "PUBLISHED, true, OWN_PROPERTY"})
    void theFirstReasonIsTold(String state, boolean own, String code) {
        assertThat(answer("ownProperty", own, "listingState", state, "byMinor", true)).containsEntry("offerCode", code);
    }
}
