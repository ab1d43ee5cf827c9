package mn.eland.property;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.PropertyId;
import mn.eland.property.ListingSearch.Suggestion;
import mn.eland.property.ListingView.State;
import mn.eland.property.market.ListingFinder;
import mn.eland.property.market.Market;
import mn.eland.property.market.Suggestions;
import mn.eland.property.price.AskingPrices;
import mn.eland.property.title.Filings;
import mn.eland.property.title.FreshTitles;
import mn.eland.property.title.PropertyProcess;
import mn.eland.property.title.Titles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What may be sold, by whom, and what is known of it. */
@Service
@Transactional
public class PropertyRegister {

    private final FreshTitles freshTitles;
    private final Listings listings;
    private final Reservations reservations;
    private final ListingFinder finder;
    private final Suggestions suggestions;
    private final Market market;
    private final Titles titles;
    private final Filings filings;
    private final PropertyProcess process;
    private final AskingPrices prices;

    PropertyRegister(Listings listings, Reservations reservations, ListingFinder finder, Suggestions suggestions, Market market, Titles titles, Filings filings, PropertyProcess process, FreshTitles freshTitles,
                     AskingPrices prices) {
        this.freshTitles = freshTitles;
        this.listings = listings;
        this.reservations = reservations;
        this.finder = finder;
        this.suggestions = suggestions;
        this.market = market;
        this.titles = titles;
        this.filings = filings;
        this.process = process;
        this.prices = prices;
    }

    public Optional<PropertyView> find(PropertyId id) {
        return listings.property(id);
    }

    public PropertyView property(PropertyId id) {
        return listings.property(id).orElseThrow(() -> new IllegalArgumentException("no property " + id));
    }

    /** A property by the state register's number in any spelling. */
    public Optional<PropertyView> property(String registryNo) {
        return RegistryNo.read(registryNo).flatMap(listings::property);
    }

    public List<District> districts() {
        return listings.districts();
    }

    /** A listing by its number, in any state; the caller decides who may see it. */
    public Optional<ListingView> listing(CaseRef number) {
        return listings.listing(number);
    }

    /** A listing as this person may see it: public ones anybody ({@code null} is a visitor), others only their people. */
    public Outcome<ListingView> listing(Actor actor, CaseRef number) {
        return listings.listingFor(actor, number);
    }

    /** The listing of a property that is not over: draft, published, reserved or, if there is no other, locked. */
    public Optional<ListingView> openListing(PropertyId property) {
        return listings.openListing(property);
    }

    /** Listings of a seller or agent, newest first. */
    public List<ListingView> listingsOf(PartyId sellerOrAgent) {
        return listings.listingsOf(sellerOrAgent);
    }

    public List<ListingView> newest(int limit) {
        return finder.newest(limit);
    }

    /** Published listings that match; text may name district, street, complex, listing or register number, in Cyrillic or Latin. */
    public ListingSearch.Page search(ListingSearch search) {
        return finder.page(search);
    }

    /** The same search by cursor, for calls: stable while listings come and go. A null cursor starts at the beginning. */
    public ListingSearch.Slice search(ListingSearch search, String cursor) {
        return finder.slice(search, cursor);
    }

    /** How many listings each district, kind and number of rooms would leave, the search's other filters applied. */
    public ListingSearch.Facets facets(ListingSearch search) {
        return finder.facets(search);
    }

    /** What somebody who has typed this much may mean: districts, streets and complexes on the market, listings by their numbers. */
    public List<Suggestion> suggest(String typed) {
        return suggestions.of(typed);
    }

    /** The prices asked since the listing was drafted, oldest first. */
    public List<ListingView.PricePoint> priceHistory(CaseRef listing) {
        return prices.history(listing);
    }

    /**
     * Prepares a listing of a property, adding the property when the register number is new. Refused with
     * {@code PROPERTY_LISTED} while another listing of it is alive, {@code REGISTRY_NO_INVALID} and so on for bad input.
     */
    public Outcome<ListingView> draft(CaseRef number, ListingDraft draft) {
        return listings.draft(number, draft);
    }

    /** Shows a draft to the public. Like the next three, harmless when done already and refused with {@code LISTING_STATE} otherwise. */
    public Outcome<Void> publish(CaseRef listing) {
        return listings.publish(listing);
    }

    public Outcome<Void> withdraw(CaseRef listing) {
        return listings.move(listing, State.WITHDRAWN).map(done -> null);
    }

    /** The mandate ran out; a listing that a sale holds ends when the sale gives it back. */
    public Outcome<Void> expire(CaseRef listing) {
        return reservations.expire(listing);
    }

    /** Hides a listing whose title check failed; only compliance opens it again. */
    public Outcome<Void> lock(CaseRef listing, String code) {
        return listings.lock(listing, code);
    }

    /** Compliance has cleared a locked listing: it becomes a draft again. */
    public Outcome<Void> unlock(Actor actor, CaseRef listing) {
        return listings.unlock(actor, listing);
    }

    /**
     * Takes the property for one sale. At most one sale at a time holds it, whatever arrives in parallel: a unique
     * index decides. Refused with {@code PROPERTY_RESERVED}, or {@code PROPERTY_NOT_FOR_SALE} without a published
     * listing; repeating it for the same sale is harmless.
     */
    public Outcome<Void> reserve(PropertyId property, CaseRef sale) {
        return reservations.reserve(property, sale);
    }

    /** Gives the property back to the market; harmless when this sale does not hold it. */
    public void release(PropertyId property, CaseRef sale) {
        reservations.release(property, sale);
    }

    /** The sale that holds the property now. */
    public Optional<CaseRef> reservedBy(PropertyId property) {
        return reservations.holder(property);
    }

    /** After registration: the new owner, the listing sold, the transfer remembered for comparisons. Harmless when repeated. */
    public void markSold(PropertyId property, CaseRef sale, PartyId newOwner, Money price) {
        reservations.markSold(property, sale, newOwner, price);
    }

    /** Median price per m² of similar properties (district, new or old, ±20 % area) sold or listed in 180 days; empty under 8. */
    public Optional<Comparables> comparables(PropertyId id) {
        return market.comparables(id, windowDays(), Integer.parseInt(process.parameter("comparables.min")));
    }

    /** Median prices paid for flats by district and class in the same window. */
    public List<DistrictPrice> districtPrices() {
        return market.districtPrices(windowDays());
    }

    private int windowDays() {
        return Period.parse(process.parameter("comparables.window")).getDays();
    }

    /** The properties that {@link #comparables} compares with, latest first; fewer than its minimum are given too. */
    public List<Comparable> similar(PropertyId id) {
        return market.similar(id, windowDays());
    }

    /** The past transfers of a property, latest first. */
    public List<PastTransfer> pastTransfers(PropertyId id) {
        return market.pastTransfers(id);
    }

    /** The last reading of the state register for this property; empty before the first. */
    public Optional<TitleReading> title(PropertyId id) {
        return titles.last(id);
    }

    /** The owners of that reading one by one, with their full register numbers; for asking them, never for showing. */
    public List<TitleReading.Owner> owners(PropertyId id) {
        return titles.owners(id);
    }

    /** The newest pay-off letter that the present owner's bank gave for the property. */
    public Optional<PayoffLetter> payoff(PropertyId id) {
        return titles.payoff(id);
    }

    /** The last reading taken for a case. */
    public Optional<TitleReading> title(CaseRef caseRef) {
        return titles.last(caseRef);
    }

    /** Reads the seller's title once more and decides on it; empty when the registrar has decided on the transfer meanwhile. */
    public Optional<TitleReading> lookAgain(CaseRef caseRef, PropertyId property, PartyId seller) {
        return freshTitles.again(caseRef, property(property), seller);
    }

    /**
     * Tells the register who a party of the case is, in the state register's words. The process "Check a title" needs
     * the seller, "Register a transfer" seller and buyer; the case calls this before it calls them, because personal
     * data never travels through the engine. Repeating it replaces what was told before.
     */
    public void rememberPerson(CaseRef caseRef, PersonOfCase person) {
        titles.remember(caseRef, person);
    }

    /** Hands over the papers of the transfer, before the process "Register a transfer" is called. */
    public void rememberPapers(CaseRef sale, TransferPapers papers) {
        filings.remember(sale, papers);
    }

    /** The applications filed for a sale, oldest first. */
    public List<FilingView> filings(CaseRef sale) {
        return filings.of(sale);
    }

    /** Calls off an application that is not decided yet, as part of undoing a sale; harmless otherwise. */
    public void undoFiling(CaseRef sale, String reason) {
        filings.undo(sale, reason);
    }

    /** The same before a sale is stopped; refused when the registrar was faster, and when the counter does not answer. */
    public Outcome<Void> withdrawFiling(CaseRef sale, String reason) {
        return filings.withdraw(sale, reason);
    }

    /** @param lowPerM2 a quarter of them cost less; @param highPerM2 a quarter cost more */
    public record Comparables(Money lowPerM2, Money medianPerM2, Money highPerM2, int count) {
    }

    /** @param sold true for a price paid, false for a price asked */
    public record Comparable(boolean sold, LocalDate on, double areaM2, Money price, Money perM2) {
    }

    public record PastTransfer(LocalDate on, Money price) {
    }

    public record DistrictPrice(String district, boolean isNew, Money medianPerM2, int count) {
    }

    public record ListingDraft(PartyId seller, PartyId agent, String registryNo, String certificateNo, String parcelNo, PropertyView.Kind kind, double areaM2,
                               Integer rooms, Integer floor, Integer floors, Integer yearBuilt, String district, int khoroo, String address,
                               Double latitude, Double longitude, String title, String description, Money price) {
    }
}
