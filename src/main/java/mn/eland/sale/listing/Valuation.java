package mn.eland.sale.listing;

import mn.eland.kernel.Money;
import mn.eland.property.PropertyRegister.Comparables;

/**
 * What a property is worth by what similar ones were sold or advertised for.
 *
 * @param low         a quarter of the comparables are cheaper; with {@code middle} and {@code high} null when there are too few of them
 * @param middle      half of them are
 * @param high        three quarters of them are
 * @param comparables how many were found
 */
public record Valuation(Money low, Money middle, Money high, int comparables) {

    static Valuation of(Comparables found, double areaM2) {
        return new Valuation(worth(found.lowPerM2(), areaM2), worth(found.medianPerM2(), areaM2), worth(found.highPerM2(), areaM2), found.count());
    }

    static Valuation ofTooFew(int comparables) {
        return new Valuation(null, null, null, comparables);
    }

    private static Money worth(Money perM2, double areaM2) {
        return Money.of(Math.round(perM2.tugrug() * areaM2));
    }

    /** False when there were too few comparables to tell. */
    public boolean isKnown() {
        return middle != null;
    }

    /** True when a price lies in the range, or no range is known. */
    public boolean covers(Money price) {
        return !isKnown() || price.compareTo(low) >= 0 && price.compareTo(high) <= 0;
    }
}
