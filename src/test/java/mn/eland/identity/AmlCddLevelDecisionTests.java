package mn.eland.identity;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmlCddLevelDecisionTests extends DecisionTest {

    AmlCddLevelDecisionTests() {
        super("identity", "amlCddLevel", DecisionTable.facts("sanctions", false, "pep", false, "boKnown", true, "remote", false, "nonResident", false, "customerType", "PERSON", "amountMnt", 1_000_000L, "cashShare", 0.0, "countryRisk", "LOW", "cashThreshold", 20_000_000L));
    }

    @ParameterizedTest
    @CsvSource({
            "sanctions, true, PERSON, 1000000, 0, REJECT, compliance_head",
            "boKnown, false, LEGAL, 1000000, 0, REJECT, compliance",
            "boKnown, false, PERSON, 1000000, 0, CDD, agents",
            "pep, true, PERSON, 1000000, 0, EDD, compliance_head",
            "remote, false, PERSON, 20000000, 0.01, EDD, compliance",
            "remote, false, PERSON, 19999999, 0.01, CDD, agents",
            "nonResident, true, PERSON, 300000000, 0, EDD, compliance",
            "nonResident, true, PERSON, 299999999, 0, CDD, agents",
            "remote, false, PERSON, 1000000000, 0, EDD, compliance",
            "remote, false, TRUST_OR_NGO, 1000000, 0, EDD, compliance",
            "remote, false, LEGAL, 1000000, 0, CDD, agents",
            "remote, true, PERSON, 1000000, 0, CDD, agents",
            "remote, false, STATE, 1000000, 0, SDD, agents",
            "remote, false, BANK, 1000000, 0, SDD, agents",
            "remote, false, LISTED, 1000000, 0, SDD, agents",
            "remote, false, PERSON, 1000000, 0, CDD, agents"})
    void personAmountAndMannerDecide(String flag, boolean value, String type, long amount, double cash, String level,
                                     String approver) {
        var answer = answer(flag, value, "customerType", type, "amountMnt", amount, "cashShare", cash);

        assertThat(answer).containsEntry("cddLevel", level).containsEntry("cddApprover", approver);
    }

    @ParameterizedTest
    @CsvSource({"10000000, EDD", "9999999, CDD"})
    void theSumOfCashIsAParameter(long amount, String level) {
        assertThat(answer("amountMnt", amount, "cashShare", 0.01, "cashThreshold", 10_000_000L)).containsEntry("cddLevel", level);
    }

    @ParameterizedTest
    @CsvSource({"HIGH, EDD, P6M", "LOW, CDD, P3Y"})
    void aCountryOfHighRiskNeedsMore(String risk, String level, String refresh) {
        assertThat(answer("countryRisk", risk)).containsEntry("cddLevel", level).containsEntry("refreshEvery", refresh);
    }
}
