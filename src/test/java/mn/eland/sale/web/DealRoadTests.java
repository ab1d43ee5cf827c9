package mn.eland.sale.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mn.eland.sale.web.DealPage.Milestone;
import org.junit.jupiter.api.Test;

/** The steps of a deal as its page lists them. */
class DealRoadTests {

    @Test
    void whatWasPassedStaysPassedWhenTheSaleIsCalledOff() {
        assertThat(states("CALLED_OFF", "offerMade", "offerAccepted", "stage.PRELIMINARY", "stage.FUNDING", "withdrawn", "end.BUYER_WITHDREW"))
                .containsExactly("done", "done", "done", "stopped", "cancelled", "cancelled", "cancelled", "cancelled", "cancelled", "cancelled");
    }

    @Test
    void anOfferThatLedToNothingStopsAtTheOffer() {
        assertThat(states("CALLED_OFF", "offerMade", "end.OFFER_REFUSED")).startsWith("stopped", "cancelled").doesNotContain("done");
        assertThat(states("CALLED_OFF", "offerMade", "offerAccepted", "end.CONSENT_REFUSED")).startsWith("done", "stopped", "cancelled");
    }

    @Test
    void aSaleThatLivesIsSomewhereAndACompletedOneHasPassedAll() {
        assertThat(states("NOTARY", "stage.FUNDING", "stage.NOTARY")).containsExactly("done", "done", "done", "done", "now", "ahead", "ahead",
                "ahead", "ahead", "ahead");
        assertThat(states("COMPLETED", "stage.COMPLETED")).containsOnly("done");
    }

    private static List<String> states(String now, String... happened) {
        return DealPage.road(now, List.of(happened)).stream().map(Milestone::state).toList();
    }
}
