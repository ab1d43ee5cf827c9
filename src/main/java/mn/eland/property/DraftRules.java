package mn.eland.property;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.property.PropertyRegister.ListingDraft;
import mn.eland.property.PropertyView.Kind;
import mn.eland.property.price.AskingPrices;

/** What a draft of a listing must satisfy before it touches the register; the first broken rule answers. */
final class DraftRules {

    static final int LONGEST_TITLE = 120;
    static final int LONGEST_DESCRIPTION = 4000;
    private static final Pattern CERTIFICATE = Pattern.compile("\\d{9}");
    private static final Pattern PARCEL = Pattern.compile("\\d{10,17}");

    private record Rule(Predicate<ListingDraft> broken, String code, String field) {
    }

    private final List<Rule> rules = new ArrayList<>();

    DraftRules(int currentYear) {
        refuse(d -> d.seller() == null, "SELLER_MISSING", "seller");
        refuse(d -> d.kind() == null, "KIND_MISSING", "kind");
        refuse(d -> RegistryNo.read(d.registryNo()).isEmpty(), "REGISTRY_NO_INVALID", "registryNo");
        refuse(d -> !RegistryNo.read(d.registryNo()).get().suits(d.kind()), "REGISTRY_NO_KIND", "registryNo");
        refuse(d -> !matches(CERTIFICATE, d.certificateNo()), "CERTIFICATE_NO_INVALID", "certificateNo");
        refuse(d -> isGiven(d.parcelNo()) && !matches(PARCEL, d.parcelNo()), "PARCEL_NO_INVALID", "parcelNo");
        refuse(d -> d.kind() == Kind.LAND && !isGiven(d.parcelNo()), "PARCEL_NO_MISSING", "parcelNo");
        refuse(d -> !(d.areaM2() > 0 && d.areaM2() <= 1_000_000), "AREA_INVALID", "areaM2");
        refuse(d -> outside(d.rooms(), 1, 30), "ROOMS_INVALID", "rooms");
        refuse(d -> outside(d.floors(), 1, 100), "FLOORS_INVALID", "floors");
        refuse(d -> outside(d.floor(), -5, d.floors() == null ? 100 : d.floors()), "FLOOR_INVALID", "floor");
        refuse(d -> outside(d.yearBuilt(), 1900, currentYear + 5), "YEAR_INVALID", "yearBuilt");
        refuse(d -> !isGiven(d.address()) || d.address().length() > 250, "ADDRESS_INVALID", "address");
        refuse(d -> !isGiven(d.title()) || d.title().length() > LONGEST_TITLE, "TITLE_INVALID", "title");
        refuse(d -> d.description() != null && d.description().length() > LONGEST_DESCRIPTION, "DESCRIPTION_TOO_LONG", "description");
        refuse(d -> !AskingPrices.isPrice(d.price()), "PRICE_INVALID", "price");
        refuse(d -> (d.latitude() == null) != (d.longitude() == null) || d.latitude() != null && !inMongolia(d),
                "POSITION_INVALID", "latitude");
    }

    Outcome<Void> check(ListingDraft draft) {
        for (var rule : rules) {
            if (rule.broken.test(draft)) {
                return Outcome.refused(Refusal.invalid(rule.code, rule.field));
            }
        }
        return Outcome.done();
    }

    private void refuse(Predicate<ListingDraft> broken, String code, String field) {
        rules.add(new Rule(broken, code, field));
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }

    private static boolean matches(Pattern form, String text) {
        return text != null && form.matcher(text.strip()).matches();
    }

    private static boolean outside(Integer value, int from, int to) {
        return value != null && (value < from || value > to);
    }

    private static boolean inMongolia(ListingDraft draft) {
        return draft.latitude() >= 41.5 && draft.latitude() <= 52.2 && draft.longitude() >= 87.7 && draft.longitude() <= 119.95;
    }
}
