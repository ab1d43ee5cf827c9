package mn.eland.sale.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who prepared which listing, what it was worth then, and who approved it. A row is written on until it is reviewed; the last counts. */
@Component
class PreparationStore {

    private static final String LAST = "where id = (select max(id) from sale.preparations where listing = :listing)";

    private final JdbcClient jdbc;
    private final ElandClock clock;

    PreparationStore(JdbcClient jdbc, ElandClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(CaseRef listing, PartyId agent) {
        jdbc.sql("insert into sale.preparations (listing, by_party, at) values (:listing, :agent, :now)")
                .param("listing", listing.number()).param("agent", agent.value()).param("now", now()).update();
    }

    void value(CaseRef listing, Money asked, Valuation valuation) {
        jdbc.sql("update sale.preparations set asked = :asked, low = :low, middle = :middle, high = :high, comparables = :count " + LAST)
                .param("asked", asked.tugrug()).param("low", tugrug(valuation.low()), Types.BIGINT)
                .param("middle", tugrug(valuation.middle()), Types.BIGINT).param("high", tugrug(valuation.high()), Types.BIGINT)
                .param("count", valuation.comparables()).param("listing", listing.number()).update();
    }

    void reviewed(CaseRef listing, PartyId agent, boolean approved, String reason) {
        jdbc.sql("update sale.preparations set reviewed_by = :agent, reviewed_at = :now, approved = :approved, reason = :reason " + LAST)
                .param("agent", agent.value()).param("now", now()).param("approved", approved).param("reason", reason, Types.VARCHAR)
                .param("listing", listing.number()).update();
    }

    Optional<Preparation> last(CaseRef listing) {
        return jdbc.sql("select * from sale.preparations " + LAST).param("listing", listing.number()).query(PreparationStore::preparation).optional();
    }

    private static Preparation preparation(ResultSet row, int number) throws SQLException {
        var reviewer = row.getObject("reviewed_by", UUID.class);
        var count = row.getObject("comparables", Integer.class);
        return new Preparation(new PartyId(row.getObject("by_party", UUID.class)), row.getTimestamp("at").toInstant(), money(row, "asked"),
                count == null ? null : new Valuation(money(row, "low"), money(row, "middle"), money(row, "high"), count),
                reviewer == null ? null : new PartyId(reviewer), row.getObject("approved", Boolean.class), row.getString("reason"));
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
