package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnershipEligibilityDecisionTests extends DecisionTest {

    OwnershipEligibilityDecisionTests() {
        super("sale", "ownershipEligibility", DecisionTable.facts("freeCapitalHa", 0.07, "freeAimagHa", 0.35, "freeSoumHa", 0.5, "fullAge", 18,
                "foreignLandHa", 0.05, "foreignLandDays", 183));
    }

    @ParameterizedTest
    @CsvSource({
            "CITIZEN, LAND, CAPITAL, 0.05, true, true, 0, 30, false, GRANT_USED",
            "CITIZEN, LAND, CAPITAL, 0.071, true, false, 0, 30, false, OVER_0_07_HA",
            "CITIZEN, LAND, AIMAG, 0.351, true, false, 0, 30, false, OVER_0_35_HA",
            "CITIZEN, LAND, SOUM, 0.501, true, false, 0, 30, false, OVER_0_50_HA",
            "CITIZEN, LAND, CAPITAL, 0.07, true, false, 0, 30, true, OK",
            "CITIZEN, APARTMENT, CAPITAL, 0.0, false, false, 0, 17, true, MINOR",
            "CITIZEN, APARTMENT, CAPITAL, 0.0, false, false, 0, 18, true, OK",
            "FOREIGN_PERSON, LAND, CAPITAL, 0.05, false, false, 184, 40, true, LAND_USE_5Y",
            "FOREIGN_PERSON, LAND, CAPITAL, 0.05, false, false, 183, 40, false, FOREIGN_LAND",
            "STATELESS, LAND, CAPITAL, 0.06, false, false, 400, 40, false, FOREIGN_LAND",
            "FOREIGN_COMPANY, LAND, CAPITAL, 0.05, false, false, 400, , false, FOREIGN_LAND",
            "MN_COMPANY, LAND, CAPITAL, 0.05, false, false, 0, , false, COMPANY_NO_LAND_OWNERSHIP",
            "MN_COMPANY, POSSESSION_RIGHT, CAPITAL, 0.05, false, false, 0, , true, OK",
            "FOREIGN_PERSON, POSSESSION_RIGHT, CAPITAL, 0.05, false, false, 400, 40, false, FOREIGN_POSSESSION",
            "FOREIGN_PERSON, HOUSE, CAPITAL, 0.02, false, false, 10, 40, true, LAND_SEPARATE",
            "FOREIGN_PERSON, APARTMENT, CAPITAL, 0.01, false, false, 10, 40, true, OK"})
    void buyerAndObjectDecide(String buyer, String object, String location, double area, boolean grant, boolean used,
                              int days, Integer age, boolean allowed, String code) {
        var answer = answer("buyerType", buyer, "objectType", object, "location", location, "areaHa", area, "freeGrant", grant,
                "freeGrantUsed", used, "residentDays", days, "age", age);

        assertThat(answer).containsEntry("allowed", allowed).containsEntry("eligibilityCode", code);
    }

    @ParameterizedTest
    @CsvSource({"0.09, 100, LAND_USE_5Y", "0.11, 100, FOREIGN_LAND", "0.09, 90, FOREIGN_LAND"})
    void sizeAndStayOfAForeignersUseAreParameters(double area, int days, String code) {
        assertThat(answer("buyerType", "FOREIGN_PERSON", "objectType", "LAND", "location", "SOUM", "areaHa", area, "freeGrant", false, "freeGrantUsed", false,
                "residentDays", days, "age", 40, "foreignLandHa", 0.1, "foreignLandDays", 90)).containsEntry("eligibilityCode", code);
    }

    @ParameterizedTest
    @CsvSource({"CAPITAL, 0.06, OVER_0_07_HA", "AIMAG, 0.31, OVER_0_35_HA", "SOUM, 0.41, OVER_0_50_HA", "CAPITAL, 0.05, MINOR"})
    void sizeOfAFreePlotAndFullAgeAreParameters(String location, double area, String code) {
        assertThat(answer("buyerType", "CITIZEN", "objectType", "LAND", "location", location, "areaHa", area, "freeGrant", true, "freeGrantUsed", false,
                "residentDays", 0, "age", 20, "freeCapitalHa", 0.05, "freeAimagHa", 0.3, "freeSoumHa", 0.4, "fullAge", 21)).containsEntry("eligibilityCode", code);
    }
}
