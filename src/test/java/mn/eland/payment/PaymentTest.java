package mn.eland.payment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import mn.eland.kernel.InPerson;
import mn.eland.store.vault.VaultSlice;
import mn.eland.workflow.WorkflowTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The whole module on the engine and a real database; bank and gateway are played, so that they can fail at any moment. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WorkflowTest(models = "processes/payment/*.bpmn, decisions/payment/*.dmn, decisions/workflow/*.dmn, forms/payment/*.form")
@Import({PaymentTest.Module.class, PlayedBank.class, PlayedGateway.class, PlayedFreezes.class, InPerson.class, VaultSlice.class})
@TestPropertySource(properties = {"eland.payment.watch=false", "eland.base-url=http://localhost:8080"})
@interface PaymentTest {

    /** The module without its pages. */
    @ComponentScan(basePackages = "mn.eland.payment",
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = {".*Tests?", ".*Scenarios.*", ".*Played.*", ".*\\.web\\..*(Pages|Api|Callback)"}))
    @org.springframework.boot.context.properties.EnableConfigurationProperties(PaymentProperties.class)
    class Module {
    }
}
