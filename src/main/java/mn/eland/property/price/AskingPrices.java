package mn.eland.property.price;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.property.ListingView;
import mn.eland.property.ListingView.PricePoint;
import mn.eland.property.ListingView.State;
import mn.eland.property.market.ListingRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What listings ask, and since when. Who may change it, and whether somebody else must approve, the case decides. */
@Component
@Transactional
public class AskingPrices {

    /** A trillion tögrög: more is a slip of the keyboard. */
    private static final long HIGHEST_TUGRUG = 1_000_000_000_000L;
    private static final String SELECT = ListingRows.SELECT_LISTING + "where l.number = :number";

    private final JdbcClient jdbc;
    private final ElandClock clock;

    AskingPrices(JdbcClient jdbc, ElandClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param version  counts up with every edit of the listing, so that an edit can name what it was made on
     * @param approved the price that a second person approved last; null while nobody has looked at the draft
     */
    public record Asked(ListingView listing, int version, Money approved) {

        /** False once a sale holds the property, and when the listing is over. */
        public boolean isOpen() {
            return listing.state() == State.DRAFT || listing.state() == State.PUBLISHED;
        }
    }

    /** True for a price somebody can mean: above zero, at most a trillion tögrög. */
    public static boolean isPrice(Money price) {
        return price != null && price.isPositive() && price.tugrug() <= HIGHEST_TUGRUG;
    }

    /** What a listing asks now. */
    @Transactional(readOnly = true)
    public Optional<Asked> of(CaseRef listing) {
        return jdbc.sql(SELECT).param("number", listing.number()).query(AskingPrices::asked).optional();
    }

    /** The same, and nobody else edits the listing until the transaction ends. */
    public Optional<Asked> hold(CaseRef listing) {
        return jdbc.sql(SELECT + " for update of l").param("number", listing.number()).query(AskingPrices::asked).optional();
    }

    /** Asks another price and notes it in the history; refused with {@code LISTING_STATE} while a sale holds the property and when the listing is over. */
    public Outcome<Void> change(CaseRef listing, Money price) {
        var asked = hold(listing);
        if (asked.isEmpty() || !asked.get().isOpen()) {
            return Outcome.refused(Refusal.conflict("LISTING_STATE").with("number", listing));
        }
        jdbc.sql("update property.listings set price = :price, approved_price = :approved where number = :number").param("price", price.tugrug())
                .param("approved", asked.get().approved() == null ? null : asked.get().approved().tugrug(), Types.BIGINT)
                .param("number", listing.number()).update();
        note(listing, price);
        return Outcome.done();
    }

    /** A second person has approved the price as it stands. */
    public void approve(CaseRef listing) {
        jdbc.sql("update property.listings set approved_price = price where number = :number").param("number", listing.number()).update();
    }

    /** The prices asked since the listing was drafted, oldest first. */
    @Transactional(readOnly = true)
    public List<PricePoint> history(CaseRef listing) {
        return jdbc.sql("select since, price from property.listing_prices where listing = :number order by since")
                .param("number", listing.number())
                .query((row, n) -> new PricePoint(row.getTimestamp("since").toInstant(), Money.of(row.getLong("price")))).list();
    }

    /** Notes a price as asked from now on. */
    public void note(CaseRef listing, Money price) {
        jdbc.sql("insert into property.listing_prices values (:number, :price, :now) on conflict (listing, since) do update set price = excluded.price")
                .param("number", listing.number()).param("price", price.tugrug()).param("now", Timestamp.from(clock.instant())).update();
    }

    /** A listing that came to the market without a second person, as those of the sandbox, counts as approved at the price that it came with. */
    private static Asked asked(ResultSet row, int number) throws SQLException {
        var listing = ListingRows.listing(row, number);
        var approved = row.getObject("approved_price", Long.class);
        return new Asked(listing, row.getInt("version"), approved != null ? Money.of(approved) : listing.state() == State.DRAFT ? null : listing.price());
    }
}
