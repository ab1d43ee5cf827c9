package mn.eland.property.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import mn.eland.property.PropertyView.Kind;
import mn.eland.property.RegistryNo;
import org.junit.jupiter.api.Test;

class SandboxTests {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void sameNumberGivesTheSameListings() {
        var one = new ListingGenerator(NOW).listings(600);
        var other = new ListingGenerator(NOW).listings(600);

        assertThat(one).isEqualTo(other).hasSize(600);
    }

    @Test
    void listingsAreSoundAndSpreadOverNineDistricts() {
        var listings = new ListingGenerator(NOW).listings(600);

        assertThat(listings.stream().collect(Collectors.groupingBy(SeedProperty::district, Collectors.counting()))).hasSize(9)
                .allSatisfy((district, count) -> assertThat(count).isGreaterThanOrEqualTo(3));
        assertThat(listings).extracting(SeedProperty::registryNo).doesNotHaveDuplicates()
                .allMatch(number -> RegistryNo.read(number).orElseThrow().value().equals(number));
        assertThat(listings).allSatisfy(listing -> {
            assertThat(RegistryNo.read(listing.registryNo()).orElseThrow().suits(listing.kind())).isTrue();
            assertThat(listing.publishedAt()).isBefore(NOW);
            assertThat(listing.price()).isPositive();
            assertThat(SeedOwners.owner(listing.owner())).isNotNull();
            assertThat(listing.khoroo()).isBetween(1, Places.of(listing.district()).khoroos());
            if (listing.floor() != null && listing.floors() != null) {
                assertThat(listing.floor()).isLessThanOrEqualTo(listing.floors());
            }
        });
        assertThat(listings.stream().filter(listing -> listing.kind() == Kind.APARTMENT).count()).isGreaterThan(400);
    }

    @Test
    void knownPropertiesHaveTheNumbersOfTheirStories() {
        var known = KnownProperties.at(NOW);

        assertThat(known).hasSize(14).filteredOn(property -> property.publishedAt() != null).hasSize(13);
        assertThat(known.get(0).registryNo()).isEqualTo("Ү-2299000001");
        assertThat(known.get(0).certificateNo()).isEqualTo("000000101");
        assertThat(known.get(0).parcelNo()).isEqualTo("1119000001");
        assertThat(known.get(8).registryNo()).isEqualTo("Г-2299000009");
        assertThat(known.get(4).price()).isEqualTo(85_000_000);
        assertThat(known).allSatisfy(property -> assertThat(SeedOwners.owner(property.owner())).isNotNull());
    }

    @Test
    void everyCommonClassHasEnoughTransfersInHalfAYear() {
        var today = LocalDate.of(2026, 11, 23);
        var transfers = new TransferGenerator(today).transfers();

        var common = transfers.stream().filter(t -> t.kind() == Kind.APARTMENT && t.on().isAfter(today.minusDays(180)) && Places.of(t.district()).share() > 5)
                .collect(Collectors.groupingBy(t -> t.district() + t.rooms() + (t.yearBuilt() >= today.getYear() - 5), Collectors.counting()));

        assertThat(common).hasSize(6 * 4 * 2).allSatisfy((kind, count) -> assertThat(count).isGreaterThanOrEqualTo(6));
        assertThat(transfers).allSatisfy(transfer -> assertThat(transfer.on()).isBetween(today.minusDays(731), today.minusDays(1)));
    }
}
