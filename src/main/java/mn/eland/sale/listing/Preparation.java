package mn.eland.sale.listing;

import java.time.Instant;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;

/**
 * An agent's work on a listing, and what another agent said to it.
 *
 * @param asked     the price when it was valued; with {@code valuation} null until then
 * @param approved  null until it is reviewed
 * @param reason    why it was sent back; null otherwise
 */
public record Preparation(PartyId by, Instant at, Money asked, Valuation valuation, PartyId reviewedBy, Boolean approved, String reason) {

    public boolean isReviewed() {
        return approved != null;
    }

    public boolean isSentBack() {
        return Boolean.FALSE.equals(approved);
    }
}
