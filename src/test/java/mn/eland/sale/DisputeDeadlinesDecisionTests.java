package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.api.Test;

class DisputeDeadlinesDecisionTests extends DecisionTest {

    DisputeDeadlinesDecisionTests() {
        super("sale", "disputeDeadlines", DecisionTable.facts("claimReply", "P14D", "mediationTerm", "P30D", "arbitrationTerm", "P60D"));
    }

    @Test
    void theOtherSideHasAFortnightAndTheMediatorAMonth() {
        assertThat(answer("claimMnt", 1L)).isEqualTo(Map.of("replyWithin", "P14D", "splitWithin", "P7D", "mediateWithin", "P30D",
                "awardWithin", "P60D", "confirmWithin", "PT4H"));
    }

    @Test
    void replyMediationAndAwardAreParameters() {
        assertThat(answer("claimMnt", 1L, "claimReply", "P10D", "mediationTerm", "P20D", "arbitrationTerm", "P90D"))
                .containsEntry("replyWithin", "P10D").containsEntry("mediateWithin", "P20D").containsEntry("awardWithin", "P90D");
    }
}
