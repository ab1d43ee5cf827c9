package mn.eland.property.market;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.property.ListingSearch;
import mn.eland.property.ListingSearch.Facets;
import mn.eland.property.ListingView;
import mn.eland.property.RegistryNo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Search over published listings. Words are matched by prefix after folding both alphabets to one spelling; when no
 * listing has all words, similar spellings answer.
 */
@Component
public class ListingFinder {

    private static final int LARGEST_PAGE = 100;

    private final JdbcClient jdbc;

    ListingFinder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<ListingView> newest(int limit) {
        return jdbc.sql(ListingRows.SELECT_LISTING + """
                        where l.state in ('PUBLISHED', 'RESERVED') order by l.published_at desc, l.number desc limit :limit""")
                .param("limit", Math.min(limit, LARGEST_PAGE)).query(ListingRows::listing).list();
    }

    public ListingSearch.Page page(ListingSearch search) {
        var filter = filter(search);
        long count = count(filter);
        int size = size(search);
        int pages = (int) ((count + size - 1) / size);
        int page = Math.max(0, Math.min(search.page(), pages - 1));
        var order = Order.of(search.sort());
        var listings = count == 0 ? List.<ListingView>of()
                : jdbc.sql(ListingRows.SELECT_LISTING + filter.where() + order.clause() + " limit :size offset :offset")
                .params(filter.values).param("size", size).param("offset", (long) page * size)
                .query(ListingRows::listing).list();
        return new ListingSearch.Page(listings, count, page, pages);
    }

    /** The listings after a cursor, in the order of the search; a cursor of another order starts from the beginning. */
    public ListingSearch.Slice slice(ListingSearch search, String cursor) {
        var filter = filter(search);
        long count = count(filter);
        var order = Order.of(search.sort());
        var from = Cursor.read(cursor, order);
        if (from != null) {
            filter.and("(" + order.expression + ", l.number) " + (order.descending ? "<" : ">") + " (:after, :afterNumber)",
                    Map.of("after", from.value, "afterNumber", from.number));
        }
        int size = size(search);
        var listings = jdbc.sql(ListingRows.SELECT_LISTING + filter.where() + order.clause() + " limit :size")
                .params(filter.values).param("size", size + 1).query(ListingRows::listing).list();
        if (listings.size() <= size) {
            return new ListingSearch.Slice(listings, count, null);
        }
        var shown = listings.subList(0, size);
        return new ListingSearch.Slice(shown, count, cursorAfter(shown.get(size - 1).number(), order));
    }

    /** How many listings each choice would leave, every filter but its own applied. */
    public Facets facets(ListingSearch search) {
        var s = search;
        return new Facets(
                counts("p.district", new ListingSearch(s.text(), null, s.kind(), s.priceFrom(), s.priceTo(), s.areaFrom(), s.areaTo(), s.rooms(), s.sort(), 0, 1)),
                counts("p.kind", new ListingSearch(s.text(), s.district(), null, s.priceFrom(), s.priceTo(), s.areaFrom(), s.areaTo(), s.rooms(), s.sort(), 0, 1)),
                counts("p.rooms::text", new ListingSearch(s.text(), s.district(), s.kind(), s.priceFrom(), s.priceTo(), s.areaFrom(), s.areaTo(), null, s.sort(), 0, 1)));
    }

    private Map<String, Long> counts(String column, ListingSearch search) {
        var filter = filter(search);
        var counts = new LinkedHashMap<String, Long>();
        jdbc.sql("select " + column + " as choice, count(*) as listings from property.listings l "
                        + "join property.properties p on p.id = l.property_id " + filter.where()
                        + " and " + column + " is not null group by 1 order by 2 desc, 1")
                .params(filter.values).query((row, n) -> counts.put(row.getString(1), row.getLong(2))).list();
        return counts;
    }

    private long count(Filter filter) {
        return jdbc.sql("select count(*) from property.listings l join property.properties p on p.id = l.property_id " + filter.where())
                .params(filter.values).query(Long.class).single();
    }

    private String cursorAfter(CaseRef number, Order order) {
        var value = jdbc.sql("select (" + order.expression + ")::text from property.listings l "
                        + "join property.properties p on p.id = l.property_id where l.number = :number")
                .param("number", number.number()).query(String.class).single();
        return new Cursor(Double.parseDouble(value), number.number()).text(order);
    }

    private Filter filter(ListingSearch search) {
        planForTheValues();
        var filter = new Filter();
        filter.and("l.state in ('PUBLISHED', 'RESERVED')", Map.of());
        filter.equal("p.district", "district", search.district());
        filter.equal("p.kind", "kind", search.kind() == null ? null : search.kind().name());
        if (search.rooms() != null) {
            filter.and(search.rooms() >= 5 ? "p.rooms >= :rooms" : "p.rooms = :rooms", Map.of("rooms", search.rooms()));
        }
        filter.range("l.price", "price", tugrug(search.priceFrom()), tugrug(search.priceTo()));
        filter.range("p.area_m2", "area", search.areaFrom(), search.areaTo());
        addText(filter, search.text());
        return filter;
    }

    /** How many listings a word or a price leaves decides the way; elsewhere one plan serves all values (ADR 0058). */
    private void planForTheValues() {
        jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
    }

    private void addText(Filter filter, String text) {
        if (text == null || text.isBlank()) {
            return;
        }
        var typed = text.strip();
        var listingNumber = typed.toUpperCase(java.util.Locale.ROOT);
        var registryNo = RegistryNo.read(typed);
        if (CaseRef.isCaseNumber(listingNumber)) {
            filter.equal("l.number", "number", listingNumber);
        } else if (registryNo.isPresent()) {
            filter.equal("p.registry_no", "registryNo", registryNo.get().value());
        } else {
            addWords(filter, typed.substring(0, Math.min(200, typed.length())));
        }
    }

    private void addWords(Filter filter, String typed) {
        var folded = jdbc.sql("select property.fold(:typed)").param("typed", typed).query(String.class).single();
        if (folded.isEmpty()) {
            filter.and("false", Map.of());
            return;
        }
        var words = Stream.of(folded.split(" ")).map(word -> word + ":*").collect(Collectors.joining(" & "));
        boolean found = jdbc.sql("select exists (select from property.listings l where l.state in ('PUBLISHED', 'RESERVED') "
                        + "and l.search_words @@ to_tsquery('simple', :words))").param("words", words).query(Boolean.class).single();
        if (found) {
            filter.and("l.search_words @@ to_tsquery('simple', :words)", Map.of("words", words));
        } else {
            jdbc.sql("select set_config('pg_trgm.strict_word_similarity_threshold', '0.4', true)").query(String.class).single();
            filter.and(":folded <<% l.search_text", Map.of("folded", folded));
        }
    }

    private static int size(ListingSearch search) {
        return Math.max(1, Math.min(LARGEST_PAGE, search.size()));
    }

    private static Long tugrug(Money money) {
        return money == null ? null : money.tugrug();
    }

    private enum Order {
        NEWEST("extract(epoch from l.published_at)::double precision", true), PRICE_UP("l.price::double precision", false),
        PRICE_DOWN("l.price::double precision", true), PER_M2("l.price / p.area_m2", false), AREA("p.area_m2", true);

        private final String expression;
        private final boolean descending;

        Order(String expression, boolean descending) {
            this.expression = expression;
            this.descending = descending;
        }

        static Order of(String name) {
            return Stream.of(values()).filter(order -> order.name().equals(name)).findFirst().orElse(NEWEST);
        }

        String clause() {
            var direction = descending ? " desc" : " asc";
            return " order by " + expression + direction + ", l.number" + direction;
        }
    }

    private record Cursor(double value, String number) {

        static Cursor read(String text, Order order) {
            if (text == null || text.isBlank()) {
                return null;
            }
            try {
                var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 3);
                return parts.length == 3 && parts[0].equals(order.name()) ? new Cursor(Double.parseDouble(parts[1]), parts[2]) : null;
            } catch (IllegalArgumentException unreadable) {
                return null;
            }
        }

        String text(Order order) {
            var plain = order.name() + "|" + value + "|" + number;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final class Filter {
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> values = new LinkedHashMap<>();

        void and(String condition, Map<String, ?> parameters) {
            conditions.add(condition);
            values.putAll(parameters);
        }

        void equal(String column, String name, String value) {
            if (value != null && !value.isBlank()) {
                and(column + " = :" + name, Map.of(name, value));
            }
        }

        void range(String column, String name, Object from, Object to) {
            if (from != null) {
                and(column + " >= :" + name + "From", Map.of(name + "From", from));
            }
            if (to != null) {
                and(column + " <= :" + name + "To", Map.of(name + "To", to));
            }
        }

        String where() {
            return " where " + String.join(" and ", conditions);
        }
    }
}
