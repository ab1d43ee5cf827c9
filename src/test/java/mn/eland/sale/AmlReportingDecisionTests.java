package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmlReportingDecisionTests extends DecisionTest {

    AmlReportingDecisionTests() {
        super("sale", "amlReporting", DecisionTable.facts("method", "TRANSFER", "amountMnt", 285_000_000L, "crossBorder", false,
                "suspicious", false, "attempted", false, "sanctions", false, "cash7dSum", 0L, "cash7dCount", 0, "countryRisk", "LOW",
                "cashThreshold", 20_000_000L, "ctrWorkingDays", 5, "strHours", 24));
    }

    @Test
    void anOrdinaryTransferIsNotReported() {
        assertThat(rules()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"19999999,''", "20000000,01", "285000000,01"})
    void cashIsReportedFromTwentyMillion(long amount, String expected) {
        assertThat(String.join(";", rules("method", "CASH", "amountMnt", amount))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"3,20000000,02", "2,20000000,''", "3,19999999,''"})
    void cashPaidInPartsIsReported(int count, long sum, String expected) {
        assertThat(String.join(";", rules("method", "CASH", "amountMnt", 6_000_000L, "cash7dCount", count, "cash7dSum", sum))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"19999999,''", "20000000,03"})
    void foreignSettlementIsReportedFromTwentyMillion(long amount, String expected) {
        assertThat(String.join(";", rules("crossBorder", true, "amountMnt", amount))).isEqualTo(expected);
    }

    @Test
    void aSuspicionIsReportedWhateverTheAmountAndWithinADay() {
        assertThat(rules("suspicious", true, "amountMnt", 1L)).containsExactly("04");
        assertThat(rules("suspicious", true, "attempted", true)).containsExactly("04", "05");
        assertThat(rules("attempted", true)).isEmpty();
        assertThat(column("deadline", "suspicious", true)).containsExactly("PT24H");
        assertThat(column("draft", "suspicious", true)).containsExactly("PT20H");
    }

    @Test
    void sanctionsAreReportedWithinTheHourCryptoAndRiskyCountriesWithinTheDay() {
        assertThat(rules("sanctions", true)).containsExactly("06");
        assertThat(column("deadline", "sanctions", true)).containsExactly("PT1H");
        assertThat(rules("method", "CRYPTO", "amountMnt", 1L)).containsExactly("07");
        assertThat(rules("countryRisk", "HIGH", "amountMnt", 20_000_000L)).containsExactly("08");
        assertThat(rules("countryRisk", "HIGH", "amountMnt", 19_999_999L)).isEmpty();
    }

    @Test
    void sumAndTermsAreParameters() {
        assertThat(rules("method", "CASH", "amountMnt", 10_000_000L, "cashThreshold", 10_000_000L)).containsExactly("01");
        assertThat(column("deadline", "method", "CASH", "ctrWorkingDays", 3L)).containsExactly("P3D");
        assertThat(column("draft", "method", "CASH", "ctrWorkingDays", 1L)).containsExactly("P1D");
        assertThat(column("deadline", "suspicious", true, "strHours", 12L)).containsExactly("PT12H");
        assertThat(column("draft", "suspicious", true, "strHours", 12L)).containsExactly("PT10H");
    }

    @Test
    void thresholdsOfTheLawRunInOfficeDays() {
        assertThat(column("calendar", "method", "CASH")).containsExactly("working");
        assertThat(column("deadline", "crossBorder", true)).containsExactly("P5D");
    }
}
