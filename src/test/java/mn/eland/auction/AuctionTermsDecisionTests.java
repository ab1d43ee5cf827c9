package mn.eland.auction;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuctionTermsDecisionTests extends DecisionTest {

    AuctionTermsDecisionTests() {
        super("auction", "auctionTerms", DecisionTable.facts());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "FORCED, 1, true, OPEN, 70, AGREED, 10, P14D, P5D, true, SECOND_AUCTION, P30D, 0",
            "FORCED, 1, false, OPEN, 70, MARKET, 10, P14D, P5D, true, SECOND_AUCTION, P30D, 0",
            "FORCED, 2, true, OPEN, 50, AGREED_OR_MARKET, 10, P14D, P5D, true, CREDITOR_OPTIONS, -, 0",
            "FORCED, 3, false, OPEN, -, -, -, -, -, false, RETURN_TO_BAILIFF, -, 0",
            "LAND_STATE, 1, false, OPEN, 100, GOVERNOR, 10, P30D, P10D, false, NEW_NOTICE, -, 0",
            "VOLUNTARY, 1, false, SEALED, 100, SELLER, 10, P10D, P10D, false, RELIST, -, 0",
            "VOLUNTARY, 1, false, OPEN, 100, SELLER, 10, P10D, P10D, false, RELIST, -, 5",
            "VOLUNTARY, 2, false, OPEN, 100, SELLER, 10, P10D, P10D, false, CLOSE, -, 0"})
    void kindAndRoundDecide(String kind, int round, boolean agreed, String format, Integer floor, String of, Integer deposit, String notice, String pay,
                            boolean workingDays, String next, String within, int cut) {
        assertThat(answer("kind", kind, "round", round, "agreedPrice", agreed, "format", format)).containsEntry("floorPct", floor)
                .containsEntry("floorOf", of).containsEntry("depositPct", deposit).containsEntry("noticePeriod", notice).containsEntry("payWithin", pay)
                .containsEntry("payInWorkingDays", workingDays).containsEntry("nextRound", next).containsEntry("nextRoundWithin", within)
                .containsEntry("priceCutPct", cut);
    }
}
