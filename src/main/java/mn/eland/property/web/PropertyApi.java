package mn.eland.property.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import mn.eland.edge.web.EditTag;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.property.ListingSearch;
import mn.eland.property.ListingView;
import mn.eland.property.PropertyRegister;
import mn.eland.property.PropertyView;
import mn.eland.property.price.AskingPrices;
import mn.eland.property.web.ListingResource.Detail;
import mn.eland.property.web.ListingResource.Slice;
import org.springframework.http.HttpHeaders;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Listings for calls: public search and reading, the lock by compliance. */
@RestController
@RequestMapping("/api/v1/properties")
class PropertyApi {

    private static final Set<String> SORTS = Set.of("NEWEST", "PRICE_UP", "PRICE_DOWN", "PER_M2", "AREA");

    private final PropertyRegister register;
    private final AskingPrices prices;

    PropertyApi(PropertyRegister register, AskingPrices prices) {
        this.register = register;
        this.prices = prices;
    }

    /** What to search for, as query parameters. */
    record Query(String text, String district, PropertyView.Kind kind, Long priceFrom, Long priceTo, Double areaFrom,
                 Double areaTo, Integer rooms, String sort) {

        ListingSearch search(int limit) {
            if (sort != null && !SORTS.contains(sort)) {
                throw new RefusedException(Refusal.invalid("SORT_UNKNOWN", "sort"));
            }
            if (priceFrom != null && priceTo != null && priceFrom > priceTo) {
                throw new RefusedException(Refusal.invalid("RANGE_INVALID", "priceFrom"));
            }
            if (areaFrom != null && areaTo != null && areaFrom > areaTo) {
                throw new RefusedException(Refusal.invalid("RANGE_INVALID", "areaFrom"));
            }
            return new ListingSearch(text, district, kind, money(priceFrom), money(priceTo), areaFrom, areaTo, rooms, sort, 0, limit);
        }

        private static Money money(Long tugrug) {
            return tugrug == null ? null : Money.of(tugrug);
        }
    }

    @GetMapping
    Slice search(@ModelAttribute Query query, @RequestParam(required = false) String cursor, @RequestParam(defaultValue = "20") int limit) {
        return Slice.of(register.search(query.search(limit), cursor));
    }

    @GetMapping("/facets")
    ListingSearch.Facets facets(@ModelAttribute Query query) {
        return register.facets(query.search(1));
    }

    /** The {@code ETag} names the version that an edit of the listing has to be made on; what is told beside the listing may change without it. */
    @GetMapping("/{listingNumber}")
    Detail listing(@Nullable Actor actor, @PathVariable String listingNumber, HttpServletResponse answer) {
        var listing = RefusedException.orThrow(number(listingNumber).flatMap(number -> register.listing(actor, number)));
        prices.of(listing.number()).ifPresent(asked -> answer.setHeader(HttpHeaders.ETAG, EditTag.of(asked.version())));
        return detail(listing);
    }

    @PostMapping("/{listingNumber}/unlock")
    Map<String, String> unlock(Actor actor, @PathVariable String listingNumber) {
        RefusedException.orThrow(number(listingNumber).flatMap(number -> register.unlock(actor, number)));
        return Map.of("state", ListingView.State.DRAFT.name());
    }

    private Detail detail(ListingView listing) {
        var id = listing.property().id();
        return Detail.of(listing, register.priceHistory(listing.number()), register.comparables(id).orElse(null),
                register.title(id).orElse(null));
    }

    private static Outcome<CaseRef> number(String text) {
        return CaseRef.isCaseNumber(text) ? Outcome.done(CaseRef.of(text))
                : Outcome.refused(Refusal.notFound("LISTING_UNKNOWN").with("number", text));
    }
}
