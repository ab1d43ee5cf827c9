package mn.eland.property;

import java.util.List;
import java.util.Map;
import mn.eland.kernel.Money;

/**
 * What somebody looks for on the market.
 *
 * @param sort NEWEST, PRICE_UP, PRICE_DOWN, PER_M2 or AREA
 * @param rooms 5 means five or more
 * @param page from 0
 */
public record ListingSearch(String text, String district, PropertyView.Kind kind, Money priceFrom, Money priceTo,
                            Double areaFrom, Double areaTo, Integer rooms, String sort, int page, int size) {

    public record Page(List<ListingView> listings, long count, int page, int pages) {
    }

    /** @param next cursor of the following listings, null at the end */
    public record Slice(List<ListingView> listings, long count, String next) {
    }

    /** Number of listings by district code, by kind and by rooms; most first. */
    public record Facets(Map<String, Long> districts, Map<String, Long> kinds, Map<String, Long> rooms) {
    }

    /**
     * @param text the street or complex, or the title of the listing; empty for a district
     * @param district code of the district, for a listing too
     * @param number of the listing, else null
     */
    public record Suggestion(Kind kind, String text, String district, String number) {

        public enum Kind { DISTRICT, PLACE, LISTING }
    }
}
