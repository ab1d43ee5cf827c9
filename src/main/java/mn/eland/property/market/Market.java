package mn.eland.property.market;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.PropertyId;
import mn.eland.property.PropertyRegister.Comparable;
import mn.eland.property.PropertyRegister.Comparables;
import mn.eland.property.PropertyRegister.DistrictPrice;
import mn.eland.property.PropertyRegister.PastTransfer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Prices: what similar properties cost, and how often one changed hands. A building is new for its first five years,
 * land has no age. Comparable are properties of the same kind, district and class whose area differs by at most a
 * fifth, sold or advertised within the window; each counts once, a price paid before a price asked.
 */
@Component
public class Market {

    private static final int NEW_FOR_YEARS = 5;
    private static final double AREA_TOLERANCE = 0.20;

    private final JdbcClient jdbc;
    private final ElandClock clock;

    Market(JdbcClient jdbc, ElandClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Comparables> comparables(PropertyId id, int windowDays, int minimum) {
        return similarOnes(id, windowDays, """
                select percentile_cont(0.25) within group (order by per_m2) as low, percentile_cont(0.5) within group (order by per_m2) as median,
                    percentile_cont(0.75) within group (order by per_m2) as high, count(*) as count from similar_ones""")
                .query((row, n) -> row.getInt("count") < minimum ? null
                        : new Comparables(money(row.getDouble("low")), money(row.getDouble("median")), money(row.getDouble("high")), row.getInt("count")))
                .list().stream().filter(java.util.Objects::nonNull).findFirst();
    }

    public List<Comparable> similar(PropertyId id, int windowDays) {
        return similarOnes(id, windowDays, "select * from similar_ones order by on_day desc, price, area_m2")
                .query((row, n) -> new Comparable(row.getBoolean("sold"), row.getObject("on_day", LocalDate.class), row.getDouble("area_m2"),
                        Money.of(row.getLong("price")), Money.of(Math.round(row.getDouble("per_m2"))))).list();
    }

    private JdbcClient.StatementSpec similarOnes(PropertyId id, int windowDays, String question) {
        var today = clock.today();
        return jdbc.sql("""
                        with mine as (
                            select id, kind, district, area_m2, coalesce(year_built >= :newSince, false) as new
                            from property.properties where id = :id),
                        sold as (
                            select t.property_id, t.transferred_on, t.area_m2, t.price from property.transfers t, mine
                            where t.kind = mine.kind and t.district = mine.district
                              and coalesce(t.year_built >= :newSince, false) = mine.new
                              and t.area_m2 between mine.area_m2 * :least and mine.area_m2 * :most
                              and t.transferred_on > :since and t.transferred_on <= :today
                              and t.property_id is distinct from mine.id),
                        asked as (
                            select l.published_at, p.area_m2, l.price
                            from property.listings l join property.properties p on p.id = l.property_id, mine
                            where l.state in ('PUBLISHED', 'RESERVED') and p.kind = mine.kind and p.district = mine.district
                              and coalesce(p.year_built >= :newSince, false) = mine.new
                              and p.area_m2 between mine.area_m2 * :least and mine.area_m2 * :most
                              and l.published_at > :since and p.id <> mine.id
                              and not exists (select from sold where sold.property_id = p.id)),
                        similar_ones as (
                            select true as sold, transferred_on as on_day, area_m2, price, price / area_m2 as per_m2 from sold
                            union all select false, published_at::date, area_m2, price, price / area_m2 from asked)
                        """ + question)
                .param("id", id.value()).param("newSince", newSince(today)).param("least", 1 - AREA_TOLERANCE)
                .param("most", 1 + AREA_TOLERANCE).param("since", today.minusDays(windowDays)).param("today", today);
    }

    public List<PastTransfer> pastTransfers(PropertyId id) {
        return jdbc.sql("""
                        select transferred_on, price from property.transfers
                        where property_id = :id and transferred_on <= :today order by transferred_on desc, id desc""")
                .param("id", id.value()).param("today", clock.today())
                .query((row, n) -> new PastTransfer(row.getObject("transferred_on", LocalDate.class), Money.of(row.getLong("price")))).list();
    }

    /** Median price paid per m² of flats in each district and class over the window. */
    public List<DistrictPrice> districtPrices(int windowDays) {
        var today = clock.today();
        return jdbc.sql("""
                        select district, coalesce(year_built >= :newSince, false) as new,
                               percentile_cont(0.5) within group (order by price / area_m2) as median, count(*) as count
                        from property.transfers where kind = 'APARTMENT' and transferred_on > :since and transferred_on <= :today
                        group by 1, 2 order by 1, 2""")
                .param("newSince", newSince(today)).param("since", today.minusDays(windowDays)).param("today", today)
                .query((row, n) -> new DistrictPrice(row.getString("district"), row.getBoolean("new"),
                        Money.of(Math.round(row.getDouble("median"))), row.getInt("count"))).list();
    }

    private static Money money(double tugrug) {
        return Money.of(Math.round(tugrug));
    }

    private static int newSince(LocalDate today) {
        return today.getYear() - NEW_FOR_YEARS;
    }
}
