package mn.eland.person.payout;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayoutChangeDecisionTests extends DecisionTest {

    PayoutChangeDecisionTests() {
        super("person", "payoutChange", DecisionTable.facts("points", 0, "firstAccount", false));
    }

    @ParameterizedTest
    @CsvSource({"0,false,false,true", "69,false,false,true", "70,false,true,true", "70,true,true,true", "0,true,false,false", "39,true,false,false", "40,true,false,true"})
    void everyChangeCoolsAndAllButAPlainFirstAccountAreSeenBySomebody(long points, boolean first, boolean stopped, boolean second) {
        assertThat(answer("points", points, "firstAccount", first)).containsEntry("payoutsStopped", stopped).containsEntry("secondPerson", second)
                .containsEntry("coolingTime", "PT24H").containsEntry("confirmWithin", "P1D working");
    }
}
