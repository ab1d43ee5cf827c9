package mn.eland.auction;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuctionDefaultDecisionTests extends DecisionTest {

    AuctionDefaultDecisionTests() {
        super("auction", "auctionDefault", DecisionTable.facts());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "FORCED, FRAUD, 1, FROZEN, REPEAT_AUCTION, -, 3650", "FORCED, NO_PAYMENT, 1, DEBTOR, SECOND_AUCTION, P30D, 365",
            "VOLUNTARY, NO_PAYMENT, 5, SELLER, OFFER_RUNNER_UP, P3D, 365", "VOLUNTARY, NO_PAYMENT, 5.1, SELLER, RELIST, -, 365",
            "VOLUNTARY, NO_SIGNATURE, 50, SELLER, OFFER_RUNNER_UP, P3D, 180", "LAND_STATE, INELIGIBLE, 1, WINNER_LESS_COST, OFFER_RUNNER_UP, -, 0",
            "VOLUNTARY, SELLER_REFUSES, 1, WINNER, CLOSE, -, 0", "VOLUNTARY, LOT_DEFECT, 1, WINNER, CLOSE_OR_PRICE_CUT, -, 0",
            "VOLUNTARY, EARTHQUAKE, 1, FROZEN, REVIEW, -, 0"})
    void theCauseDecides(String kind, String cause, double gap, String deposit, String next, String within, int ban) {
        assertThat(answer("kind", kind, "cause", cause, "runnerUpGapPct", gap)).containsEntry("depositTo", deposit).containsEntry("next", next)
                .containsEntry("nextWithin", within).containsEntry("banDays", ban);
    }
}
