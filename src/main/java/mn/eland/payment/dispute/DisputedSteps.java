package mn.eland.payment.dispute;

import mn.eland.kernel.Money;
import mn.eland.payment.release.Disputed;
import mn.eland.workflow.CaseKey;
import mn.eland.workflow.Variable;
import mn.eland.workflow.Workflow;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What "Pay disputed money" asks of us, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class DisputedSteps {

    /** Not set when the claim was withdrawn. */
    private static final Variable<Money> TO_BUYER = Variable.money("toBuyerMnt");
    private static final Variable<Boolean> DEAL_OVER = Variable.flag("dealOver");
    private static final Variable<Boolean> KEPT_BACK = Variable.flag("keptBack");
    private static final Variable<String> APPROVE_WITHIN = Variable.text("approveWithin");

    @Bean
    JavaDelegate divideDisputed(Disputed disputed, Workflow workflow) {
        return step -> {
            disputed.divide(CaseKey.of(step), TO_BUYER.get(step), Boolean.TRUE.equals(DEAL_OVER.get(step)));
            APPROVE_WITHIN.set(step, workflow.parameter("release.approveWithin"));
        };
    }

    @Bean
    JavaDelegate payBuyerPart(Disputed disputed) {
        return step -> KEPT_BACK.set(step, disputed.payBuyer(CaseKey.of(step)).keptBack());
    }

    @Bean
    JavaDelegate paySellerPart(Disputed disputed) {
        return step -> {
            boolean keptBack = disputed.paySeller(CaseKey.of(step)).keptBack();
            KEPT_BACK.set(step, keptBack || KEPT_BACK.get(step));
        };
    }
}
