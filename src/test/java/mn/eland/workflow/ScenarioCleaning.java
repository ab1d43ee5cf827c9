package mn.eland.workflow;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Leaves nothing behind for the next test of the same context. */
class ScenarioCleaning implements TestExecutionListener {

    @Override
    public void afterTestMethod(TestContext test) {
        test.getApplicationContext().getBean(EngineScenario.class).clean();
    }
}
