package mn.eland.sale.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.UUID;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.workflow.CalledProcess;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Values;
import mn.eland.workflow.WorkflowTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Each way a dispute can go; the money is paid by a process of payment, which is played. */
@WorkflowTest(models = "processes/sale/settle-dispute.bpmn, decisions/sale/dispute-deadlines.dmn, forms/sale/*.form")
@Import(DisputeSteps.class)
class SettleDisputeScenarios {

    private static final Money PART = Money.of(4_000_000);

    @MockitoBean Disputes disputes;
    @Autowired EngineScenario engine;
    private CalledProcess payDisputed;

    @BeforeEach
    void moneyIsPaid() {
        payDisputed = engine.calledProcess("payDisputed").answers(Values.none());
        when(disputes.decided(any(), any(), any())).thenReturn(true);
    }

    @Test
    void anAcceptedClaimIsPaidAtOnce() {
        var dispute = aDispute();

        reply(dispute, "ACCEPT", Values.of(DisputeVariables.OUTCOME, "ACCEPTED").with(DisputeVariables.TO_BUYER, PART));

        ended(dispute, "ACCEPTED");
        engine.assertThat(dispute).hasPassedInOrder("setDisputeDeadlines", "answerDispute", "isClaimAccepted", "recordOutcome", "payDisputed",
                "closeDispute", "disputeSettled").hasNotPassed("mediateDispute");
    }

    @Test
    void aPartThatIsOfferedAndTakenEndsTheDispute() {
        var dispute = aDispute();

        reply(dispute, "SPLIT", Values.none());
        engine.complete(dispute, "answerSplit", Values.of(DisputeVariables.SPLIT_ACCEPTED, true).with(DisputeVariables.OUTCOME, "AGREED")
                .with(DisputeVariables.TO_BUYER, PART));

        ended(dispute, "AGREED");
        engine.assertThat(dispute).hasPassed("answerSplit").hasNotPassed("mediateDispute");
    }

    @Test
    void aPartThatIsNotTakenGoesToTheMediator() {
        var dispute = aDispute();

        reply(dispute, "SPLIT", Values.none());
        engine.complete(dispute, "answerSplit", Values.of(DisputeVariables.SPLIT_ACCEPTED, false));
        mediated(dispute, true);

        ended(dispute, "MEDIATED");
    }

    @Test
    void whoDoesNotAnswerAnOfferIsHeardByTheMediator() {
        var dispute = aDispute();

        reply(dispute, "SPLIT", Values.none());
        engine.passes(Duration.ofDays(8));
        mediated(dispute, true);

        ended(dispute, "MEDIATED");
        engine.assertThat(dispute).hasPassed("splitOverdue");
    }

    @Test
    void withoutASettlementAnAwardIsWaitedForAndReadByTwo() {
        var dispute = aDispute();
        reply(dispute, "REFUSE", Values.none());
        mediated(dispute, false);

        award(dispute, false);
        verify(disputes, never()).decided(any(), any(), any());
        engine.assertThat(dispute).isWaitingAt("enterAward");
        award(dispute, true);

        ended(dispute, "AWARDED");
        engine.assertThat(dispute).hasPassed("mediateDispute", "enterAward", "confirmAward");
    }

    @Test
    void silenceLeadsToTheMediatorAndAMediationWithoutEndToTheAward() {
        var dispute = aDispute();

        engine.passes(Duration.ofDays(13));
        engine.assertThat(dispute).isWaitingAt("answerDispute");
        engine.passes(Duration.ofDays(2));
        engine.assertThat(dispute).hasPassed("replyOverdue").isWaitingAt("mediateDispute");
        engine.passes(Duration.ofDays(31));
        engine.assertThat(dispute).hasPassed("mediationOver").isWaitingAt("enterAward");
        engine.passes(Duration.ofDays(400));
        engine.assertThat(dispute).isWaitingAt("enterAward");
        award(dispute, true);

        ended(dispute, "AWARDED");
    }

    @Test
    void aWithdrawnClaimGivesTheMoneyBackWithoutAnOutcome() {
        var dispute = aDispute();
        reply(dispute, "REFUSE", Values.none());

        engine.tell(dispute, "DisputeWithdrawn", Values.none());
        engine.runJobs();

        engine.assertThat(dispute).hasPassed("returnDisputed", "closeClaim", "claimClosed").hasNotPassed("recordOutcome").isEnded();
        assertThat(payDisputed.calls()).singleElement().satisfies(call -> assertThat(call).doesNotContainKeys("toBuyerMnt", "dealOver"));
        verify(disputes).close(dispute);
    }

    private CaseRef aDispute() {
        return engine.start("settleDispute", Values.of(DisputeVariables.CLAIMANT, new UUID(0, 3).toString())
                .with(DisputeVariables.RESPONDENT, new UUID(0, 1).toString()).with(DisputeVariables.CLAIM, Money.of(10_000_000))
                .with(DisputeVariables.CLAIM_REPLY, "P14D").with(DisputeVariables.MEDIATION_TERM, "P30D").with(DisputeVariables.ARBITRATION_TERM, "P60D"));
    }

    private void reply(CaseRef dispute, String reply, Values more) {
        var values = Values.of(DisputeVariables.REPLY, reply);
        engine.complete(dispute, "answerDispute", more.raw().isEmpty() ? values : more.with(DisputeVariables.REPLY, reply));
        engine.runJobs();
    }

    private void mediated(CaseRef dispute, boolean settled) {
        var values = Values.of(DisputeVariables.SETTLED, settled);
        engine.complete(dispute, "mediateDispute", settled ? values.with(DisputeVariables.OUTCOME, "MEDIATED").with(DisputeVariables.TO_BUYER, PART) : values);
        engine.runJobs();
    }

    private void award(CaseRef dispute, boolean confirmed) {
        engine.complete(dispute, "enterAward", Values.of(DisputeVariables.OUTCOME, "AWARDED").with(DisputeVariables.TO_BUYER, PART));
        engine.complete(dispute, "confirmAward", Values.of(DisputeVariables.AWARD_CONFIRMED, confirmed));
        engine.runJobs();
    }

    private void ended(CaseRef dispute, String outcome) {
        engine.runJobs();
        verify(disputes).decided(dispute, outcome, PART);
        verify(disputes).close(dispute);
        assertThat(payDisputed.calls()).singleElement().satisfies(call -> assertThat(call).containsEntry("toBuyerMnt", PART.tugrug()).containsEntry("dealOver", true));
        engine.assertThat(dispute).hasPassed("disputeSettled").isEnded();
    }
}
