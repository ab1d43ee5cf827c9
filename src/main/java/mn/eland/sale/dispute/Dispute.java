package mn.eland.sale.dispute;

import java.time.Instant;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;

/**
 * A claim of one party of a sale against the other over a sum in escrow.
 *
 * @param number   1 for the first dispute of the sale; one lives at a time
 * @param reply    ACCEPT, SPLIT, REFUSE, or null while there is none
 * @param offered  what the respondent would leave to the claimant, or null
 * @param mediated what the mediator has written, or null
 * @param award    the final decision as entered, or null
 * @param toBuyer  the buyer's part, null before the outcome and when the claim was withdrawn
 * @param outcome  ACCEPTED, AGREED, MEDIATED, AWARDED, WITHDRAWN, or null while it is open
 * @param endedAt  when its money was paid out
 */
public record Dispute(CaseRef sale, int number, PartyId claimant, String claimantName, PartyId respondent, String respondentName,
                      boolean byBuyer, Money sum, String about, Instant openedAt, String reply, String replyWords, Money offered,
                      String mediated, Award award, Money toBuyer, String outcome, Instant endedAt) {

    /** @param by who has entered it; somebody else confirms */
    public record Award(String number, String grounds, Money toBuyer, PartyId by, String byName) {
    }

    public boolean isLive() {
        return endedAt == null;
    }

    /** Until its outcome is known the claimant may withdraw. */
    public boolean mayWithdraw(Actor actor) {
        return outcome == null && actor.party().equals(claimant);
    }

    public Money toSeller() {
        return toBuyer == null ? null : sum.minus(toBuyer);
    }

    /** The buyer's part when the claimant gets this much. */
    Money buyersPart(Money toClaimant) {
        return byBuyer ? toClaimant : sum.minus(toClaimant);
    }
}
