package mn.eland.sale;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.UUID;
import mn.eland.kernel.CaseRef;
import mn.eland.sale.burden.Burdens;
import mn.eland.sale.risk.Risk;
import mn.eland.sale.suspicion.Suspicions;
import mn.eland.sale.watch.Supervision;
import mn.eland.workflow.CalledProcess;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Values;
import mn.eland.workflow.Variable;
import mn.eland.workflow.Workflow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One test for each end of "Recheck burden", for its timer, and for the gate at which the sale halts meanwhile. */
@SaleProcessTest
class RecheckBurdenScenarios {

    private static final Variable<String> ANSWER = Variable.text("burdenAnswer");

    @Autowired SaleCourse course;
    @Autowired CallOff callOff;
    @Autowired Supervision supervision;
    @Autowired Risk risk;
    @Autowired Suspicions suspicions;
    @Autowired Burdens burdens;
    @Autowired EngineScenario engine;
    @Autowired Workflow workflow;
    private CalledProcess checkTitle;

    @BeforeEach
    void terms() {
        when(burdens.term(any(), any())).thenReturn("P1D");
        when(burdens.timeLeft(any())).thenReturn("P4D");
        checkTitle = engine.calledProcess("checkTitle").answers(Values.of(Variable.text("titleDecision"), "OK"));
        when(risk.compute(any())).thenReturn(SellPropertyScenarios.signs(1.0));
        when(risk.weigh(any(), any(), any())).thenReturn(SellPropertyScenarios.weight(0));
    }

    @Test
    void aBurdenThatTheRegisterKnowsNoMoreIsLifted() {
        when(burdens.isGone(any())).thenReturn(true);
        var sale = found();

        engine.complete(sale, "answerBurden", Values.of(ANSWER, "GONE"));
        engine.runJobs();

        engine.assertThat(sale).hasPassedInOrder("answerBurden", "lookAgain", "liftBurden", "burdenCleared").isEnded();
        verify(burdens).lift(sale);
    }

    @Test
    void aBurdenThatIsOnlySaidToBeGoneStaysForTheTimeThatIsLeft() {
        var sale = found();

        engine.complete(sale, "answerBurden", Values.of(ANSWER, "GONE"));
        engine.runJobs();
        engine.assertThat(sale).isWaitingAt("answerBurden");
        engine.passes(ofDays(4).plusMinutes(1));

        engine.assertThat(sale).hasPassed("burdenOverdue", "endDeal", "burdenStands").isEnded();
        verify(burdens).stands(sale);
        verify(burdens, never()).lift(any());
    }

    @Test
    void theDealEndsAtOnceWhenTheBurdenStays() {
        var sale = found();

        engine.complete(sale, "answerBurden", Values.of(ANSWER, "STAYS"));

        engine.assertThat(sale).hasPassed("endDeal", "burdenStands").hasNotPassed("lookAgain").isEnded();
        verify(burdens).stands(sale);
    }

    @Test
    void nobodySeesToTheBurdenOfASaleThatIsOver() {
        var sale = found();

        engine.tell(sale, "BurdenOvertaken", Values.none());

        engine.assertThat(sale).hasPassed("burdenOvertaken", "nothingToSee").isEnded();
        assertThat(workflow.isOpen(sale, "answerBurden")).isFalse();
        verify(burdens, never()).stands(any());
    }

    @Test
    void aSaleHaltsAtItsGateUntilTheBurdenIsLifted() {
        when(burdens.isOpen(any())).thenReturn(true);
        var sale = atTheGate();

        engine.assertThat(sale).isWaitingAt("awaitBurden");
        assertThat(checkTitle.calls()).isEmpty();
        engine.tell(sale, "BurdenLifted", Values.none());
        engine.runJobs();

        engine.assertThat(sale).hasPassed("awaitBurden", "recheckTitle", "dealRechecked").isEnded();
        assertThat(checkTitle.calls()).hasSize(1);
    }

    @Test
    void aNewsThatWasLostIsReadAgainTheNextDay() {
        when(burdens.isOpen(any())).thenReturn(true).thenReturn(true).thenReturn(false);
        var sale = atTheGate();

        engine.passes(ofDays(1).plusMinutes(1));
        engine.assertThat(sale).isWaitingAt("awaitBurden");
        engine.passes(ofDays(1).plusMinutes(1));
        engine.runJobs();

        engine.assertThat(sale).hasPassed("burdenReread", "recheckTitle", "dealRechecked").isEnded();
        assertThat(checkTitle.calls()).hasSize(1);
    }

    private CaseRef found() {
        return engine.start("recheckBurden", Values.of(Variable.text("burdenWithin"), "P14D"));
    }

    private CaseRef atTheGate() {
        var sale = engine.start("recheckDeal", Values.of(SaleVariables.PROPERTY, new UUID(1, 1).toString())
                .with(SaleVariables.SELLER, new UUID(0, 1).toString()));
        engine.runJobs();
        return sale;
    }
}
