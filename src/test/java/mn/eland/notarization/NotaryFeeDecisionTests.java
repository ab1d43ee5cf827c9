package mn.eland.notarization;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotaryFeeDecisionTests extends DecisionTest {

    NotaryFeeDecisionTests() {
        super("notarization", "notaryFee", DecisionTable.facts());
    }

    @ParameterizedTest
    @CsvSource({"0, 5000", "1000000, 5000", "1000001, 10000", "10000000, 10000", "10000001, 25000", "25000000, 25000",
            "25000001, 50000", "100000000, 50000", "100000001, 100000", "300000000, 100000", "300000001, 200000",
            "500000000, 200000", "500000001, 300000", "9000000000, 300000", ", 5000"})
    void valueDecidesTheFee(Long value, long fee) {
        assertThat(((Number) answer("valueMnt", value).get("notaryFeeMnt")).longValue()).isEqualTo(fee);
    }
}
