package mn.eland.property;

import java.util.List;
import java.util.Optional;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.PropertyId;
import org.springframework.stereotype.Service;

/** What may be sold, by whom, and what is known of it. */
@Service
public class PropertyRegister {

    public PropertyView property(PropertyId id) {
        throw new UnsupportedOperationException();
    }

    /** A listing by its number, in any state; the caller decides who may see it. */
    public Optional<ListingView> listing(CaseRef number) {
        throw new UnsupportedOperationException();
    }

    /** Listings of a seller or agent, newest first. */
    public List<ListingView> listingsOf(PartyId sellerOrAgent) {
        throw new UnsupportedOperationException();
    }

    public List<ListingView> newest(int limit) {
        throw new UnsupportedOperationException();
    }

    /** Published listings that match; text may name district, street, complex, listing or register number, in Cyrillic or Latin. */
    public ListingPage search(ListingSearch search) {
        throw new UnsupportedOperationException();
    }

    /**
     * Prepares a listing of a property, adding the property when the register number is new. Refused with
     * {@code PROPERTY_LISTED} while another listing of it is alive, {@code REGISTRY_NO_INVALID} and so on for bad input.
     */
    public Outcome<ListingView> draft(CaseRef number, ListingDraft draft) {
        throw new UnsupportedOperationException();
    }

    public void publish(CaseRef listing) {
        throw new UnsupportedOperationException();
    }

    public void withdraw(CaseRef listing) {
        throw new UnsupportedOperationException();
    }

    public void expire(CaseRef listing) {
        throw new UnsupportedOperationException();
    }

    /** Hides a listing whose title check failed; only compliance opens it again. */
    public void lock(CaseRef listing, String code) {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes the property for one sale. At most one sale at a time holds it, whatever arrives in parallel: a unique
     * index decides. Refused with {@code PROPERTY_RESERVED}; repeating it for the same sale is harmless.
     */
    public Outcome<Void> reserve(PropertyId property, CaseRef sale) {
        throw new UnsupportedOperationException();
    }

    /** Gives the property back to the market; harmless when this sale does not hold it. */
    public void release(PropertyId property, CaseRef sale) {
        throw new UnsupportedOperationException();
    }

    /** After registration: the new owner, the listing sold, the transfer remembered for comparisons. */
    public void markSold(PropertyId property, CaseRef sale, PartyId newOwner, Money price) {
        throw new UnsupportedOperationException();
    }

    /** Median price per m² of similar properties (district, new or old, ±20 % area) sold or listed in 180 days; empty under 8. */
    public Optional<Comparables> comparables(PropertyId id) {
        throw new UnsupportedOperationException();
    }

    /** Facts of past transfers, for the fraud signals. */
    public TransferHistory transfers(PropertyId id) {
        throw new UnsupportedOperationException();
    }

    /** The last reading of the state register for this property; empty before the first. */
    public Optional<TitleReading> title(PropertyId id) {
        throw new UnsupportedOperationException();
    }

    public record Comparables(Money medianPerM2, int count) {
    }

    /** @param daysSinceLast null when never transferred; @param growth90d ratio of the last price change within 90 days, else 0 */
    public record TransferHistory(Integer daysSinceLast, int last12Months, double growth90d) {
    }

    public record ListingDraft(PartyId seller, PartyId agent, String registryNo, String certificateNo, String parcelNo,
                               PropertyView.Kind kind, double areaM2, Integer rooms, Integer floor, Integer floors,
                               Integer yearBuilt, String district, int khoroo, String address, Double latitude,
                               Double longitude, String title, String description, Money price) {
    }

    /** @param sort NEWEST, PRICE_UP, PRICE_DOWN, PER_M2 or AREA; @param page from 0 */
    public record ListingSearch(String text, String district, PropertyView.Kind kind, Money priceFrom, Money priceTo,
                                Double areaFrom, Double areaTo, Integer rooms, String sort, int page, int size) {
    }

    public record ListingPage(List<ListingView> listings, long count, int page, int pages) {
    }
}
