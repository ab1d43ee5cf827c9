package mn.eland.property;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;

/**
 * An advertisement of a property for sale.
 *
 * @param number   {@code L-2026-000001}
 * @param state    only PUBLISHED and RESERVED are shown to the public
 * @param pictures addresses of pictures, the first is the main one; their texts: {@link #pictureTextKey}
 */
public record ListingView(CaseRef number, PropertyView property, PartyId seller, PartyId agent, String title,
                          String description, Money price, State state, Instant publishedAt, List<String> pictures) {

    /** Where a listing stands, and where it may go from there. */
    public enum State {
        DRAFT, PUBLISHED, RESERVED, SOLD, WITHDRAWN, EXPIRED, LOCKED;

        private static final Set<State> PUBLIC = Set.of(PUBLISHED, RESERVED);

        /** True when anybody may see it. */
        public boolean isPublic() {
            return PUBLIC.contains(this);
        }

        boolean mayBecome(State next) {
            return switch (next) {
                case DRAFT -> this == LOCKED;
                case PUBLISHED -> this == DRAFT || this == RESERVED;
                case RESERVED -> this == PUBLISHED;
                case SOLD -> this == RESERVED;
                case WITHDRAWN -> this == DRAFT || this == PUBLISHED;
                case EXPIRED -> this == DRAFT || this == PUBLISHED || this == RESERVED;
                case LOCKED -> this == DRAFT || this == PUBLISHED || this == RESERVED;
            };
        }
    }

    public Money pricePerM2() {
        return Money.of(Math.round(price.tugrug() / property.areaM2()));
    }

    /** Message key of a picture's alternative text; {@code index} as in {@link #pictures}. */
    public String pictureTextKey(int index) {
        return property.pictureTextKey(index);
    }

    /** A price that was asked. */
    public record PricePoint(Instant since, Money price) {
    }
}
