package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaleFraudSignalsDecisionTests extends DecisionTest {

    SaleFraudSignalsDecisionTests() {
        super("sale", "saleFraudSignals", DecisionTable.facts("priceRatio", 1.0, "priceGrowth90d", 0.0,
                "incomeMultiple", 5.0, "cashShare", 0.0, "contractToEscrowRatio", 1.0, "valuationToPrice", 1.0, "ltv", 0.0,
                "daysSinceLastTransfer", 900, "transfers12m", 0, "sharedPartyLinks", 0, "listingAgeHours", 100,
                "sellerAge", 40, "buyerAge", 33, "poaDeals12m", 0, "thirdPartyPayers", 0, "poaUsed", false,
                "sameDayNotary", false, "offPlatformContact", false, "highRiskCountry", false));
    }

    @Test
    void anOrdinarySaleGivesNoSignal() {
        assertThat(rules()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.39,01;17", "0.40,01", "0.59,01", "0.60,02", "0.74,02", "0.75,''", "1.40,''", "1.41,03"})
    void priceIsComparedWithTheMarket(double ratio, String expected) {
        assertThat(String.join(";", rules("priceRatio", ratio))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"29,0.0,04", "30,0.26,05", "30,0.25,''", "89,0.30,05", "90,0.30,''"})
    void quickResaleIsSeen(int days, double growth, String expected) {
        assertThat(String.join(";", rules("daysSinceLastTransfer", days, "priceGrowth90d", growth))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2,''", "3,06", "7,06"})
    void manyTransfersAreSeen(int transfers, String expected) {
        assertThat(String.join(";", rules("transfers12m", transfers))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"incomeMultiple,12.0,''", "incomeMultiple,12.1,07", "cashShare,0.5,''", "cashShare,0.51,08",
            "contractToEscrowRatio,0.79,15", "contractToEscrowRatio,0.80,''", "valuationToPrice,1.16,18a",
            "valuationToPrice,1.15,''", "ltv,0.71,18b", "ltv,0.70,''"})
    void ratiosHaveTheirLimits(String name, double value, String expected) {
        assertThat(String.join(";", rules(name, value))).isEqualTo(expected);
    }

    @Test
    void anInflatedMortgageCountsOnce() {
        assertThat(column("points", "valuationToPrice", 1.3, "ltv", 0.9)).containsExactly(20);
    }

    @ParameterizedTest
    @CsvSource({"0,''", "1,10", "2,11", "4,11"})
    void sharedDataOfTheTwoSidesAreSeen(int links, String expected) {
        assertThat(String.join(";", rules("sharedPartyLinks", links))).isEqualTo(expected);
    }

    @Test
    void peopleSignalsNeedAllTheirParts() {
        assertThat(rules("thirdPartyPayers", 1)).containsExactly("09");
        assertThat(rules("poaUsed", true, "poaDeals12m", 3)).containsExactly("12");
        assertThat(rules("poaUsed", false, "poaDeals12m", 3)).isEmpty();
        assertThat(rules("poaUsed", true, "poaDeals12m", 2)).isEmpty();
        assertThat(rules("sellerAge", 75, "sameDayNotary", true, "priceRatio", 0.69)).containsExactly("02", "13");
        assertThat(rules("sellerAge", 74, "sameDayNotary", true, "priceRatio", 0.69)).containsExactly("02");
        assertThat(rules("offPlatformContact", true, "listingAgeHours", 47)).containsExactly("14");
        assertThat(rules("offPlatformContact", true, "listingAgeHours", 48)).isEmpty();
        assertThat(rules("highRiskCountry", true)).containsExactly("16");
        assertThat(rules("buyerAge", 20, "cashShare", 1.0)).containsExactly("08", "19");
        assertThat(rules("buyerAge", 21, "cashShare", 1.0)).containsExactly("08");
    }

    @Test
    void everySignalCarriesItsPoints() {
        assertThat(column("points", "priceRatio", 0.3)).containsExactly(30, 40);
        assertThat(column("code", "priceRatio", 0.3)).containsExactly("PRICE_VERY_LOW", "PRICE_EXTREME");
    }
}
