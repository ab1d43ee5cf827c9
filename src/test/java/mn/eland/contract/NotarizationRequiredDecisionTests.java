package mn.eland.contract;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotarizationRequiredDecisionTests extends DecisionTest {

    NotarizationRequiredDecisionTests() {
        super("contract", "notarizationRequired", DecisionTable.facts());
    }

    @ParameterizedTest
    @CsvSource({"SALE, APARTMENT, 0, 1, YES, YES", "GIFT, LAND, 0, 1, YES, YES", "SALE, MOVABLE, 0, 1, NO, NO",
            "MORTGAGE, APARTMENT, 0, 1, YES, YES", "PRELIMINARY, APARTMENT, 0, 1, NO, NO",
            "HIRE_HOME, APARTMENT, 13, 1, NO, RECOMMENDED", "HIRE_HOME, APARTMENT, 12, 1, NO, NO",
            "LEASE, COMMERCIAL, 12, 1, RECOMMENDED, YES", "LEASE, LAND, 12, 1, RECOMMENDED, YES",
            "LEASE, APARTMENT, 12, 1, NO, NO", "POA_REAL_ESTATE, APARTMENT, 0, 1, YES, NO",
            "SPOUSE_PROPERTY, APARTMENT, 0, 1, YES, OPTIONAL", "AUCTION_PROTOCOL, APARTMENT, 0, 1, YES, YES",
            "AUCTION_PROTOCOL, APARTMENT, 0, 0, NO, NO"})
    void kindOfContractDecides(String type, String object, int months, long value, String required, String register) {
        assertThat(answer("contractType", type, "objectType", object, "termMonths", months, "valueMnt", value, "party", "PERSON"))
                .containsEntry("notarizationRequired", required).containsEntry("stateRegister", register);
    }
}
