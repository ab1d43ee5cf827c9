package mn.eland.payment;

import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.payment.release.Divisions;
import mn.eland.payment.release.Escrow;
import mn.eland.payment.release.Releasing;
import mn.eland.payment.release.Settlements;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What escrow officers and compliance decide about money that is about to leave: nobody alone about much, nobody about their own. */
@Component
@Transactional
class MoneyApprovals {

    private static final String OFFICERS_ONLY = "ESCROW_OFFICERS_ONLY";

    private final Settlements settlements;
    private final Releasing releasing;
    private final Escrow escrow;
    private final Divisions divisions;
    private final PaymentProcess process;

    MoneyApprovals(Settlements settlements, Releasing releasing, Escrow escrow, Divisions divisions, PaymentProcess process) {
        this.settlements = settlements;
        this.releasing = releasing;
        this.escrow = escrow;
        this.divisions = divisions;
        this.process = process;
    }

    Outcome<Void> answerRelease(Actor officer, CaseRef caseRef, boolean approved, boolean second) {
        var planned = releasing.view(caseRef);
        if (!officer.is(Role.ESCROW_OFFICER) || planned.isEmpty()) {
            return Outcome.refused(Refusal.forbidden(OFFICERS_ONLY));
        }
        var barred = settlements.barred(caseRef, officer.party(), approved);
        if (barred.isPresent()) {
            return Outcome.refused(barred.get());
        }
        if (second && officer.party().equals(planned.get().firstApprover())) {
            return Outcome.refused(Refusal.forbidden("SAME_APPROVER").with("name", planned.get().firstApproverName()));
        }
        var answer = !approved ? "REFUSED" : !second && planned.get().approvals() > 1 ? "AGAIN" : "APPROVED";
        var told = process.releaseAnswered(caseRef, second ? "approveReleaseAgain" : "approveRelease", officer, answer);
        if (told.isDone() && approved) {
            releasing.approved(caseRef, officer, second);
        }
        return told;
    }

    Outcome<Void> resolveHold(Actor officer, CaseRef caseRef, boolean registered, boolean handoverSigned) {
        return officer.is(Role.ESCROW_OFFICER) ? process.holdResolved(caseRef, officer, registered, handoverSigned)
                : Outcome.refused(Refusal.forbidden(OFFICERS_ONLY));
    }

    Outcome<Void> liftFreeze(Actor head, CaseRef caseRef, String note) {
        if (!head.is(Role.COMPLIANCE_HEAD)) {
            return Outcome.refused(Refusal.forbidden("COMPLIANCE_HEAD_ONLY"));
        }
        escrow.lift(head, caseRef, note);
        return Outcome.done(process.freezeLifted(caseRef, head).get());
    }

    Outcome<Void> decideShares(Actor officer, CaseRef caseRef, long sellerPct, String reason) {
        return divisions.mayDivide(officer, caseRef, false)
                .flatMap(may -> process.sharesDecided(caseRef, officer, sellerPct, escrow.of(caseRef).frozen()))
                .map(told -> divisions.decided(caseRef, officer, sellerPct, reason));
    }

    Outcome<Void> confirmShares(Actor officer, CaseRef caseRef, boolean approved) {
        return divisions.mayDivide(officer, caseRef, true).flatMap(may -> process.sharesConfirmed(caseRef, officer, approved))
                .map(told -> divisions.confirmed(caseRef, officer, approved));
    }
}
