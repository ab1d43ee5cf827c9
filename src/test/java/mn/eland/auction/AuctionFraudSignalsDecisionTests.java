package mn.eland.auction;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuctionFraudSignalsDecisionTests extends DecisionTest {

    AuctionFraudSignalsDecisionTests() {
        super("auction", "auctionFraudSignals", DecisionTable.facts("sharedWithSeller", 0, "sharedWithBidders", 0, "lossesSameSeller", 0,
                "coBidders4Auctions", 0, "defaults12m", 0, "accountAgeDays", 400, "withdrawalsLastHour", 0, "bidsPerMinute", 1, "minStepShare", 0.5,
                "jumpPct", 0.05, "altWinners", false, "depositPayerOther", false, "relatedToOrganiser", false, "vpnIp", false));
    }

    @Test
    void anHonestBidderHasNone() {
        assertThat(rules()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"sharedWithSeller, 0, 1, 60, SHILL_LINK", "sharedWithBidders, 0, 1, 25, BIDDER_LINK", "sharedWithBidders, 0, 2, 45, BIDDER_RING",
            "lossesSameSeller, 4, 5, 30, SERIAL_LOSER", "defaults12m, 0, 1, 20, PAST_DEFAULT", "defaults12m, 0, 2, 50, SERIAL_DEFAULT",
            "accountAgeDays, 3, 2, 10, NEW_ACCOUNT", "withdrawalsLastHour, 1, 2, 20, LATE_WITHDRAWAL", "bidsPerMinute, 6, 7, 15, BOT"})
    void aCountDecides(String fact, int quiet, int speaks, int points, String code) {
        assertThat(rules(fact, quiet)).isEmpty();
        assertThat(answer(fact, speaks)).containsEntry("points", points).containsEntry("code", code);
    }

    @ParameterizedTest
    @CsvSource({"relatedToOrganiser, 100, ORGANISER_CONFLICT", "depositPayerOther, 25, DEPOSIT_BY_OTHER", "vpnIp, 10, MASKED_IP"})
    void aMarkDecides(String fact, int points, String code) {
        assertThat(answer(fact, true)).containsEntry("points", points).containsEntry("code", code);
    }

    @ParameterizedTest
    @CsvSource({"3, true, 0.5, 0.05, 40, ROTATION", "2, false, 0.91, 0.05, 15, SCRIPTED_STEPS", "0, true, 0.99, 0.31, 15, JUMP_BID"})
    void habitsDecideTogether(int together, boolean inTurn, double minStepShare, double jump, int points, String code) {
        assertThat(answer("coBidders4Auctions", together, "altWinners", inTurn, "minStepShare", minStepShare, "jumpPct", jump))
                .containsEntry("points", points).containsEntry("code", code);
    }

    @Test
    void justBelowSaysNothing() {
        assertThat(rules("coBidders4Auctions", 2, "altWinners", true, "minStepShare", 0.90, "jumpPct", 0.30)).isEmpty();
        assertThat(rules("coBidders4Auctions", 3, "altWinners", false, "minStepShare", 0.90)).isEmpty();
        assertThat(rules("coBidders4Auctions", 1, "minStepShare", 0.99)).isEmpty();
    }
}
