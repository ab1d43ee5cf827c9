package mn.eland.desk.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import mn.eland.kernel.Money;
import mn.eland.property.ListingSearch;
import mn.eland.property.PropertyView;

/** The filters of the search as they stand in the address: kept as typed, read leniently, and what cannot be read is named. */
record SearchInput(String text, String district, String kind, String priceFrom, String priceTo, String areaFrom,
                   String areaTo, String rooms, String sort, String page) {

    static final int PAGE_SIZE = 24;
    static final Set<String> SORTS = Set.of("NEWEST", "PRICE_UP", "PRICE_DOWN", "PER_M2", "AREA");
    private static final Pattern GROUPING = Pattern.compile("[\\s\\u00A0\\u202F₮]");

    /** Message keys of what could not be read, by field. */
    public Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        check(errors, "priceFrom", priceFrom, SearchInput::money);
        check(errors, "priceTo", priceTo, SearchInput::money);
        check(errors, "areaFrom", areaFrom, SearchInput::area);
        check(errors, "areaTo", areaTo, SearchInput::area);
        return errors;
    }

    public ListingSearch search() {
        return new ListingSearch(blank(text) ? null : text.strip(), blank(district) ? null : district, lenient(kind, PropertyView.Kind::valueOf),
                lenient(priceFrom, SearchInput::money), lenient(priceTo, SearchInput::money),
                lenient(areaFrom, SearchInput::area), lenient(areaTo, SearchInput::area),
                lenient(rooms, Integer::valueOf), sorting(), Math.max(0, number() - 1), PAGE_SIZE);
    }

    public String sorting() {
        return sort != null && SORTS.contains(sort) ? sort : "NEWEST";
    }

    public boolean isFiltered() {
        return !blank(text) || !blank(district) || !blank(kind) || !blank(priceFrom) || !blank(priceTo) || !blank(areaFrom)
                || !blank(areaTo) || !blank(rooms);
    }

    private int number() {
        var wanted = lenient(page, Integer::valueOf);
        return wanted == null ? 1 : Math.min(wanted, 10_000);
    }

    private static void check(Map<String, String> errors, String field, String value, Function<String, ?> reading) {
        if (!blank(value) && lenient(value, reading) == null) {
            errors.put(field, "search.unreadable." + field);
        }
    }

    private static Money money(String text) {
        var amount = Long.parseLong(GROUPING.matcher(text).replaceAll(""));
        return amount < 0 ? null : Money.of(amount);
    }

    private static Double area(String text) {
        var area = Double.parseDouble(GROUPING.matcher(text).replaceAll("").replace(',', '.'));
        return area < 0 || !Double.isFinite(area) ? null : (Double) area;
    }

    private static <T> T lenient(String text, Function<String, T> reading) {
        try {
            return blank(text) ? null : reading.apply(text.strip());
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
