package mn.eland.property;

import static mn.eland.property.Flats.AGENT;
import static mn.eland.property.Flats.ENKHJIN;
import static mn.eland.property.Flats.TEMUULEN;
import static mn.eland.property.Flats.aFlat;
import static mn.eland.property.Flats.aListingNumber;
import static mn.eland.property.Flats.aSaleNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import mn.eland.property.ListingSearch;
import mn.eland.property.ListingView.State;
import mn.eland.property.PropertyRegister.ListingDraft;
import mn.eland.property.price.AskingPrices;
import mn.eland.workflow.Workflow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@RegisterTest
class PropertyRegisterTests {

    private static final Actor SELLER = new Actor(TEMUULEN, "Г. Тэмүүлэн", Set.of(Role.BUYER, Role.SELLER));
    private static final Actor BUYER = new Actor(ENKHJIN, "Б. Энхжин", Set.of(Role.BUYER, Role.SELLER));
    private static final Actor COMPLIANCE = new Actor(PartyId.random(), "А. Тулга", Set.of(Role.COMPLIANCE));

    @MockitoBean Workflow workflow;
    @Autowired PropertyRegister register;
    @Autowired AskingPrices prices;
    @Autowired JdbcTemplate jdbc;
    @Autowired ElandClock clock;

    @BeforeEach
    void emptyRegister() {
        jdbc.execute("truncate property.properties, property.listings, property.listing_prices, property.reservations, property.transfers cascade");
        when(workflow.parameter("comparables.window")).thenReturn("P180D");
        when(workflow.parameter("comparables.min")).thenReturn("8");
    }

    private ListingView published(ListingDraft draft) {
        var listing = register.draft(aListingNumber(), draft).get();
        register.publish(listing.number()).get();
        return register.listing(listing.number()).orElseThrow();
    }

    private static ListingSearch search(String text) {
        return new ListingSearch(text, null, null, null, null, null, null, null, null, 0, 20);
    }

    @Test
    void draftAddsThePropertyUnderItsNormalNumber() {
        var listing = register.draft(aListingNumber(), aFlat().registeredAs("y2298777777", "000000777", "1119777777").draft()).get();

        assertThat(listing.state()).isEqualTo(State.DRAFT);
        assertThat(listing.property().registryNo()).isEqualTo("Ү-2298777777");
        assertThat(register.property("ү 2298777777")).map(PropertyView::id).contains(listing.property().id());
        assertThat(register.priceHistory(listing.number())).hasSize(1);
        assertThat(listing.pictures()).hasSize(4).first().isEqualTo("/pictures/" + listing.property().id() + "/1.svg");
    }

    @Test
    void secondListingOfAPropertyIsRefusedWhileTheFirstIsOpen() {
        var flat = aFlat().registeredAs("Ү-2298888888", "000000888", "1119888888");
        var first = register.draft(aListingNumber(), flat.draft()).get();

        assertThat(register.draft(aListingNumber(), flat.draft()).refusal().code()).isEqualTo("PROPERTY_LISTED");

        register.withdraw(first.number()).get();
        assertThat(register.draft(aListingNumber(), flat.draft()).isDone()).isTrue();
    }

    @Test
    void aPlotIsNotListedUnderTwoNumbersOfTheRegister() throws Exception {
        var plot = aFlat().ofKind(PropertyView.Kind.LAND).onFloor(null, null).registeredAs("Г-2298800001", "000000801", "11198000011");
        var first = register.draft(aListingNumber(), plot.draft()).get();
        var right = aFlat().ofKind(PropertyView.Kind.POSSESSION_RIGHT).onFloor(null, null).registeredAs("Г-2298800002", "000000802", "11198000011").draft();

        assertThat(register.draft(aListingNumber(), right).refusal()).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("PARCEL_LISTED");
            assertThat(refusal.arguments()).containsEntry("parcelNo", "11198000011");
        });
        assertThat(register.draft(aListingNumber(), aFlat().registeredAs("Ү-2298800003", "000000803", "11198000011").draft()).isDone()).as("a house on it").isTrue();

        register.lock(first.number(), "ARREST").get();
        register.draft(aListingNumber(), right).get();
        assertThat(register.unlock(COMPLIANCE, first.number()).refusal().code()).isEqualTo("PARCEL_LISTED");
    }

    @Test
    void ofTwoWhoListAPlotAtOnceOneIsRefused() throws Exception {
        var drafts = IntStream.range(0, 2).mapToObj(n -> aFlat().ofKind(PropertyView.Kind.LAND).onFloor(null, null)
                .registeredAs("Г-229880001" + n, "00000081" + n, "11198000022").draft()).toList();
        var barrier = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            var outcomes = pool.invokeAll(drafts.stream().<Callable<Outcome<ListingView>>>map(draft -> () -> {
                barrier.await();
                return register.draft(aListingNumber(), draft);
            }).toList());

            assertThat(outcomes).extracting(outcome -> outcome.get().isDone()).containsExactlyInAnyOrder(true, false);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void unknownDistrictAndKhorooAreRefused() {
        assertThat(register.draft(aListingNumber(), aFlat().in("XXX", "х").draft()).refusal().code()).isEqualTo("DISTRICT_UNKNOWN");
        assertThat(register.draft(aListingNumber(), aFlat().inKhoroo(21).draft()).refusal().code()).isEqualTo("KHOROO_UNKNOWN");
    }

    @Test
    void draftIsSeenOnlyByItsPeople() {
        var draft = register.draft(aListingNumber(), aFlat().draft()).get().number();

        assertThat(register.listing(SELLER, draft).isDone()).isTrue();
        assertThat(register.listing(new Actor(AGENT, "Л. Мөнхзул", Set.of(Role.AGENT)), draft).isDone()).isTrue();
        assertThat(register.listing(COMPLIANCE, draft).isDone()).isTrue();
        assertThat(register.listing(BUYER, draft).refusal().code()).isEqualTo("LISTING_UNKNOWN");
        assertThat(register.listing(null, draft).refusal().code()).isEqualTo("LISTING_UNKNOWN");
        assertThat(register.search(search(draft.number())).listings()).isEmpty();
    }

    @Test
    void lockedListingIsHiddenUntilComplianceOpensIt() {
        var flat = aFlat().registeredAs("Ү-2298999999", "000000999", "1119999999");
        var listing = published(flat.draft());
        register.lock(listing.number(), "ARREST").get();

        assertThat(register.listing(BUYER, listing.number()).isDone()).isFalse();
        assertThat(register.draft(aListingNumber(), flat.draft()).refusal().code()).isEqualTo("PROPERTY_LOCKED");
        assertThat(register.publish(listing.number()).refusal().code()).isEqualTo("LISTING_STATE");
        assertThat(register.unlock(SELLER, listing.number()).refusal().code()).isEqualTo("COMPLIANCE_ONLY");

        register.unlock(COMPLIANCE, listing.number()).get();
        assertThat(register.publish(listing.number()).isDone()).isTrue();
    }

    @Test
    void impostorsLockDoesNotKeepTheOwnerOut() {
        var flat = aFlat().registeredAs("Ү-2298999998", "000000998", "1119999998");
        var false_ = register.draft(aListingNumber(), flat.ownedBy(ENKHJIN).draft()).get();
        register.lock(false_.number(), "OWNER_MISMATCH").get();

        assertThat(register.draft(aListingNumber(), flat.ownedBy(ENKHJIN).draft()).refusal().code()).isEqualTo("PROPERTY_LOCKED");
        assertThat(register.draft(aListingNumber(), flat.ownedBy(TEMUULEN).draft()).isDone()).isTrue();
    }

    @Test
    void anotherPriceIsNotedAndCountsAsAnEdit() {
        var listing = published(aFlat().listedFor(285_000_000));
        var first = prices.of(listing.number()).orElseThrow();
        assertThat(first.approved()).isEqualTo(Money.of(285_000_000));

        clock.passes(java.time.Duration.ofMinutes(1));
        prices.change(listing.number(), Money.of(279_000_000)).get();
        assertThat(prices.of(listing.number()).orElseThrow()).satisfies(now -> {
            assertThat(now.listing().price()).isEqualTo(Money.of(279_000_000));
            assertThat(now.version()).isEqualTo(first.version() + 1);
            assertThat(now.approved()).as("approved is what it was").isEqualTo(Money.of(285_000_000));
        });
        assertThat(register.priceHistory(listing.number())).extracting(point -> point.price().tugrug()).containsExactly(285_000_000L, 279_000_000L);
        prices.approve(listing.number());
        assertThat(prices.of(listing.number()).orElseThrow().approved()).isEqualTo(Money.of(279_000_000));

        register.reserve(listing.property().id(), aSaleNumber()).get();
        assertThat(prices.of(listing.number()).orElseThrow()).matches(held -> !held.isOpen() && held.version() == first.version() + 2);
        assertThat(prices.change(listing.number(), Money.of(1_000_000)).refusal().code()).isEqualTo("LISTING_STATE");
        assertThat(java.util.stream.Stream.of(Money.ZERO, Money.of(1_000_000_000_001L), null)).noneMatch(AskingPrices::isPrice);
    }

    @Test
    void aListingThatWasEnteredOnTheMarketCountsAsApprovedAtThePriceItCameWith() {
        var listing = published(aFlat().listedFor(285_000_000)).number();

        prices.change(listing, Money.of(280_000_000)).get();
        prices.change(listing, Money.of(275_000_000)).get();

        assertThat(prices.of(listing).orElseThrow().approved()).isEqualTo(Money.of(285_000_000));
    }

    @Test
    void aDraftIsApprovedByNobodyBeforeItComesToTheMarket() {
        var draft = register.draft(aListingNumber(), aFlat().listedFor(285_000_000)).get().number();

        assertThat(prices.of(draft).orElseThrow().approved()).isNull();
    }

    @Test
    void saleReservesReleasesAndSells() {
        var listing = published(aFlat().draft());
        var property = listing.property().id();
        var sale = aSaleNumber();

        register.reserve(property, sale).get();
        assertThat(register.reserve(property, sale).isDone()).isTrue();
        assertThat(register.reserve(property, aSaleNumber()).refusal().code()).isEqualTo("PROPERTY_RESERVED");
        assertThat(register.listing(listing.number()).orElseThrow().state()).isEqualTo(State.RESERVED);
        assertThat(register.withdraw(listing.number()).refusal().code()).isEqualTo("LISTING_STATE");
        register.release(property, aSaleNumber());
        assertThat(register.reservedBy(property)).contains(sale);
        register.release(property, sale);
        register.release(property, sale);
        assertThat(register.listing(listing.number()).orElseThrow().state()).isEqualTo(State.PUBLISHED);

        register.reserve(property, sale).get();
        register.markSold(property, sale, ENKHJIN, Money.of(280_000_000));
        register.markSold(property, sale, ENKHJIN, Money.of(280_000_000));

        assertThat(register.listing(listing.number()).orElseThrow().state()).isEqualTo(State.SOLD);
        assertThat(register.reservedBy(property)).isEmpty();
        assertThat(register.pastTransfers(property)).containsExactly(new PropertyRegister.PastTransfer(clock.today(), Money.of(280_000_000)));
        assertThat(register.reserve(property, aSaleNumber()).refusal().code()).isEqualTo("PROPERTY_NOT_FOR_SALE");
    }

    @Test
    void propertyWhoseMandateRanOutDuringASaleDoesNotGoBackToTheMarket() {
        var listing = published(aFlat().draft());
        var sale = aSaleNumber();
        register.reserve(listing.property().id(), sale).get();

        register.expire(listing.number()).get();
        assertThat(register.listing(listing.number()).orElseThrow().state()).isEqualTo(State.RESERVED);
        register.release(listing.property().id(), sale);

        assertThat(register.listing(listing.number()).orElseThrow().state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void twoHundredSalesReachForOnePropertyAndOneGetsIt() throws Exception {
        var property = published(aFlat().draft()).property().id();
        var start = new CyclicBarrier(200);
        var people = Executors.newFixedThreadPool(200);

        var results = people.invokeAll(IntStream.range(0, 200).<Callable<Outcome<Void>>>mapToObj(i -> () -> {
            var sale = aSaleNumber();
            start.await();
            return register.reserve(property, sale);
        }).toList());
        people.shutdown();

        int won = 0;
        for (var result : results) {
            if (result.get().isDone()) {
                won++;
            } else {
                assertThat(result.get().refusal().code()).isEqualTo("PROPERTY_RESERVED");
            }
        }
        assertThat(won).isEqualTo(1);
        assertThat(jdbc.queryForObject("select count(*) from property.reservations where released_at is null", Integer.class)).isEqualTo(1);
    }

    @Test
    void databaseItselfRefusesASecondReservationAndAChangedTransfer() {
        var property = published(aFlat().draft()).property().id();
        register.reserve(property, aSaleNumber()).get();
        jdbc.update("insert into property.transfers (property_id, district, kind, area_m2, price, transferred_on) values (?, 'SBD', 'APARTMENT', 60, 1, current_date)", property.value());

        assertThatThrownBy(() -> jdbc.update("insert into property.reservations (property_id, sale, reserved_at) values (?, 'S-2026-999999', now())", property.value()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.update("update property.transfers set price = 2")).isInstanceOf(DataAccessException.class).hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.update("delete from property.transfers")).isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Сөүлийн гудамж", "СӨҮЛИЙН", "Soulin gudamj", "Баянзүрх", "Bayanzurkh", "bayanzürh", "BZD", "БЗД", "26-р хороо", "26 khoroo",
        "Наран цамхаг", "naran tsamkhag", "Naran tsamhag", "Жуковын", "Jukov", "Zhukoviin", "Ү-2298123456", "y2298123456", "2298123456", "Bayanzurh naran"})
    void listingIsFoundInBothAlphabets(String text) {
        var wanted = published(aFlat().registeredAs("Ү-2298123456", "000123456", null).in("BZD", "Баянзүрх дүүрэг, 26-р хороо, «Наран цамхаг», Жуковын гудамж, Сөүлийн гудамж 5").inKhoroo(26).draft());
        published(aFlat().in("KUD", "Хан-Уул дүүрэг, 11-р хороо, Зайсан 3").inKhoroo(11).draft());

        assertThat(register.search(search(text)).listings()).extracting(ListingView::number).containsExactly(wanted.number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Хан-Уул", "Khan-Uul", "Хан Уул", "khanuul", "Han uul", "ХУД", "Зайсан", "Zaisan", "zaisn"})
    void hyphenDoubleVowelsAndSlipsDoNotMatter(String text) {
        published(aFlat().in("BZD", "Баянзүрх дүүрэг, 26-р хороо, Жуковын гудамж 5").inKhoroo(26).draft());
        var wanted = published(aFlat().in("KUD", "Хан-Уул дүүрэг, 11-р хороо, Зайсан 3").inKhoroo(11).draft());

        assertThat(register.search(search(text)).listings()).extracting(ListingView::number).containsExactly(wanted.number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'; drop table property.listings; --", "\\ & | ! ( ) :*", "%%%", "«»", "<script>", "зззззззззз"})
    void strangeTextFindsNothingAndBreaksNothing(String text) {
        published(aFlat().draft());

        assertThat(register.search(search(text)).count()).isZero();
        assertThat(register.facets(search(text)).districts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"Зай; PLACE Зайсан KUD", "zais; PLACE Зайсан KUD", "Хан; DISTRICT  KUD", "khan; DISTRICT  KUD",
        "наран; PLACE «Наран цамхаг» KUD", "3, 4; PLACE 3, 4-р хороолол BGD", "229812; LISTING 2 өрөө байр KUD", "з; ", "дүүрэг; ", "'%; --'; "})
    void whatIsTypedIsCompleted(String typed, String expected) {
        published(aFlat().registeredAs("Ү-2298123456", "000123456", null).in("KUD", "Хан-Уул дүүрэг, 11-р хороо, «Наран цамхаг», Зайсан 3-21").inKhoroo(11).draft());
        published(aFlat().in("KUD", "Хан-Уул дүүрэг, 11-р хороо, Зайсан 4").inKhoroo(11).draft());
        published(aFlat().in("BGD", "Баянгол дүүрэг, 2-р хороо, 3, 4-р хороолол 40-9").inKhoroo(2).draft());

        var found = register.suggest(typed).stream().map(one -> one.kind() + " " + one.text() + " " + one.district()).toList();

        assertThat(found).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void filtersNarrowAndFacetsCountWhatTheyWouldLeave() {
        published(aFlat().withRooms(2).withArea(50).listedFor(200_000_000));
        published(aFlat().withRooms(3).withArea(75).listedFor(300_000_000));
        published(aFlat().withRooms(6).withArea(120).in("KUD", "Зайсан 1").listedFor(600_000_000));
        published(aFlat().ofKind(PropertyView.Kind.COMMERCIAL).withArea(90).in("KUD", "Зайсан 2").listedFor(700_000_000));

        var cheap = new ListingSearch(null, null, null, null, Money.of(300_000_000), null, null, null, "PRICE_DOWN", 0, 20);
        assertThat(register.search(cheap).listings()).extracting(l -> l.price().tugrug()).containsExactly(300_000_000L, 200_000_000L);
        var large = new ListingSearch(null, "KUD", PropertyView.Kind.APARTMENT, null, null, 100.0, 130.0, 5, null, 0, 20);
        assertThat(register.search(large).count()).isEqualTo(1);

        var facets = register.facets(new ListingSearch(null, "KUD", null, null, null, null, null, null, null, 0, 20));
        assertThat(facets.districts()).containsExactlyInAnyOrderEntriesOf(Map.of("SBD", 2L, "KUD", 2L));
        assertThat(facets.kinds()).containsExactlyInAnyOrderEntriesOf(Map.of("APARTMENT", 1L, "COMMERCIAL", 1L));
        assertThat(facets.rooms()).containsEntry("6", 1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEWEST", "PRICE_UP", "PRICE_DOWN", "PER_M2", "AREA"})
    void cursorWalksThroughAllListingsOnceInTheOrderOfThePages(String sort) {
        for (int i = 0; i < 11; i++) {
            published(aFlat().withArea(50 + i % 4).listedFor(200_000_000 + i % 3 * 10_000_000L));
        }
        var all = register.search(new ListingSearch(null, null, null, null, null, null, null, null, sort, 0, 20)).listings();

        var walked = new java.util.ArrayList<ListingView>();
        String cursor = null;
        do {
            var slice = register.search(new ListingSearch(null, null, null, null, null, null, null, null, sort, 0, 4), cursor);
            assertThat(slice.count()).isEqualTo(11);
            walked.addAll(slice.listings());
            cursor = slice.next();
        } while (cursor != null);

        assertThat(walked).extracting(ListingView::number).containsExactlyElementsOf(all.stream().map(ListingView::number).toList());
        assertThat(register.search(search(null), "not a cursor").listings()).hasSize(11);
    }

    @Test
    void pagesAreCountedAndTheLastOneAnswersForThoseBehindIt() {
        for (int i = 0; i < 5; i++) {
            published(aFlat().draft());
        }

        var last = register.search(new ListingSearch(null, null, null, null, null, null, null, null, null, 9, 2));

        assertThat(last.count()).isEqualTo(5);
        assertThat(last.pages()).isEqualTo(3);
        assertThat(last.page()).isEqualTo(2);
        assertThat(last.listings()).hasSize(1);
    }

    private void sold(String district, int yearBuilt, double area, long perM2, int daysAgo) {
        jdbc.update("insert into property.transfers (district, kind, area_m2, rooms, year_built, price, transferred_on) values (?, 'APARTMENT', ?, 2, ?, ?, ?)",
                district, area, yearBuilt, Math.round(area * perM2), clock.today().minusDays(daysAgo));
    }

    @Test
    void marketPriceIsTheMedianOfEightComparables() {
        var flat = published(aFlat().withArea(60).builtIn(1990).listedFor(285_000_000)).property().id();
        for (int i = 1; i <= 7; i++) {
            sold("SBD", 1980, 60, 4_000_000 + i * 100_000L, i * 20);
        }
        sold("KUD", 1980, 60, 9_000_000, 5);
        sold("SBD", clock.today().getYear() - 1, 60, 9_000_000, 5);
        sold("SBD", 1980, 47.9, 9_000_000, 5);
        sold("SBD", 1980, 72.1, 9_000_000, 5);
        sold("SBD", 1980, 60, 9_000_000, 180);
        assertThat(register.comparables(flat)).isEmpty();

        sold("SBD", 1980, 48, 5_000_000, 179);

        assertThat(register.comparables(flat)).contains(new PropertyRegister.Comparables(Money.of(4_275_000), Money.of(4_450_000), Money.of(4_625_000), 8));
    }

    @Test
    void openListingsCompareTooButNeverThePropertyItselfNorAPropertyTwice() {
        var flat = published(aFlat().withArea(60).listedFor(600_000_000)).property().id();
        for (int i = 0; i < 7; i++) {
            published(aFlat().withArea(60).listedFor(300_000_000));
        }
        var soldAndListed = published(aFlat().withArea(60).listedFor(900_000_000)).property().id();
        jdbc.update("insert into property.transfers (property_id, district, kind, area_m2, rooms, year_built, price, transferred_on) values (?, 'SBD', 'APARTMENT', 60, 2, 1990, 300000000, ?)",
                soldAndListed.value(), clock.today().minusDays(3));

        assertThat(register.comparables(flat)).contains(new PropertyRegister.Comparables(Money.of(5_000_000), Money.of(5_000_000), Money.of(5_000_000), 8));
        assertThat(register.similar(flat)).hasSize(8).filteredOn(PropertyRegister.Comparable::sold).singleElement()
                .satisfies(sold -> assertThat(sold.perM2()).isEqualTo(Money.of(5_000_000)));
    }

    @Test
    void pastTransfersAreListedLatestFirst() {
        var flat = published(aFlat().withArea(60).draft()).property().id();
        assertThat(register.pastTransfers(flat)).isEmpty();

        for (int[] past : new int[][] {{800, 100}, {20, 260}, {200, 200}}) {
            jdbc.update("insert into property.transfers (property_id, district, kind, area_m2, price, transferred_on) values (?, 'SBD', 'APARTMENT', 60, ?, ?)",
                    flat.value(), past[1] * 1_000_000L, clock.today().minusDays(past[0]));
        }

        assertThat(register.pastTransfers(flat)).extracting(PropertyRegister.PastTransfer::price)
                .containsExactly(Money.of(260_000_000), Money.of(200_000_000), Money.of(100_000_000));
    }
}
