package mn.eland.desk.web;

import java.util.List;
import mn.eland.edge.web.QrSvg;
import mn.eland.edge.web.RefusedException;
import mn.eland.identity.Parties;
import mn.eland.identity.PartyView;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.Standing;
import mn.eland.property.ListingSearch;
import mn.eland.property.ListingView;
import mn.eland.property.PropertyRegister;
import mn.eland.property.PropertyRegister.Comparables;
import mn.eland.property.PropertyView;
import mn.eland.sale.ruling.DealRulings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What anybody may see: home, search, a property. */
@Controller
class PropertyPages {

    private final PropertyRegister register;
    private final Parties parties;
    private final DealCosts costs;
    private final DealRulings rulings;
    private final Standing standing;
    private final String baseUrl;

    PropertyPages(PropertyRegister register, Parties parties, DealCosts costs, DealRulings rulings, Standing standing,
                  @Value("${eland.base-url}") String baseUrl) {
        this.register = register;
        this.parties = parties;
        this.costs = costs;
        this.rulings = rulings;
        this.standing = standing;
        this.baseUrl = baseUrl;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("newest", register.newest(8));
        model.addAttribute("districts", register.districts());
        return "desk/home";
    }

    @GetMapping("/properties")
    String search(@ModelAttribute SearchInput input, Model model) {
        var found = register.search(input.search());
        model.addAttribute("found", found);
        model.addAttribute("input", input);
        model.addAttribute("errors", input.errors());
        model.addAttribute("districts", register.districts());
        model.addAttribute("facets", register.facets(input.search()));
        model.addAttribute("medians", register.districtPrices().stream()
                .filter(price -> price.district().equals(input.search().district())).toList());
        model.addAttribute("kinds", PropertyView.Kind.values());
        model.addAttribute("sorts", List.of("NEWEST", "PRICE_UP", "PRICE_DOWN", "PER_M2", "AREA"));
        if (found.count() == 0) {
            model.addAttribute("similar", register.search(new ListingSearch(null, input.search().district(), null, null, null,
                    null, null, null, "NEWEST", 0, 4)).listings());
        }
        return "desk/properties";
    }

    /** The list below the search field while one types: a part of the page. */
    @GetMapping("/properties/suggestions")
    String suggestions(@RequestParam(defaultValue = "") String text, Model model) {
        model.addAttribute("suggestions", register.suggest(text));
        return "fragments/search :: options";
    }

    @GetMapping("/properties/{number:[LSRAND]-\\d{4}-\\d{6}}")
    String property(@Nullable Actor actor, @PathVariable CaseRef number, Model model) {
        var listing = visible(actor, number);
        model.addAttribute("listing", listing);
        model.addAttribute("property", listing.property());
        model.addAttribute("title", register.title(listing.property().id()).orElse(null));
        model.addAttribute("rulings", rulings.of(actor, listing));
        model.addAttribute("costs", costs.of(listing));
        model.addAttribute("agent", listing.agent() == null ? null : parties.find(listing.agent()).map(PartyView::shortName).orElse(null));
        register.comparables(listing.property().id()).ifPresent(comparables -> model.addAttribute("comparison",
                Comparison.of(listing.pricePerM2(), comparables)));
        model.addAttribute("prices", register.priceHistory(number));
        model.addAttribute("similar", similar(listing));
        model.addAttribute("mine", actor != null && (standing.among(actor, List.of(listing.seller())).party().equals(listing.seller()) || actor.party().equals(listing.agent())));
        return "desk/property";
    }

    /** The address of the page as a QR code, for the printed sheet. */
    @GetMapping(value = "/properties/{number:[LSRAND]-\\d{4}-\\d{6}}/qr.svg")
    ResponseEntity<String> qr(@Nullable Actor actor, @PathVariable CaseRef number) {
        visible(actor, number);
        return ResponseEntity.ok().contentType(MediaType.valueOf("image/svg+xml"))
                .body(QrSvg.of(baseUrl + "/properties/" + number));
    }

    private ListingView visible(Actor actor, CaseRef number) {
        return RefusedException.orThrow(register.listing(actor, number));
    }

    private List<ListingView> similar(ListingView listing) {
        var price = listing.price();
        return register.search(new ListingSearch(null, listing.property().district(), listing.property().kind(), price.percent(70),
                        price.percent(130), null, null, null, "NEWEST", 0, 5)).listings().stream()
                .filter(other -> !other.number().equals(listing.number())).limit(4).toList();
    }

    /** @param percent how far this price per m² is from the median, negative below */
    record Comparison(Money medianPerM2, int count, long percent) {

        static Comparison of(Money perM2, Comparables comparables) {
            var median = comparables.medianPerM2();
            return new Comparison(median, comparables.count(), Math.round(100.0 * (perM2.tugrug() - median.tugrug()) / median.tugrug()));
        }

        public String word() {
            return percent < -3 ? "below" : percent > 3 ? "above" : "same";
        }

        public long distance() {
            return Math.abs(percent);
        }
    }
}
