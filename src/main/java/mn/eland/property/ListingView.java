package mn.eland.property;

import java.time.Instant;
import java.util.List;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;

/**
 * An advertisement of a property for sale.
 *
 * @param number   {@code L-2026-000001}
 * @param state    only PUBLISHED and RESERVED are shown to the public
 * @param pictures addresses of pictures, the first is the main one
 */
public record ListingView(CaseRef number, PropertyView property, PartyId seller, PartyId agent, String title,
                          String description, Money price, State state, Instant publishedAt, List<String> pictures) {

    public enum State { DRAFT, PUBLISHED, RESERVED, SOLD, WITHDRAWN, EXPIRED, LOCKED }

    public Money pricePerM2() {
        return Money.of(Math.round(price.tugrug() / property.areaM2()));
    }
}
