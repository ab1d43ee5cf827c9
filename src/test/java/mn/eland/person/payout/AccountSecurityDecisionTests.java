package mn.eland.person.payout;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountSecurityDecisionTests extends DecisionTest {

    AccountSecurityDecisionTests() {
        super("person", "accountSecurity", DecisionTable.facts("newDevice", false, "newCountry", false, "passwordResetHours", 1_000_000, "payoutChangedHours",
                1_000_000, "simSwapDays", 1_000_000, "faceMatch", 1.0, "ibanNameMatch", true, "emailAgeDays", 400, "failedLogins1h", 0, "velocityKmh", 0));
    }

    @Test
    void anOrdinaryChangeGivesNoSign() {
        assertThat(rules()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"newDevice,true,15,NEW_DEVICE", "newCountry,true,20,NEW_COUNTRY", "ibanNameMatch,false,40,IBAN_NAME"})
    void whatIsSoOrNotCounts(String fact, boolean value, int points, String code) {
        assertThat(answer(fact, value)).containsEntry("points", points).containsEntry("code", code);
    }

    @ParameterizedTest
    @CsvSource({"passwordResetHours,23,24,20,RESET", "payoutChangedHours,23,24,30,PAYOUT_CHANGE", "simSwapDays,2,3,40,SIM_SWAP",
            "emailAgeDays,6,7,10,NEW_EMAIL", "failedLogins1h,6,5,15,BRUTE", "velocityKmh,901,900,35,IMPOSSIBLE_TRAVEL"})
    void countsHaveTheirLimits(String fact, int seen, int unseen, int points, String code) {
        assertThat(answer(fact, seen)).containsEntry("points", points).containsEntry("code", code);
        assertThat(rules(fact, unseen)).isEmpty();
    }

    @Test
    void aFaceThatHardlyMatchesCounts() {
        assertThat(answer("faceMatch", 0.79)).containsEntry("points", 40).containsEntry("code", "FACE_LOW");
        assertThat(rules("faceMatch", 0.80)).isEmpty();
    }

    @Test
    void severalSignsCountTogether() {
        assertThat(column("points", "newDevice", true, "payoutChangedHours", 1, "ibanNameMatch", false)).containsExactly(15, 30, 40);
    }
}
