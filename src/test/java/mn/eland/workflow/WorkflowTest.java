package mn.eland.workflow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import mn.eland.TestDatabase;
import org.springframework.boot.test.autoconfigure.properties.PropertyMapping;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * The engine with a real PostgreSQL, the models named here, and nothing else of the application. For process scenarios:
 * import the step beans of the module and mock its door.
 *
 * <pre>{@code
 * @WorkflowTest(models = "processes/sale/*.bpmn, decisions/sale/*.dmn, forms/sale/*.form")
 * @Import(SaleSteps.class)
 * class SellPropertyScenarios {
 *
 *     @MockitoBean Sales sales;
 *     @Autowired EngineScenario engine;
 *
 *     @Test void saleIsCalledOffWhenTheBuyerDoesNotPay() {
 *         engine.calledProcess("checkTitle").answers(Values.of(TITLE_DECISION, "OK"));
 *         engine.calledProcess("collectEscrow").fails("PaymentOverdue");
 *         var sale = engine.start("sellProperty", Values.of(PRICE, Money.of(285_000_000)));
 *
 *         engine.complete(sale, "acceptOffer", Values.none());
 *         engine.runJobs();
 *
 *         engine.assertThat(sale).hasPassedInOrder("acceptOffer", "collectDeposit", "saleCalledOff").isEnded();
 *         verify(sales).releaseProperty(any());
 *     }
 * }
 * }</pre>
 *
 * Steps with {@code asyncBefore} and timers run only when the test says {@link EngineScenario#runJobs()} or lets time
 * pass. After each test the running cases are deleted and the clock is set back.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = WorkflowSlice.class, webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "eland.workflow.job-executor=false")
@ActiveProfiles("test")
@ContextConfiguration(initializers = TestDatabase.class)
@TestExecutionListeners(listeners = ScenarioCleaning.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface WorkflowTest {

    /** Patterns below the class path root, separated by commas. */
    @PropertyMapping("eland.workflow.models")
    String models();
}
