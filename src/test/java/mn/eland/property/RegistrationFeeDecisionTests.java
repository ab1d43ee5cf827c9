package mn.eland.property;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationFeeDecisionTests extends DecisionTest {

    RegistrationFeeDecisionTests() {
        super("property", "registrationFee", DecisionTable.facts("normalWorkingDays", 5, "urgentHours", 8));
    }

    @ParameterizedTest
    @CsvSource({"SALE, NORMAL, 20000, P5D working", "SALE, URGENT, 40000, PT8H working", "REFERENCE, NORMAL, 5000, P1D working",
            "REFERENCE, URGENT, 10000, PT4H", "LEASE, NORMAL, 10000, P3D working", "MORTGAGE, NORMAL, 20000, P3D working",
            "MORTGAGE_RELEASE, NORMAL, 10000, P2D working", "LAND_FIRST, NORMAL, 0, P9D working",
            "CERT_DUPLICATE, NORMAL, 20000, P5D working"})
    void serviceAndUrgencyDecide(String service, String urgency, long fee, String term) {
        var answer = answer("service", service, "urgency", urgency);

        assertThat(((Number) answer.get("registrationFeeMnt")).longValue()).isEqualTo(fee);
        assertThat(answer).containsEntry("registrationTerm", term);
    }

    @Test
    void theTermsOfASaleAreParameters() {
        assertThat(answer("service", "SALE", "urgency", "NORMAL", "normalWorkingDays", 3L)).containsEntry("registrationTerm", "P3D working");
        assertThat(answer("service", "SALE", "urgency", "URGENT", "urgentHours", 4L)).containsEntry("registrationTerm", "PT4H working");
    }

    /** Who only wants to know the fee knows no terms. */
    @Test
    void theFeeIsToldWithoutTheTerms() {
        assertThat(answer("service", "SALE", "urgency", "NORMAL", "normalWorkingDays", null)).containsEntry("registrationFeeMnt", 20_000L);
    }
}
