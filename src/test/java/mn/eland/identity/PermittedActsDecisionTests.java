package mn.eland.identity;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import mn.eland.identity.verification.Act;
import mn.eland.identity.verification.Standing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PermittedActsDecisionTests extends DecisionTest {

    PermittedActsDecisionTests() {
        super("identity", "permittedActs", DecisionTable.facts("standing", "VERIFIED", "act", "OFFER"));
    }

    @ParameterizedTest
    @EnumSource(Standing.State.class)
    void anybodyMayLookAround(Standing.State standing) {
        assertThat(answer("standing", standing.name(), "act", "LOOK")).containsEntry("permitted", true);
    }

    @ParameterizedTest
    @CsvSource({"NONE, false, NOT_VERIFIED", "OPEN, false, VERIFICATION_OPEN", "VERIFIED, true, OK", "DUE, true, OK", "EXPIRED, false, VERIFICATION_OVER",
            "DECLINED, false, PARTY_DECLINED"})
    void whoIsProvenMayDeal(String standing, boolean permitted, String code) {
        for (var act : new Act[] {Act.OFFER, Act.SIGN, Act.RECEIVE}) {
            assertThat(answer("standing", standing, "act", act.name())).containsEntry("permitted", permitted).containsEntry("permitCode", code);
        }
    }
}
