package mn.eland.sale.pricing;

import java.time.Instant;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.sale.listing.Valuation;

/**
 * Another price that was asked for on a listing.
 *
 * @param by        for whom: seller or agent; {@code person} is who sat at the keyboard
 * @param valuation what similar properties made it worth; null for a change at once and until it was looked up
 * @param state     message key {@code sale.price.state.<state>}: AT_ONCE, WAITING, APPROVED, SENT_BACK, TAKEN_BACK, DROPPED
 * @param reason    why it was sent back; null otherwise
 */
public record PriceChange(CaseRef listing, Money from, Money to, PartyId by, PartyId person, String byName, Instant at, Valuation valuation,
                          String state, String reason) {

    public boolean isWaiting() {
        return state.equals("WAITING");
    }

    /** How far it is from the price before, in whole percent; below zero for a lower price. */
    public long percent() {
        return Math.round(100.0 * (to.tugrug() - from.tugrug()) / from.tugrug());
    }
}
