package mn.eland.sale;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import mn.eland.contract.spi.Signatures;
import mn.eland.sale.risk.Risk;
import mn.eland.sale.suspicion.Suspicions;
import mn.eland.sale.watch.Supervision;
import mn.eland.workflow.WorkflowTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The processes of a sale with their doors mocked. One context for all that keep to it: inject the mocks, not your own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WorkflowTest(models = "processes/sale/*.bpmn, decisions/sale/*.dmn, decisions/payment/late-penalty.dmn, forms/sale/*.form")
@Import({SaleSteps.class, ListingStepsStandIn.class})
@MockitoBean(types = {SaleCourse.class, CallOff.class, Supervision.class, Risk.class, Signatures.class, Suspicions.class})
@ExtendWith(ForgettingStandIns.class)
@interface SaleProcessTest {
}
