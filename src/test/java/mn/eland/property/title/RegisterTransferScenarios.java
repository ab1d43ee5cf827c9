package mn.eland.property.title;

import static java.time.Duration.ofDays;
import static mn.eland.workflow.EngineScenario.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import mn.eland.workflow.WorkflowTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@WorkflowTest(models = "processes/property/*.bpmn, decisions/property/*.dmn, forms/property/*.form")
@Import(PropertySteps.class)
class RegisterTransferScenarios {

    @MockitoBean TitleDesk desk;
    @Autowired EngineScenario engine;
    @Autowired Workflow workflow;

    @BeforeEach
    void counterIsOpen() {
        when(desk.filingTerms(any())).thenReturn(new TitleDesk.FilingTerms("SALE", "NORMAL", 5, 8, "P10D", "P14D"));
        when(desk.fileTransfer(any(), any(), any(), any(), any(), any())).thenReturn("F-1", "F-2");
    }

    private CaseRef filed() {
        var sale = engine.start("registerTransfer", values(Map.of("propertyId", "00000000-0000-0001-0000-000000000001",
                "sellerId", "00000000-0000-0000-0000-000000000001", "buyerId", "00000000-0000-0000-0000-000000000003",
                "priceMnt", 285_000_000L)));
        engine.runJobs();
        return sale;
    }

    @Test
    void registeredTransferEndsWell() {
        var sale = filed();
        assertThat(engine.variable(sale, "registrationFeeMnt")).as("asked where it is paid, not kept").isNull();
        assertThat(engine.variable(sale, "registrationTerm")).isEqualTo("P5D working");

        engine.tell(sale, "TransferRegistered", Values.none());

        engine.assertThat(sale).hasPassedInOrder("prepareFiling", "chooseRegistrationTerm", "fileTransfer", "hearRegistrar", "transferRegistered").isEnded();
        assertThat(engine.variable(sale, "filingNo")).isEqualTo("F-1");
        verify(desk).fileTransfer(eq(sale), eq(sale + ":fileTransfer"), any(), any(), any(), eq(Money.of(285_000_000)));
    }

    @Test
    void slowRegistrarIsChasedWhileTheCaseGoesOnWaiting() {
        var sale = filed();

        engine.passes(ofDays(11));
        engine.assertThat(sale).isWaitingAt("chaseRegistrar", "hearRegistrar");
        engine.complete(sale, "chaseRegistrar", Values.none());
        engine.tell(sale, "TransferRegistered", Values.none());

        engine.assertThat(sale).hasPassed("registrarChased", "transferRegistered").isEnded();
    }

    @Test
    void answerMakesChasingNeedless() {
        var sale = filed();

        engine.passes(ofDays(11));
        engine.tell(sale, "TransferRegistered", Values.none());

        engine.assertThat(sale).hasPassed("transferRegistered").hasNotPassed("registrarChased").isEnded();
        assertThat(workflow.isOpen(sale, "chaseRegistrar")).isFalse();
    }

    @Test
    void refusedFilingIsFixedAndFiledAgain() {
        var sale = filed();

        engine.passes(ofDays(11));
        engine.tell(sale, "TransferRefused", Values.none());
        engine.assertThat(sale).isWaitingAtExactly("fixFiling");
        engine.complete(sale, "fixFiling", values(Map.of("refile", true)));
        engine.runJobs();
        engine.tell(sale, "TransferRegistered", Values.none());

        engine.assertThat(sale).hasPassed("filingSentBack", "fixFiling", "transferRegistered").isEnded();
        verify(desk, times(2)).fileTransfer(any(), any(), any(), any(), any(), any());
        assertThat(engine.variable(sale, "filingNo")).isEqualTo("F-2");
    }

    @Test
    void filingThatIsNotFixedInTimeIsOver() {
        var sale = filed();

        engine.tell(sale, "TransferRefused", Values.none());
        engine.passes(ofDays(15));

        engine.assertThat(sale).hasPassed("fixOverdue", "filingLapsed").isEnded();
    }

    @Test
    void agentMayGiveUp() {
        var sale = filed();

        engine.tell(sale, "TransferRefused", Values.none());
        engine.complete(sale, "fixFiling", values(Map.of("refile", false)));

        engine.assertThat(sale).hasPassed("registrationGivenUp").isEnded();
    }

    @Test
    void whatNobodyCanPutRightIsOverAtOnce() {
        var sale = filed();

        engine.tell(sale, "TransferRefused", values(Map.of("filingGround", "ARREST")));

        engine.assertThat(sale).hasPassed("decideFilingRemedy", "registrationBarred").hasNotPassed("fixFiling").isEnded();
    }

    @Test
    void lateAnswerHarmsNothing() {
        var sale = filed();
        engine.tell(sale, "TransferRegistered", Values.none());

        var told = workflow.tell(sale, "TransferRefused", Values.none());

        assertThat(told.refusal().code()).isEqualTo("NOT_WAITING");
    }
}
