package mn.eland.sale;

import java.io.IOException;
import java.nio.file.Path;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.Simulators.Behaviour;
import mn.eland.sale.FaultStage.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The cases that hurt most: what was done and not answered, and callbacks as they come. The measuring run walks them all. */
@ElandTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultWalkTests {

    @Autowired ApplicationContext context;
    @Autowired Simulators simulators;
    private FaultWalk faults;

    @BeforeAll
    void walk() {
        faults = new FaultWalk(context, simulators);
    }

    /** Whoever came before may have left the other side misbehaving, and another time. */
    @BeforeEach
    @AfterEach
    void back() {
        simulators.allSwitchesOff();
        faults.back();
    }

    @AfterAll
    void print() throws IOException {
        faults.table().print(Path.of("target", "fault-walk.txt"));
    }

    @Test
    void nothingIsLostOrDoubledWhenEachCallIsDoneAndNotAnswered() {
        faults.sale(Fault.of(Behaviour.TIMEOUT_AFTER, "300"));
    }

    @Test
    void aRefundThatIsDoneAndNotAnsweredIsMadeOnce() {
        faults.refund(Fault.of(Behaviour.TIMEOUT_AFTER, "300"));
    }

    @Test
    void anApplicationIsTakenBackOnceWhenTheAnswerIsLost() {
        faults.takenBack(Fault.of(Behaviour.TIMEOUT_AFTER, "300"));
    }

    @Test
    void callbacksAreHintsAndNothingMore() {
        faults.callbacks();
    }
}
