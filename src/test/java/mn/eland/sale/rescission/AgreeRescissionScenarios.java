package mn.eland.sale.rescission;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.util.UUID;
import mn.eland.contract.spi.Signatures;
import mn.eland.kernel.CaseRef;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Values;
import mn.eland.workflow.WorkflowTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Each answer to a proposal, and none. */
@WorkflowTest(models = "processes/sale/agree-rescission.bpmn, forms/sale/answer-rescission.form")
@Import(RescissionSteps.class)
class AgreeRescissionScenarios {

    private static final UUID AGREEMENT = new UUID(0, 2);

    @MockitoBean Signatures signing;
    @MockitoBean Rescissions rescissions;
    @Autowired EngineScenario engine;

    @Test
    void anAcceptedProposalStands() {
        var proposal = aProposal();

        engine.complete(proposal, "answerRescission", Values.of(RescissionVariables.RESCISSION_ACCEPTED, true));

        engine.assertThat(proposal).isWaitingAt("signAgreement");
        engine.runJobs();
        engine.assertThat(proposal).hasPassedInOrder("answerRescission", "signAgreement", "rescissionAgreed").isEnded();
        verify(signing).sign(AGREEMENT);
        verify(rescissions, never()).close(any());
    }

    @Test
    void aRefusedProposalIsClosedAndTheSaleGoesOn() {
        var proposal = aProposal();

        engine.complete(proposal, "answerRescission", Values.of(RescissionVariables.RESCISSION_ACCEPTED, false));

        closed(proposal);
    }

    @Test
    void aProposalLapsesWhenNobodyAnswers() {
        var proposal = aProposal();

        engine.passes(Duration.ofDays(6));
        engine.assertThat(proposal).isWaitingAt("answerRescission");
        engine.passes(Duration.ofDays(2));

        engine.assertThat(proposal).hasPassed("proposalLapsed");
        closed(proposal);
    }

    @Test
    void aProposalIsTakenBackOrOvertaken() {
        var proposal = aProposal();

        engine.tell(proposal, "RescissionWithdrawn", Values.none());

        engine.assertThat(proposal).hasPassed("proposalOvertaken");
        closed(proposal);
    }

    private CaseRef aProposal() {
        return engine.start("agreeRescission", Values.of(RescissionVariables.OTHER, new UUID(0, 1).toString()).with(RescissionVariables.ANSWER_WITHIN, "P7D")
                .with(RescissionVariables.AGREEMENT, AGREEMENT.toString()));
    }

    private void closed(CaseRef proposal) {
        engine.assertThat(proposal).hasPassed("closeProposal", "saleGoesOn").hasNotPassed("rescissionAgreed").isEnded();
        verify(rescissions).close(proposal);
    }
}
