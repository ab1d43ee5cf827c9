package mn.eland.property;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.PropertyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Standing;
import mn.eland.kernel.Role;
import mn.eland.property.ListingView.State;
import mn.eland.property.PropertyEvent.ListingLocked;
import mn.eland.property.PropertyEvent.ListingPublished;
import mn.eland.property.PropertyRegister.ListingDraft;
import mn.eland.property.market.ListingRows;
import mn.eland.property.price.AskingPrices;
import mn.eland.store.reading.Reads;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Properties and their listings in the database. Each change of state is one guarded statement. */
@Component
class Listings {

    private static final Reads PROPERTIES = Reads.of("property.properties");
    private static final Reads LISTINGS = Reads.of("property.listings", "property.properties");
    private static final Set<PropertyView.Kind> PLOTS = Set.of(PropertyView.Kind.LAND, PropertyView.Kind.POSSESSION_RIGHT);

    private final JdbcClient jdbc;
    private final ElandClock clock;
    private final ApplicationEventPublisher events;
    private final Standing standing;
    private final AskingPrices prices;

    Listings(JdbcClient jdbc, ElandClock clock, ApplicationEventPublisher events, Standing standing, AskingPrices prices) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
        this.standing = standing;
        this.prices = prices;
    }

    List<District> districts() {
        return jdbc.sql("select * from property.districts order by position").query((row, n) -> new District(row.getString("code"), row.getString("place"),
                row.getString("name_mn"), row.getString("name_en"), row.getInt("khoroos"), Money.of(row.getLong("new_per_m2")),
                Money.of(row.getLong("old_per_m2")), row.getDouble("latitude"), row.getDouble("longitude"))).list();
    }

    Optional<PropertyView> property(PropertyId id) {
        return PROPERTIES.once(id, () -> jdbc.sql("select " + ListingRows.PROPERTY_COLUMNS + " from property.properties p where p.id = :id")
                .param("id", id.value()).query(ListingRows::property).optional());
    }

    Optional<PropertyView> property(RegistryNo registryNo) {
        return jdbc.sql("select " + ListingRows.PROPERTY_COLUMNS + " from property.properties p where p.registry_no = :no")
                .param("no", registryNo.value()).query(ListingRows::property).optional();
    }

    Optional<ListingView> listing(CaseRef number) {
        return LISTINGS.once(number, () -> jdbc.sql(ListingRows.SELECT_LISTING + "where l.number = :number").param("number", number.number())
                .query(ListingRows::listing).optional());
    }

    Outcome<ListingView> listingFor(Actor actor, CaseRef number) {
        return listing(number).filter(listing -> listing.state().isPublic() || actor != null && (isSide(actor, listing)
                        || actor.isAnyOf(Role.COMPLIANCE, Role.COMPLIANCE_HEAD, Role.OPERATOR, Role.ADMIN)))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound("LISTING_UNKNOWN").with("number", number)));
    }

    private boolean isSide(Actor actor, ListingView listing) {
        return standing.among(actor, List.of(listing.seller())).party().equals(listing.seller()) || actor.party().equals(listing.agent());
    }

    /** The listing of a property that is not over yet; a locked one only if there is no other. */
    Optional<ListingView> openListing(PropertyId property) {
        return jdbc.sql(ListingRows.SELECT_LISTING + """
                        where l.property_id = :property and l.state in ('DRAFT', 'PUBLISHED', 'RESERVED', 'LOCKED')
                        order by l.state = 'LOCKED', l.created_at desc limit 1""")
                .param("property", property.value()).query(ListingRows::listing).optional();
    }

    List<ListingView> listingsOf(PartyId sellerOrAgent) {
        return jdbc.sql(ListingRows.SELECT_LISTING + "where l.seller = :party or l.agent = :party order by l.created_at desc, l.number desc")
                .param("party", sellerOrAgent.value()).query(ListingRows::listing).list();
    }

    Outcome<ListingView> draft(CaseRef number, ListingDraft draft) {
        return new DraftRules(clock.today().getYear()).check(draft).flatMap(nothing -> {
            var district = districts().stream().filter(known -> known.code().equals(draft.district())).findFirst();
            if (district.isEmpty()) {
                return Outcome.refused(Refusal.invalid("DISTRICT_UNKNOWN", "district"));
            }
            if (draft.khoroo() < 1 || draft.khoroo() > district.get().khoroos()) {
                return Outcome.refused(Refusal.invalid("KHOROO_UNKNOWN", "khoroo").with("khoroos", district.get().khoroos()));
            }
            return draft(number, draft, RegistryNo.read(draft.registryNo()).orElseThrow(), district.get());
        });
    }

    private Outcome<ListingView> draft(CaseRef number, ListingDraft draft, RegistryNo registryNo, District district) {
        var known = property(registryNo);
        if (known.isPresent() && lockedFor(known.get().id(), draft.seller())) {
            return Outcome.refused(Refusal.conflict("PROPERTY_LOCKED").with("registryNo", registryNo));
        }
        if (isPlotListed(draft.kind(), draft.parcelNo(), registryNo.value())) {
            return Outcome.refused(Refusal.conflict("PARCEL_LISTED").with("parcelNo", draft.parcelNo().strip()));
        }
        var id = claim(draft, registryNo, district);
        int added = jdbc.sql("""
                        insert into property.listings (number, property_id, seller, agent, title, description, price, state, created_at, search_text)
                        values (:number, :property, :seller, :agent, :title, :description, :price, 'DRAFT', :now,
                            property.search_text(:number, :title, :property))
                        on conflict do nothing""")
                .param("number", number.number()).param("property", id.value()).param("seller", draft.seller().value())
                .param("agent", draft.agent() == null ? null : draft.agent().value(), java.sql.Types.OTHER)
                .param("title", draft.title().strip()).param("description", draft.description() == null ? "" : draft.description().strip())
                .param("price", draft.price().tugrug()).param("now", now()).update();
        if (added == 0) {
            return Outcome.refused(Refusal.conflict("PROPERTY_LISTED").with("registryNo", registryNo));
        }
        prices.note(number, draft.price());
        return Outcome.done(listing(number).orElseThrow());
    }

    /**
     * A plot has one right to itself, owned or possessed: another number of the register on the same parcel is the same thing listed
     * twice (9A.5, DOUBLE_SALE). Flats of one building share their parcel. Two who list at once wait for each other.
     */
    private boolean isPlotListed(PropertyView.Kind kind, String parcelNo, String registryNo) {
        if (!PLOTS.contains(kind) || parcelNo == null || parcelNo.isBlank()) {
            return false;
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:parcel, 0))").param("parcel", "plot:" + parcelNo.strip()).query((row, n) -> 0).single();
        return jdbc.sql("""
                        select exists (select from property.listings l join property.properties p on p.id = l.property_id
                            where p.parcel_no = :parcel and p.registry_no <> :registryNo and p.kind in ('LAND', 'POSSESSION_RIGHT')
                            and l.state in ('DRAFT', 'PUBLISHED', 'RESERVED'))""")
                .param("parcel", parcelNo.strip()).param("registryNo", registryNo).query(Boolean.class).single();
    }

    private boolean lockedFor(PropertyId property, PartyId seller) {
        return jdbc.sql("""
                        select exists (select from property.listings where property_id = :property and state = 'LOCKED'
                            and (seller = :seller or lock_code <> 'OWNER_MISMATCH'))""")
                .param("property", property.value()).param("seller", seller.value()).query(Boolean.class).single();
    }

    /** Enters what the seller says of the property; an open listing protects what is entered already. */
    private PropertyId claim(ListingDraft draft, RegistryNo registryNo, District district) {
        var parcel = draft.parcelNo() == null || draft.parcelNo().isBlank() ? null : draft.parcelNo().strip();
        jdbc.sql("""
                        insert into property.properties (id, registry_no, certificate_no, parcel_no, kind, area_m2, rooms, floor,
                            floors, year_built, district, khoroo, address, latitude, longitude, owner, created_at)
                        values (:id, :registryNo, :certificateNo, :parcelNo, :kind, :area, :rooms, :floor, :floors, :yearBuilt,
                            :district, :khoroo, :address, :latitude, :longitude, null, :now)
                        on conflict (registry_no) do update set certificate_no = excluded.certificate_no, parcel_no = excluded.parcel_no,
                            kind = excluded.kind, area_m2 = excluded.area_m2, rooms = excluded.rooms, floor = excluded.floor,
                            floors = excluded.floors, year_built = excluded.year_built, district = excluded.district,
                            khoroo = excluded.khoroo, address = excluded.address, latitude = excluded.latitude, longitude = excluded.longitude
                        where not exists (select from property.listings l where l.property_id = properties.id
                            and l.state in ('DRAFT', 'PUBLISHED', 'RESERVED'))""")
                .param("id", UUID.randomUUID()).param("registryNo", registryNo.value()).param("certificateNo", draft.certificateNo().strip())
                .param("parcelNo", parcel).param("kind", draft.kind().name()).param("area", draft.areaM2())
                .param("rooms", draft.rooms()).param("floor", draft.floor()).param("floors", draft.floors())
                .param("yearBuilt", draft.yearBuilt()).param("district", district.code()).param("khoroo", draft.khoroo())
                .param("address", draft.address().strip())
                .param("latitude", draft.latitude() == null ? district.latitude() : draft.latitude())
                .param("longitude", draft.longitude() == null ? district.longitude() : draft.longitude())
                .param("now", now()).update();
        return property(registryNo).orElseThrow().id();
    }

    /** Moves a listing on if the state allows it; harmless when it is there already. */
    Outcome<ListingView> move(CaseRef number, State next) {
        var listing = jdbc.sql(ListingRows.SELECT_LISTING + "where l.number = :number for update of l")
                .param("number", number.number()).query(ListingRows::listing).optional();
        if (listing.isEmpty()) {
            return Outcome.refused(Refusal.notFound("LISTING_UNKNOWN").with("number", number));
        }
        var state = listing.get().state();
        if (state == next) {
            return Outcome.done(listing.get());
        }
        if (!state.mayBecome(next)) {
            return Outcome.refused(Refusal.conflict("LISTING_STATE").with("number", number).with("state", state));
        }
        try {
            jdbc.sql("""
                            update property.listings set state = :next,
                                published_at = case when :next = 'PUBLISHED' then coalesce(published_at, :now) else published_at end,
                                ended_at = case when :next in ('SOLD', 'WITHDRAWN', 'EXPIRED') then :now::timestamptz end
                            where number = :number""")
                    .param("next", next.name()).param("now", now()).param("number", number.number()).update();
        } catch (DuplicateKeyException another) {
            throw new IllegalStateException("another listing of the property is open: " + number, another);
        }
        return Outcome.done(listing(number).orElseThrow());
    }

    Outcome<Void> publish(CaseRef number) {
        boolean wasPublic = listing(number).filter(listing -> listing.state().isPublic()).isPresent();
        return move(number, State.PUBLISHED).map(published -> {
            if (!wasPublic) {
                events.publishEvent(new ListingPublished(number, published.property().id()));
            }
            return null;
        });
    }

    Outcome<Void> lock(CaseRef number, String code) {
        return move(number, State.LOCKED).map(locked -> {
            jdbc.sql("update property.listings set lock_code = :code where number = :number")
                    .param("code", code).param("number", number.number()).update();
            events.publishEvent(new ListingLocked(number, locked.property().id(), code));
            return null;
        });
    }

    Outcome<Void> unlock(Actor actor, CaseRef number) {
        if (!actor.isAnyOf(Role.COMPLIANCE, Role.COMPLIANCE_HEAD)) {
            return Outcome.refused(Refusal.forbidden("COMPLIANCE_ONLY"));
        }
        var other = listing(number).flatMap(locked -> openListing(locked.property().id())).filter(open -> !open.number().equals(number));
        if (other.isPresent()) {
            return Outcome.refused(Refusal.conflict("PROPERTY_LISTED").with("registryNo", other.get().property().registryNo()));
        }
        var plot = listing(number).map(ListingView::property)
                .filter(property -> isPlotListed(property.kind(), property.parcelNo(), property.registryNo()));
        if (plot.isPresent()) {
            return Outcome.refused(Refusal.conflict("PARCEL_LISTED").with("parcelNo", plot.get().parcelNo()));
        }
        return move(number, State.DRAFT).map(draft -> null);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
