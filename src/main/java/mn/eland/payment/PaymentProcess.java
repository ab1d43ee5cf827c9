package mn.eland.payment;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.payment.Payments.Purpose;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/** Tells the engine what happened to money. */
@Component
class PaymentProcess {

    private static final long WHOLE = 100;

    private final Workflow workflow;
    private final ElandClock clock;

    PaymentProcess(Workflow workflow, ElandClock clock) {
        this.workflow = workflow;
        this.clock = clock;
    }

    /** Nobody may be waiting any more: then the money is in escrow and the case will find it there. */
    void escrowFunded(CaseRef caseRef, Purpose purpose) {
        workflow.tell(caseRef, "EscrowFunded", Values.of(PaymentVariables.PURPOSE, purpose), Values.none());
    }

    Outcome<Void> releaseAnswered(CaseRef caseRef, String task, Actor actor, String approval) {
        return workflow.complete(caseRef, task, actor, Values.of(PaymentVariables.APPROVAL, approval));
    }

    Outcome<Void> holdResolved(CaseRef caseRef, Actor actor, boolean registered, boolean handoverSigned) {
        return workflow.complete(caseRef, "resolveHold", actor, Values.of(PaymentVariables.REGISTERED, registered)
                .with(PaymentVariables.HANDOVER_SIGNED, handoverSigned));
    }

    Outcome<Void> freezeLifted(CaseRef caseRef, Actor actor) {
        return workflow.complete(caseRef, "liftFreeze", actor, Values.of(PaymentVariables.RISK_OUTCOME, "pass"));
    }

    /** Nobody divides alone what nobody would release alone: the table of the release says from which sum on. */
    Outcome<Void> sharesDecided(CaseRef caseRef, Actor officer, long sellerPct, Money sum) {
        boolean large = approvals(sum) > 1;
        return workflow.complete(caseRef, "decideShares", officer, Values.of(PaymentVariables.SELLER_PCT, sellerPct)
                .with(PaymentVariables.BUYER_PCT, WHOLE - sellerPct).with(PaymentVariables.APPROVAL, large ? "AGAIN" : "APPROVED"));
    }

    private int approvals(Money sum) {
        var released = new HashMap<String, Object>(Map.of("registered", true, "handoverSigned", true, "taxPaid", true, "disputeOpen", false,
                "deadlinePassed", false, "awardFinal", false, "notaryRefused", false, "riskOutcome", "pass",
                "mortgagePayoff", 0L, "amountMnt", sum.tugrug()));
        released.put("fourEyesThreshold", fourEyesThreshold());
        return ((Number) workflow.decide("escrowRelease", released).get(0).get("approvals")).intValue();
    }

    Outcome<Void> sharesConfirmed(CaseRef caseRef, Actor officer, boolean approved) {
        return workflow.complete(caseRef, "confirmShares", officer, Values.of(PaymentVariables.APPROVAL, approved ? "APPROVED" : "REFUSED"));
    }

    /** From how many tögrög on two people approve a release. */
    long fourEyesThreshold() {
        return Long.parseLong(parameter("escrow.fourEyes.threshold"));
    }

    /** When a term that begins now ends. */
    Instant ends(String term) {
        return workflow.plus(clock.instant(), term);
    }

    /** A number or term that analysts set, from the table of parameters. */
    String parameter(String key) {
        return workflow.parameter(key);
    }
}
