package mn.eland.sale.pricing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.sale.listing.Valuation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Prices asked for. One of a listing waits at a time; an answer is written once. */
@Component
class PriceStore {

    private static final String WAITING = " where listing = :listing and state = 'WAITING'";

    private final JdbcClient jdbc;
    private final ElandClock clock;

    PriceStore(JdbcClient jdbc, ElandClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    PriceChange add(CaseRef listing, Money from, Money to, Actor by, String state) {
        jdbc.sql("""
                insert into sale.price_changes (listing, price_from, price_to, by_party, by_person, by_name, at, state)
                values (:listing, :from, :to, :party, :person, :name, :now, :state)""")
                .param("listing", listing.number()).param("from", from.tugrug()).param("to", to.tugrug()).param("party", by.party().value())
                .param("person", by.person().value()).param("name", by.name()).param("now", now()).param("state", state).update();
        return all(listing).get(0);
    }

    List<PriceChange> all(CaseRef listing) {
        return jdbc.sql("select * from sale.price_changes where listing = ? order by id desc").param(listing.number()).query(PriceStore::change).list();
    }

    Optional<PriceChange> waiting(CaseRef listing) {
        return jdbc.sql("select * from sale.price_changes" + WAITING).param("listing", listing.number()).query(PriceStore::change).optional();
    }

    void value(CaseRef listing, Valuation valuation) {
        jdbc.sql("update sale.price_changes set low = :low, middle = :middle, high = :high, comparables = :count" + WAITING)
                .param("low", tugrug(valuation.low()), Types.BIGINT).param("middle", tugrug(valuation.middle()), Types.BIGINT)
                .param("high", tugrug(valuation.high()), Types.BIGINT).param("count", valuation.comparables())
                .param("listing", listing.number()).update();
    }

    /** @param reviewer null when nobody looked at it; @param reason why it was sent back, or null */
    void answered(CaseRef listing, String state, PartyId reviewer, String reason) {
        jdbc.sql("update sale.price_changes set state = :state, reviewed_by = :reviewer, answered_at = :now, reason = :reason" + WAITING)
                .param("state", state).param("reviewer", reviewer == null ? null : reviewer.value(), Types.OTHER).param("now", now())
                .param("reason", reason, Types.VARCHAR).param("listing", listing.number()).update();
    }

    private static PriceChange change(ResultSet row, int number) throws SQLException {
        var count = row.getObject("comparables", Integer.class);
        return new PriceChange(CaseRef.of(row.getString("listing")), money(row, "price_from"), money(row, "price_to"), party(row, "by_party"),
                party(row, "by_person"), row.getString("by_name"), row.getTimestamp("at").toInstant(),
                count == null ? null : new Valuation(money(row, "low"), money(row, "middle"), money(row, "high"), count),
                row.getString("state"), row.getString("reason"));
    }

    private static PartyId party(ResultSet row, String column) throws SQLException {
        return new PartyId(row.getObject(column, UUID.class));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        var tugrug = row.getObject(column, Long.class);
        return tugrug == null ? null : Money.of(tugrug);
    }

    private static Long tugrug(Money money) {
        return money == null ? null : money.tugrug();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
