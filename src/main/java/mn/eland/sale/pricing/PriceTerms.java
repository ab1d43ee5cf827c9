package mn.eland.sale.pricing;

import java.util.List;
import mn.eland.kernel.Money;
import mn.eland.property.ListingView;
import mn.eland.property.ListingView.PricePoint;

/**
 * What seller and agent know before they ask another price.
 *
 * @param version   what the edit is made on
 * @param approved  the price that a second agent approved last, from which the margin counts; null for a draft that nobody has looked at
 * @param marginPct how far from it a price may go at once, in percent
 * @param waiting   the change that another agent has to look at, or null; while it waits there is no other
 * @param changes   all that was asked for, latest first; @param history the prices that stood, oldest first
 */
public record PriceTerms(ListingView listing, int version, Money approved, int marginPct, PriceChange waiting, List<PriceChange> changes,
                         List<PricePoint> history) {

    private static final long WHOLE = 100;

    /** The margin counts from the approved price and not from the last one, so that many small steps are not a way around it. */
    boolean isAtOnce(Money price) {
        return approved == null || Math.abs(price.tugrug() - approved.tugrug()) * WHOLE <= approved.tugrug() * marginPct;
    }

    /** The lowest price that counts at once; null where every price does. */
    public Money least() {
        return approved == null ? null : approved.minus(margin());
    }

    /** The highest price that counts at once; null where every price does. */
    public Money most() {
        return approved == null ? null : approved.plus(margin());
    }

    /** Whole tögrög within the margin. */
    private Money margin() {
        return Money.of(approved.tugrug() * marginPct / WHOLE);
    }
}
