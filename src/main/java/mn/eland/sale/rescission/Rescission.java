package mn.eland.sale.rescission;

import java.time.Instant;
import java.util.UUID;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;

/**
 * A proposal of one party to end the sale by agreement.
 *
 * @param number    1 for the first proposal of the sale; one lives at a time
 * @param sellerPct per cent of the deposit that the seller keeps, 0 to 100; all other money goes back to the buyer
 * @param document  the agreement that the other party accepts with a one-time code
 * @param until     when the proposal lapses
 * @param answer    ACCEPTED, REFUSED, TAKEN_BACK, LAPSED, or null while it is open
 */
public record Rescission(CaseRef sale, int number, PartyId proposer, String proposerName, PartyId other, int sellerPct, String reason,
                         UUID document, Instant proposedAt, Instant until, String answer) {

    public boolean isOpen() {
        return answer == null;
    }

    public boolean mayAnswer(Actor actor) {
        return isOpen() && actor.party().equals(other);
    }

    public boolean mayTakeBack(Actor actor) {
        return isOpen() && actor.party().equals(proposer);
    }
}
