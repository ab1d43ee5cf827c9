package mn.eland.payment;

import static mn.eland.payment.PaymentVariables.ACTION;
import static mn.eland.payment.PaymentVariables.AMOUNT;
import static mn.eland.payment.PaymentVariables.APPROVALS;
import static mn.eland.payment.PaymentVariables.APPROVE_WITHIN;
import static mn.eland.payment.PaymentVariables.AWARD_FINAL;
import static mn.eland.payment.PaymentVariables.DEADLINE_PASSED;
import static mn.eland.payment.PaymentVariables.DISPUTE_OPEN;
import static mn.eland.payment.PaymentVariables.FOUR_EYES_THRESHOLD;
import static mn.eland.payment.PaymentVariables.HANDOVER_SIGNED;
import static mn.eland.payment.PaymentVariables.MORTGAGE_PAYOFF;
import static mn.eland.payment.PaymentVariables.NOTARY_REFUSED;
import static mn.eland.payment.PaymentVariables.PAID_OUT;
import static mn.eland.payment.PaymentVariables.PAYOFF_DUE;
import static mn.eland.payment.PaymentVariables.REGISTERED;
import static mn.eland.payment.PaymentVariables.RELEASE_STEP;
import static mn.eland.payment.PaymentVariables.RETENTION_AGREED;
import static mn.eland.payment.PaymentVariables.RISK_OUTCOME;
import static mn.eland.payment.PaymentVariables.TAX_PAID;

import java.math.BigDecimal;
import java.util.List;
import mn.eland.payment.Payments.ReleaseStep;
import mn.eland.payment.release.Disputed;
import mn.eland.payment.release.Freezing;
import mn.eland.payment.release.Releasing;
import mn.eland.workflow.CaseKey;
import mn.eland.workflow.Variable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What "Release escrow" and "Check release" ask of us, in the order of the diagrams. */
@Configuration(proxyBeanMethods = false)
class ReleaseSteps {

    private static final String BLOCKED = "block";

    private static final List<Variable<Boolean>> QUESTIONS = List.of(REGISTERED, HANDOVER_SIGNED, DEADLINE_PASSED, AWARD_FINAL,
            NOTARY_REFUSED);

    /** The books know the money; what nobody has said is not so. Whatever the risk was, a frozen case is blocked. */
    @Bean
    JavaDelegate gatherReleaseFacts(Releasing releasing, Disputed disputed, Freezing freezing, PaymentProcess process) {
        return step -> {
            var facts = releasing.facts(CaseKey.of(step));
            AMOUNT.set(step, facts.price());
            MORTGAGE_PAYOFF.set(step, facts.payoffLeft());
            TAX_PAID.set(step, facts.taxPaid());
            DISPUTE_OPEN.set(step, disputed.isToSetAside(CaseKey.of(step)));
            QUESTIONS.forEach(question -> question.set(step, isSaid(question, step)));
            APPROVE_WITHIN.set(step, process.parameter("release.approveWithin"));
            FOUR_EYES_THRESHOLD.set(step, process.fourEyesThreshold());
            RISK_OUTCOME.set(step, freezing.isFrozen(CaseKey.of(step)) ? BLOCKED : RISK_OUTCOME.get(step) == null ? "pass" : RISK_OUTCOME.get(step));
        };
    }

    private static boolean isSaid(Variable<Boolean> question, DelegateExecution step) {
        return Boolean.TRUE.equals(question.get(step));
    }

    @Bean
    JavaDelegate planRelease(Releasing releasing, PaymentProcess process) {
        return step -> {
            var retained = AMOUNT.get(step).percent(new BigDecimal(process.parameter("escrow.retentionPct")));
            var next = releasing.plan(CaseKey.of(step), ACTION.get(step), APPROVALS.get(step).intValue(), retained);
            RELEASE_STEP.set(step, next == ReleaseStep.PAYOFF ? ReleaseStep.RELEASE : next);
            PAYOFF_DUE.set(step, next == ReleaseStep.PAYOFF);
        };
    }

    /** The rest goes on: nothing of it is disputed. */
    @Bean
    JavaDelegate setDisputedAside(Disputed disputed) {
        return step -> disputed.setAside(CaseKey.of(step));
    }

    @Bean
    JavaDelegate freezeEscrow(Freezing freezing) {
        return step -> freezing.freeze(CaseKey.of(step));
    }

    @Bean
    JavaDelegate unfreezeEscrow(Freezing freezing) {
        return step -> freezing.unfreeze(CaseKey.of(step));
    }

    @Bean
    JavaDelegate payMortgage(Releasing releasing) {
        return step -> releasing.payMortgage(CaseKey.of(step));
    }

    @Bean
    JavaDelegate paySeller(Releasing releasing) {
        return step -> releasing.paySeller(CaseKey.of(step));
    }

    @Bean
    JavaDelegate payBroker(Releasing releasing) {
        return step -> releasing.payBroker(CaseKey.of(step));
    }

    @Bean
    JavaDelegate sweepPlatformFee(Releasing releasing) {
        return step -> releasing.sweepPlatformFee(CaseKey.of(step));
    }

    /**
     * What the parties have agreed to retain is not left over: their case asks for it again. What a freeze has kept is not for
     * an officer to resolve: the table is asked again.
     */
    @Bean
    JavaDelegate closeEscrow(Releasing releasing, Freezing freezing) {
        return step -> {
            PAID_OUT.set(step, releasing.isPaidOut(CaseKey.of(step))
                    || isSaid(RETENTION_AGREED, step) && releasing.isRetentionLeft(CaseKey.of(step)));
            if (!isSaid(PAID_OUT, step) && freezing.isFrozen(CaseKey.of(step))) {
                RELEASE_STEP.set(step, ReleaseStep.FREEZE);
            }
        };
    }
}
