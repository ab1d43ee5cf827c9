package mn.eland.auction;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BidIncrementDecisionTests extends DecisionTest {

    BidIncrementDecisionTests() {
        super("auction", "bidIncrement", DecisionTable.facts());
    }

    @ParameterizedTest
    @CsvSource({"0, 100000", "9999999, 100000", "10000000, 250000", "49999999, 250000", "50000000, 500000", "99999999, 500000",
            "100000000, 1000000", "199999999, 1000000", "200000000, 2000000", "499999999, 2000000", "500000000, 5000000", "999999999, 5000000",
            "1000000000, 10000000", "2999999999, 10000000", "3000000000, 25000000", "900000000000, 25000000"})
    void thePriceDecidesTheStep(long price, long step) {
        assertThat(answer("currentPriceMnt", price)).containsEntry("minStepMnt", step);
    }

    /** Whoever walks from step to step meets all of them. */
    @ParameterizedTest
    @CsvSource({"0, 10000000", "10000000, 50000000", "50000000, 100000000", "100000000, 200000000", "200000000, 500000000",
            "500000000, 1000000000", "1000000000, 3000000000", "3000000000,"})
    void eachStepSaysWhereTheNextOneBegins(long price, Long next) {
        assertThat(answer("currentPriceMnt", price)).containsEntry("nextStepAtMnt", next);
    }
}
