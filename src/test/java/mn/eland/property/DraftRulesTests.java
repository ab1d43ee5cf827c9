package mn.eland.property;

import static mn.eland.property.Flats.aFlat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import mn.eland.property.PropertyRegister.ListingDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DraftRulesTests {

    private final DraftRules rules = new DraftRules(2026);

    @Test
    void goodDraftPasses() {
        assertThat(rules.check(aFlat().draft()).isDone()).isTrue();
    }

    static Stream<Arguments> badDrafts() {
        return Stream.of(
                Arguments.of(aFlat().ownedBy(null).draft(), "SELLER_MISSING", "seller"),
                Arguments.of(aFlat().ofKind(null).draft(), "KIND_MISSING", "kind"),
                Arguments.of(aFlat().registeredAs("2299000001", "000000101", null).draft(), "REGISTRY_NO_INVALID", "registryNo"),
                Arguments.of(aFlat().registeredAs("Г-2299000001", "000000101", null).draft(), "REGISTRY_NO_KIND", "registryNo"),
                Arguments.of(aFlat().registeredAs("Ү-2299000001", "00000101", null).draft(), "CERTIFICATE_NO_INVALID", "certificateNo"),
                Arguments.of(aFlat().registeredAs("Ү-2299000001", null, null).draft(), "CERTIFICATE_NO_INVALID", "certificateNo"),
                Arguments.of(aFlat().registeredAs("Ү-2299000001", "000000101", "123456789").draft(), "PARCEL_NO_INVALID", "parcelNo"),
                Arguments.of(aFlat().registeredAs("Ү-2299000001", "000000101", "123456789012345678").draft(), "PARCEL_NO_INVALID", "parcelNo"),
                Arguments.of(aFlat().registeredAs("Г-2299000001", "000000101", null).ofKind(PropertyView.Kind.LAND).draft(), "PARCEL_NO_MISSING", "parcelNo"),
                Arguments.of(aFlat().withArea(0).draft(), "AREA_INVALID", "areaM2"),
                Arguments.of(aFlat().withArea(-5).draft(), "AREA_INVALID", "areaM2"),
                Arguments.of(aFlat().withArea(Double.NaN).draft(), "AREA_INVALID", "areaM2"),
                Arguments.of(aFlat().withArea(1_000_001).draft(), "AREA_INVALID", "areaM2"),
                Arguments.of(aFlat().withRooms(0).draft(), "ROOMS_INVALID", "rooms"),
                Arguments.of(aFlat().withRooms(31).draft(), "ROOMS_INVALID", "rooms"),
                Arguments.of(aFlat().onFloor(1, 101).draft(), "FLOORS_INVALID", "floors"),
                Arguments.of(aFlat().onFloor(10, 9).draft(), "FLOOR_INVALID", "floor"),
                Arguments.of(aFlat().onFloor(-6, 9).draft(), "FLOOR_INVALID", "floor"),
                Arguments.of(aFlat().builtIn(1899).draft(), "YEAR_INVALID", "yearBuilt"),
                Arguments.of(aFlat().builtIn(2032).draft(), "YEAR_INVALID", "yearBuilt"),
                Arguments.of(aFlat().in("SBD", " ").draft(), "ADDRESS_INVALID", "address"),
                Arguments.of(aFlat().in("SBD", "х".repeat(251)).draft(), "ADDRESS_INVALID", "address"),
                Arguments.of(aFlat().entitled("").draft(), "TITLE_INVALID", "title"),
                Arguments.of(aFlat().entitled("х".repeat(121)).draft(), "TITLE_INVALID", "title"),
                Arguments.of(aFlat().listedFor(0), "PRICE_INVALID", "price"),
                Arguments.of(aFlat().listedFor(-1), "PRICE_INVALID", "price"),
                Arguments.of(aFlat().listedFor(1_000_000_000_001L), "PRICE_INVALID", "price"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("badDrafts")
    void badDraftIsRefusedWithCodeAndField(ListingDraft draft, String code, String field) {
        var refusal = rules.check(draft).refusal();

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.field()).isEqualTo(field);
    }

    @Test
    void pointOutsideMongoliaIsRefused() {
        var d = aFlat().draft();
        var inParis = new ListingDraft(d.seller(), d.agent(), d.registryNo(), d.certificateNo(), d.parcelNo(), d.kind(), d.areaM2(), d.rooms(),
                d.floor(), d.floors(), d.yearBuilt(), d.district(), d.khoroo(), d.address(), 48.85, 2.35, d.title(), d.description(), d.price());

        assertThat(rules.check(inParis).refusal().code()).isEqualTo("POSITION_INVALID");
    }
}
