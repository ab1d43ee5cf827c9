package mn.eland.property;

import java.sql.Timestamp;
import java.util.Optional;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.PropertyId;
import mn.eland.kernel.Refusal;
import mn.eland.property.ListingView.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds a property. A partial unique index lets one live reservation through, however many arrive together. */
@Component
class Reservations {

    private final JdbcClient jdbc;
    private final ElandClock clock;
    private final Listings listings;

    Reservations(JdbcClient jdbc, ElandClock clock, Listings listings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.listings = listings;
    }

    Outcome<Void> reserve(PropertyId property, CaseRef sale) {
        var holder = holder(property);
        if (holder.isPresent()) {
            return holder.get().equals(sale) ? Outcome.done() : Outcome.refused(Refusal.conflict("PROPERTY_RESERVED"));
        }
        var listing = listings.openListing(property);
        if (listing.isEmpty() || !listing.get().state().isPublic()) {
            return Outcome.refused(Refusal.conflict("PROPERTY_NOT_FOR_SALE"));
        }
        if (!hold(property, sale)) {
            return Outcome.refused(Refusal.conflict("PROPERTY_RESERVED"));
        }
        if (!listings.move(listing.get().number(), State.RESERVED).isDone()) {
            letGo(property, sale);
            return Outcome.refused(Refusal.conflict("PROPERTY_NOT_FOR_SALE"));
        }
        return Outcome.done();
    }

    void release(PropertyId property, CaseRef sale) {
        if (letGo(property, sale)) {
            reservedListing(property).ifPresent(listing -> goesBack(listing.number()));
        }
    }

    /** The mandate is over. A listing that a sale holds stays with the sale, and ends when the sale gives it back. */
    Outcome<Void> expire(CaseRef listing) {
        int held = jdbc.sql("update property.listings set mandate_over = true where number = :number and state = 'RESERVED'")
                .param("number", listing.number()).update();
        return held == 1 ? Outcome.done() : listings.move(listing, State.EXPIRED).map(expired -> null);
    }

    private void goesBack(CaseRef listing) {
        boolean mandateOver = jdbc.sql("select mandate_over from property.listings where number = :number")
                .param("number", listing.number()).query(Boolean.class).single();
        listings.move(listing, mandateOver ? State.EXPIRED : State.PUBLISHED).get();
    }

    void markSold(PropertyId property, CaseRef sale, PartyId newOwner, Money price) {
        int added = jdbc.sql("""
                        insert into property.transfers (property_id, district, kind, area_m2, rooms, year_built, price, transferred_on, sale)
                        select id, district, kind, area_m2, rooms, year_built, :price, :today, :sale from property.properties where id = :id
                        on conflict (sale) do nothing""")
                .param("price", price.tugrug()).param("today", clock.today()).param("sale", sale.number()).param("id", property.value()).update();
        if (added == 1) {
            jdbc.sql("update property.properties set owner = :owner where id = :id")
                    .param("owner", newOwner.value()).param("id", property.value()).update();
            reservedListing(property).ifPresent(listing -> listings.move(listing.number(), State.SOLD).get());
            letGo(property, sale);
        }
    }

    Optional<CaseRef> holder(PropertyId property) {
        return jdbc.sql("select sale from property.reservations where property_id = :property and released_at is null")
                .param("property", property.value()).query((row, n) -> CaseRef.of(row.getString(1))).optional();
    }

    private Optional<ListingView> reservedListing(PropertyId property) {
        return listings.openListing(property).filter(listing -> listing.state() == State.RESERVED);
    }

    private boolean hold(PropertyId property, CaseRef sale) {
        return jdbc.sql("""
                        insert into property.reservations (property_id, sale, reserved_at) values (:property, :sale, :now)
                        on conflict (property_id) where released_at is null do nothing""")
                .param("property", property.value()).param("sale", sale.number()).param("now", now()).update() == 1
                || holder(property).filter(sale::equals).isPresent();
    }

    private boolean letGo(PropertyId property, CaseRef sale) {
        return jdbc.sql("update property.reservations set released_at = :now where property_id = :property and sale = :sale and released_at is null")
                .param("now", now()).param("property", property.value()).param("sale", sale.number()).update() == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
