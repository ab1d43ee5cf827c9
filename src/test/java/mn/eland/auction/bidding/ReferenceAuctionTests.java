package mn.eland.auction.bidding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules and a reference written from the published rules agree on every answer, price, close and result. */
class ReferenceAuctionTests {

    private static final int AUCTIONS = 3_000;
    private static final String[] EVERYTHING = {"LEADING", "OUTBID", "SEALED", "REVEALED", "REVEALED_UNFIT", "TOO_LOW", "TOO_HIGH", "TOO_EARLY",
            "TOO_LATE", "OWN_BID", "NOT_AS_SEALED", "NOTHING_SEALED", "SOLD", "BELOW_RESERVE", "NO_BID", "extensions 0", "extensions 1",
            "extensions 2", "extensions 3"};

    @ParameterizedTest
    @ValueSource(longs = {1, 20261127})
    void bothAgreeOnRandomAuctions(long seed) {
        var met = new RandomAuctions(seed).play(AUCTIONS);

        assertThat(met).containsKeys(EVERYTHING);
        assertThat(met.values()).allMatch(times -> times > AUCTIONS / 1_000);
    }
}
