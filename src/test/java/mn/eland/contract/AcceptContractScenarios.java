package mn.eland.contract;

import static java.time.Duration.ofDays;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.util.Map;
import java.util.UUID;
import mn.eland.kernel.CaseRef;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Values;
import mn.eland.workflow.WorkflowTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@WorkflowTest(models = "processes/contract/*.bpmn, forms/contract/*.form")
@Import(ContractSteps.class)
class AcceptContractScenarios {

    private static final UUID DOCUMENT = UUID.randomUUID();

    @MockitoBean Contracts contracts;
    @MockitoBean DocumentSigning signing;
    @Autowired EngineScenario engine;

    @Test
    void contractIsAcceptedWhenEverySignerHasAccepted() {
        var sale = start(new UUID(0, 1) + "\n" + new UUID(0, 3));

        engine.complete(sale, "acceptDocument", Values.none());
        engine.assertThat(sale).isWaitingAt("acceptDocument");
        engine.complete(sale, "acceptDocument", Values.none());
        engine.assertThat(sale).isWaitingAt("signDocument");
        engine.runJobs();

        engine.assertThat(sale).hasPassedInOrder("contractDrafted", "acceptDocument", "signDocument", "contractAccepted").isEnded();
        verify(signing).sign(DOCUMENT);
        verify(contracts, never()).withdraw(DOCUMENT, VoidReason.NOT_ACCEPTED);
    }

    @Test
    void documentIsWithdrawnWhenASignerLetsTheTimePass() {
        var sale = start(new UUID(0, 1) + "\n" + new UUID(0, 3));
        engine.complete(sale, "acceptDocument", Values.none());

        engine.passes(ofDays(4));

        engine.assertThat(sale).hasPassed("acceptanceOverdue", "withdrawDocument", "contractNotAccepted")
                .hasNotPassed("contractAccepted").isEnded();
        verify(contracts).withdraw(DOCUMENT, VoidReason.NOT_ACCEPTED);
    }

    @Test
    void nobodyIsAskedWhenEverybodyHasAcceptedBefore() {
        var sale = start("");

        engine.runJobs();

        engine.assertThat(sale).hasPassed("contractAccepted").isEnded();
    }

    private CaseRef start(String signers) {
        return engine.start("acceptContract", EngineScenario.values(Map.of("documentId", DOCUMENT.toString(), "signerIds", signers,
                "acceptWithin", "P3D")));
    }
}
