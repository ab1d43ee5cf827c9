package mn.eland.notarization.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mn.eland.ElandTest;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import mn.eland.notarization.Notarizations;
import mn.eland.notarization.Notarizations.Request;
import mn.eland.notarization.office.Notaries;
import mn.eland.notarization.office.Notary;
import mn.eland.notarization.office.OpeningHours;
import mn.eland.notarization.office.SlotBook;
import mn.eland.notarization.office.Timetable.Span;
import mn.eland.workflow.Holiday;
import mn.eland.workflow.Workflow;
import mn.eland.workflow.absence.Absences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A notary of a district of her own, so that other tests do not meet her. */
@ElandTest
class MeetingsTests {

    private static final int NO = 41;
    private static final String DISTRICT = "NAL";
    private static final PartyId NOTARY = id(20);
    private static final Actor SELLER = new Actor(id(1), "Seller", Set.of(Role.SELLER));
    private static final Actor BUYER = new Actor(id(3), "Buyer", Set.of(Role.BUYER));
    private static final Actor NOTARY_ACTING = new Actor(NOTARY, "Notary", Set.of(Role.NOTARY));

    @Autowired Meetings meetings;
    @Autowired OfficeHours hours;
    @Autowired Notarizations notarizations;
    @Autowired Notaries notaries;
    @Autowired SlotBook slots;
    @Autowired Absences absences;
    @Autowired Workflow workflow;
    @Autowired JdbcClient sql;
    @Autowired ElandClock clock;
    @Autowired TransactionTemplate transaction;

    @BeforeEach
    void anOfficeThatIsOpenInTheMorning() {
        notaries.appoint(new Notary(NOTARY, NO, "TEST-NOT-0041", List.of(DISTRICT), "Налайх"));
        notaries.keepHours(NO, Stream.of(DayOfWeek.values()).map(day -> new OpeningHours(day, LocalTime.of(9, 0), LocalTime.of(13, 0))).toList());
    }

    @AfterEach
    void nobodyComes() {
        sql.sql("update notarization.slots set state = 'GIVEN_BACK', ended_at = now() where notary_no = ? and state = 'TAKEN'").param(NO).update();
        sql.sql("update workflow.absences set ended_at = now(), ended_by = person where person = ? and ended_at is null").param(NOTARY.value()).update();
    }

    @Test
    void oneOfAHundredGetsTheSlotThatAllWant() throws Exception {
        var wanted = meetings.free(BUYER, aCase(), null).get().get(0);

        var outcomes = atOnce(100, caseRef -> meetings.take(BUYER, caseRef, NO, wanted.from()));

        assertThat(outcomes).filteredOn(Outcome::isDone).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> !outcome.isDone()).allSatisfy(outcome -> assertThat(outcome.refusal().code()).isEqualTo("SLOT_GONE"));
        assertThat(slots.taken(NO, new Span(wanted.from(), wanted.to()))).hasSize(1);
    }

    @Test
    void hundredWhoWantTheEarliestGetAHundredDifferentOnes() throws Exception {
        var outcomes = atOnce(100, caseRef -> meetings.takeEarliest(BUYER, caseRef, null));

        assertThat(outcomes).allMatch(Outcome::isDone);
        assertThat(outcomes.stream().map(outcome -> outcome.get().from())).doesNotHaveDuplicates();
    }

    @Test
    void whoTakesASlotWaitsUntilTheProcessHasLooked() throws Exception {
        var sale = aCase();
        var others = Executors.newSingleThreadExecutor();
        try {
            var taking = transaction.<Future<Outcome<FreeSlot>>>execute(status -> {
                assertThat(meetings.look(sale).endsAt()).isNull();
                var begun = others.submit(() -> meetings.takeEarliest(BUYER, sale, null));
                assertThatThrownBy(() -> begun.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
                return begun;
            });
            assertThat(taking.get(30, TimeUnit.SECONDS).isDone()).isTrue();
        } finally {
            others.shutdownNow();
        }
    }

    @Test
    void databaseItselfRefusesTwoSessionsAtOnce() {
        var first = meetings.takeEarliest(BUYER, aCase(), null).get();

        assertThat(transaction.<Boolean>execute(status -> slots.take(aCase(), NO, new Span(first.from().plusSeconds(60), first.to().plusSeconds(60)), null))).isFalse();
    }

    @Test
    void movedSessionFreesTheFirstSlot() {
        var sale = aCase();
        var free = meetings.free(SELLER, sale, null).get();
        meetings.take(BUYER, sale, NO, free.get(0).from()).get();

        meetings.take(SELLER, sale, NO, free.get(3).from()).get();

        assertThat(meetings.of(sale).orElseThrow().from()).isEqualTo(free.get(3).from());
        assertThat(meetings.free(BUYER, aCase(), null).get()).contains(free.get(0)).doesNotContain(free.get(3));
    }

    @Test
    void givenBackSlotIsFreeForOthers() {
        var sale = aCase();
        var first = meetings.takeEarliest(BUYER, sale, null).get();

        assertThat(meetings.giveBack(SELLER, sale).isDone()).isTrue();

        assertThat(meetings.giveBack(SELLER, sale).refusal().code()).isEqualTo("NO_SLOT");
        assertThat(meetings.takeEarliest(BUYER, aCase(), null).get()).isEqualTo(first);
    }

    @Test
    void holidaysAndAbsencesAreNotOffered() {
        var first = FreeSlots.day(meetings.free(BUYER, aCase(), null).get().get(0).from());
        var admin = new Actor(id(17), "Admin", Set.of(Role.ADMIN));
        workflow.putHoliday(admin, new Holiday(first, "Баяр", "Feast", true)).get();
        absences.set(NOTARY_ACTING, NOTARY, first.plusDays(1), first.plusDays(2), null).get();

        assertThat(FreeSlots.day(meetings.free(BUYER, aCase(), null).get().get(0).from())).isEqualTo(first.plusDays(3));
        workflow.removeHoliday(admin, first).get();
    }

    @Test
    void absenceGivesTheSessionsOfItsDaysBack() {
        var sale = aCase();
        var day = FreeSlots.day(meetings.takeEarliest(BUYER, sale, null).get().from());
        var later = aCase();
        meetings.takeEarliest(BUYER, later, day.plusDays(3)).get();

        transaction.executeWithoutResult(status -> meetings.clear(NOTARY, day, day.plusDays(1)));

        assertThat(meetings.of(sale)).isEmpty();
        assertThat(meetings.of(later)).isPresent();
    }

    @Test
    void onlyThePartiesChooseAndOnlyAmongWhatIsOffered() {
        var sale = aCase();
        var elsewhere = aCase("BHD");

        assertThat(meetings.free(new Actor(id(7), "Other", Set.of(Role.BUYER)), sale, null).refusal().code()).isEqualTo("SESSION_NOT_FOUND");
        assertThat(meetings.take(BUYER, sale, NO, Instant.parse("2020-01-01T01:00:00Z")).refusal().code()).isEqualTo("SLOT_NOT_OFFERED");
        assertThat(meetings.take(BUYER, sale, NO, null).refusal().code()).isEqualTo("SLOT_NOT_OFFERED");
        assertThat(meetings.free(BUYER, elsewhere, null).get()).extracting(FreeSlot::notaryNo).doesNotContain(NO);
    }

    @Test
    void anotherNotaryDoesNotTakeASessionOver() {
        var sale = aCase();
        meetings.takeEarliest(BUYER, sale, null).get();
        notaries.appoint(new Notary(id(21), 42, "TEST-NOT-0042", List.of(DISTRICT), ""));

        assertThat(notarizations.mayAct(NOTARY_ACTING, sale).isDone()).isTrue();
        assertThat(notarizations.mayAct(new Actor(id(21), "Another", Set.of(Role.NOTARY)), sale).refusal().code()).isEqualTo("SLOT_WITH_ANOTHER");
    }

    @Test
    void dayShowsSessionsByTimeToTheirNotaryOnly() {
        var sale = aCase();
        var free = meetings.free(BUYER, sale, null).get();
        var second = aCase();
        meetings.take(BUYER, sale, NO, free.get(1).from()).get();
        meetings.take(BUYER, second, NO, free.get(0).from()).get();

        var day = meetings.day(NOTARY_ACTING, FreeSlots.day(free.get(0).from())).get();

        assertThat(day).filteredOn(planned -> !planned.held()).extracting(Meetings.Planned::caseRef).containsExactly(second, sale);
        assertThat(meetings.day(BUYER, LocalDate.now()).refusal().code()).isEqualTo("NOT_A_NOTARY");
    }

    @Test
    void hoursAreKeptWhenTheyMakeSense() {
        assertThat(hours.keep(BUYER, java.util.Map.of()).refusal().code()).isEqualTo("NOT_A_NOTARY");
        assertThat(hours.keep(NOTARY_ACTING, java.util.Map.of("opens1.1", "09:00", "closes1.1", "08:00")).refusal().code()).isEqualTo("HOURS_WRONG");
        assertThat(hours.keep(NOTARY_ACTING, java.util.Map.of("opens2.1", "09:00", "closes2.1", "13:00", "opens2.2", "12:00", "closes2.2", "14:00")).refusal().code()).isEqualTo("HOURS_WRONG");
        assertThat(hours.keep(NOTARY_ACTING, java.util.Map.of("opens3.1", "nine", "closes3.1", "10:00")).refusal().code()).isEqualTo("HOURS_WRONG");

        assertThat(hours.keep(NOTARY_ACTING, java.util.Map.of("opens6.1", "10:00", "closes6.1", "11:00")).isDone()).isTrue();

        assertThat(meetings.free(BUYER, aCase(), null).get()).isNotEmpty().allSatisfy(slot ->
                assertThat(FreeSlots.day(slot.from()).getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY));
        assertThat(hours.week(NOTARY_ACTING).get().get(5).spans().get(0).opens()).isEqualTo(LocalTime.of(10, 0));
    }

    private List<Outcome<FreeSlot>> atOnce(int many, java.util.function.Function<CaseRef, Outcome<FreeSlot>> act) throws InterruptedException {
        var cases = IntStream.range(0, many).mapToObj(i -> aCase()).toList();
        var threads = Executors.newFixedThreadPool(many);
        try {
            return threads.invokeAll(cases.stream().<Callable<Outcome<FreeSlot>>>map(one -> () -> act.apply(one)).toList()).stream().map(MeetingsTests::result).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private CaseRef aCase() {
        return aCase(DISTRICT);
    }

    private CaseRef aCase(String district) {
        var sale = transaction.execute(status -> workflow.nextNumber('S'));
        notarizations.open(sale, new Request(UUID.randomUUID(), "Ү-2299000041", district, Money.of(100_000_000), SELLER.party(), BUYER.party(), false, 1,
                false, false, false, false));
        return sale;
    }

    private static PartyId id(int number) {
        return new PartyId(new UUID(0, number));
    }
}
