package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaleTaxDecisionTests extends DecisionTest {

    SaleTaxDecisionTests() {
        super("sale", "saleTax", DecisionTable.facts("residentTaxRate", 0.02, "nonResidentTaxRate", 0.2, "companyTaxRate", 0.02, "landRightTaxRate", 0.1));
    }

    @ParameterizedTest
    @CsvSource({
            "PERSON, true, APARTMENT, false, false, INHERIT, SALE, 0.0, INHERIT_PARAM",
            "PERSON, true, APARTMENT, false, false, SPOUSE, GIFT, 0.0, FAMILY_GIFT_PARAM",
            "PERSON, true, APARTMENT, false, false, PARENT_CHILD, GIFT, 0.0, FAMILY_GIFT_PARAM",
            "PERSON, true, APARTMENT, false, false, SPOUSE, SALE, 0.02, PIT_2",
            "PERSON, false, APARTMENT, false, false, NONE, SALE, 0.20, NR_20",
            "PERSON, true, POSSESSION_RIGHT, false, false, NONE, SALE, 0.10, RIGHT_10",
            "PERSON, true, APARTMENT, false, false, NONE, SALE, 0.02, PIT_2",
            "COMPANY, true, APARTMENT, true, true, NONE, SALE, 0.02, CIT_2_VAT",
            "COMPANY, true, APARTMENT, true, false, NONE, SALE, 0.02, CIT_2",
            "STATE, true, APARTMENT, false, false, NONE, SALE, 0.02, DEFAULT"})
    void sellerAndObjectDecide(String seller, boolean resident, String object, boolean newBuild, boolean vat, String relation,
                               String reason, double rate, String code) {
        var answer = answer("sellerType", seller, "resident", resident, "objectType", object, "newBuild", newBuild,
                "vatPayer", vat, "relation", relation, "saleReason", reason);

        assertThat(answer).containsEntry("taxRate", rate).containsEntry("taxCode", code);
    }

    @ParameterizedTest
    @CsvSource({"PERSON, true, APARTMENT, 0.01", "PERSON, false, APARTMENT, 0.15", "COMPANY, true, APARTMENT, 0.03", "STATE, true, APARTMENT, 0.01",
            "PERSON, true, POSSESSION_RIGHT, 0.05"})
    void whatASellerPaysIsAParameter(String seller, boolean resident, String object, double rate) {
        assertThat(answer("sellerType", seller, "resident", resident, "objectType", object, "newBuild", false, "vatPayer", false,
                "relation", "NONE", "saleReason", "SALE", "residentTaxRate", 0.01, "nonResidentTaxRate", 0.15, "companyTaxRate", 0.03, "landRightTaxRate", 0.05))
                .containsEntry("taxRate", rate);
    }
}
