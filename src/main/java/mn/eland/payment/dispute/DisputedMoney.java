package mn.eland.payment.dispute;

import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.payment.release.Disputed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Freezes what is disputed. The process "Pay disputed money" gives it out again. */
@Component
@Transactional
public class DisputedMoney {

    private final Disputed disputed;

    DisputedMoney(Disputed disputed) {
        this.disputed = disputed;
    }

    /** The largest sum that may be disputed now; zero when nothing of the parties' own lies in escrow. */
    @Transactional(readOnly = true)
    public Money most(CaseRef caseRef) {
        return disputed.most(caseRef);
    }

    /** Sets the sum aside (2110 or 2120 → 2130); refused with {@code DISPUTE_SUM} when it is more than {@link #most}. One at a time. */
    public Outcome<Void> freeze(CaseRef caseRef, Money sum) {
        var most = disputed.most(caseRef);
        if (!sum.isPositive() || sum.compareTo(most) > 0) {
            return Outcome.refused(Refusal.invalid("DISPUTE_SUM", "sum").with("most", most.toString()));
        }
        disputed.freeze(caseRef, sum);
        return Outcome.done();
    }

    /** What disputes have taken out of the deal and not given back to it; it counts as deposit first. */
    @Transactional(readOnly = true)
    public Money taken(CaseRef caseRef) {
        return disputed.taken(caseRef);
    }

    /** The most that the seller's bank may get out of the divided price, after what disputes have taken of it for good. */
    @Transactional(readOnly = true)
    public Money mostForPayoff(CaseRef caseRef) {
        return disputed.mostForPayoff(caseRef);
    }

    /** What is frozen for a dispute, without what compliance has frozen. */
    @Transactional(readOnly = true)
    public Money frozen(CaseRef caseRef) {
        return disputed.frozen(caseRef);
    }
}
