package mn.eland.property.title;

import static mn.eland.property.Flats.ENKHJIN;
import static mn.eland.property.Flats.TEMUULEN;
import static mn.eland.property.Flats.aFlat;
import static mn.eland.property.Flats.aListingNumber;
import static mn.eland.property.Flats.aSaleNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import mn.eland.property.FilingView;
import mn.eland.property.ListingView;
import mn.eland.property.PersonOfCase;
import mn.eland.property.PropertyEvent;
import mn.eland.property.PropertyRegister;
import mn.eland.property.PropertyView;
import mn.eland.property.RegisterTest;
import mn.eland.property.Registrar;
import mn.eland.property.TransferPapers;
import mn.eland.property.spi.FilingOffice.Status;
import mn.eland.property.spi.OwnershipRegistry.Entry;
import mn.eland.property.spi.OwnershipRegistry.Owner;
import mn.eland.property.spi.OwnershipRegistry.Parcel;
import mn.eland.property.spi.OwnershipRegistry.Title;
import mn.eland.property.spi.RegistryUnavailable;
import mn.eland.workflow.Workflow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@RegisterTest
@Import(TitleDeskTests.Heard.class)
class TitleDeskTests {

    private static final Actor AGENT = new Actor(new PartyId(new java.util.UUID(0, 4)), "Л. Мөнхзул", Set.of(Role.AGENT));
    private static final Actor BUYER = new Actor(ENKHJIN, "Б. Энхжин", Set.of(Role.BUYER));
    private static final String ACCOUNT = "MN670015999900000077";
    private static final String SELLER_NO = "ЯЯ88041511";

    @MockitoBean Workflow workflow;
    @Autowired PropertyRegister register;
    @Autowired TitleDesk desk;
    @Autowired Filings filings;
    @Autowired Registrar registrar;
    @Autowired JdbcTemplate jdbc;
    @Autowired ElandClock clock;
    @Autowired Heard heard;

    private ListingView listing;
    private PropertyView flat;
    private CaseRef sale;

    @BeforeEach
    void aFlatIsListedAndReserved() {
        listing = register.draft(aListingNumber(), aFlat().draft()).get();
        register.publish(listing.number()).get();
        flat = listing.property();
        sale = aSaleNumber();
        register.reserve(flat.id(), sale).get();
        register.rememberPerson(sale, new PersonOfCase(TEMUULEN, SELLER_NO.toLowerCase(), "Ганболдын", "Тэмүүлэн"));
        register.rememberPerson(sale, new PersonOfCase(ENKHJIN, "ЯЯ93121643", "Баярын", "Энхжин"));
        entered(flat.certificateNo());
        when(workflow.complete(any(), any(), any(), any())).thenReturn(Outcome.done());
        when(workflow.parameter("minor.governorPermit")).thenReturn("true");
        Map.of("age.majority", "18", "gasr.escalateAfter", "P10D", "gasr.fixWithin", "P14D", "gasr.normal.workingDays", "5", "gasr.urgent.hours", "6",
                "reference.maxAge", "P2D", "comparables.window", "P180D", "comparables.min", "8")
                .forEach((key, value) -> when(workflow.parameter(key)).thenReturn(value));
        heard.events.clear();
    }

    private void entered(String certificateNo, Entry... history) {
        registrar.enters(new Title(flat.registryNo(), certificateNo, flat.parcelNo(), flat.areaM2(), flat.address(),
                List.of(new Owner(SELLER_NO, "Ганболдын", "Тэмүүлэн")), List.of(history)), new Parcel(flat.parcelNo(), 2400, false, false));
    }

    private static Entry mortgage() {
        return new Entry("Барьцааны гэрээ бүртгэх", LocalDate.of(2023, 5, 11), "Тэмүүлэн", "Голомт банк", 180_000_000L, true);
    }

    @Test
    void readingIsKeptWithItsDecision() {
        var reading = desk.readTitle(sale, flat.id(), TEMUULEN);
        assertThat(reading.ownerMatch()).isTrue();
        assertThat(register.title(flat.id()).orElseThrow().decision()).isNull();

        desk.recordTitle(sale, flat.id(), TEMUULEN, "OK", "CLEAN");

        assertThat(register.title(sale).orElseThrow().code()).isEqualTo("CLEAN");
        assertThat(desk.ageInDays(reading)).isZero();
        assertThatThrownBy(() -> jdbc.update("update property.title_readings set arrest = false")).isInstanceOf(DataAccessException.class);
    }

    @Test
    void forgedCertificateIsSeen() {
        entered("000999999");

        assertThat(desk.readTitle(sale, flat.id(), TEMUULEN).certificateMatch()).isFalse();
    }

    @Test
    void unknownSellerIsAMistakeOfTheCaller() {
        assertThatThrownBy(() -> desk.readTitle(aSaleNumber(), flat.id(), TEMUULEN)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void otherDealsOnThePropertyAreCounted() {
        assertThat(desk.readTitle(sale, flat.id(), TEMUULEN).openDealsSameRegistry()).isZero();

        register.rememberPerson(listing.number(), new PersonOfCase(TEMUULEN, SELLER_NO, "Ганболдын", "Тэмүүлэн"));
        assertThat(desk.readTitle(listing.number(), flat.id(), TEMUULEN).openDealsSameRegistry()).isEqualTo(1);

        var other = aSaleNumber();
        register.rememberPerson(other, new PersonOfCase(TEMUULEN, SELLER_NO, "Ганболдын", "Тэмүүлэн"));
        assertThat(desk.readTitle(other, flat.id(), TEMUULEN).openDealsSameRegistry()).isEqualTo(1);
    }

    @Test
    void applicationOfAnotherCaseIsPending() {
        var other = aSaleNumber();
        register.rememberPerson(other, new PersonOfCase(TEMUULEN, SELLER_NO, "Ганболдын", "Тэмүүлэн"));
        desk.fileTransfer(sale, sale + ":fileTransfer", flat.id(), TEMUULEN, ENKHJIN, Money.of(285_000_000));

        assertThat(desk.readTitle(other, flat.id(), TEMUULEN).pendingFiling()).isTrue();
        assertThat(desk.readTitle(sale, flat.id(), TEMUULEN).pendingFiling()).isFalse();
    }

    @Test
    void mortgageeConsentIsShownByItsPaper() {
        entered(flat.certificateNo(), mortgage());
        assertThat(desk.readTitle(sale, flat.id(), TEMUULEN).mortgageeConsent()).isFalse();
        desk.recordTitle(sale, flat.id(), TEMUULEN, "CURE", "MORTGAGE");
        var cure = payoff(180_000_000, ACCOUNT, 5);

        assertThat(desk.cureTitle(BUYER, sale, cure).refusal().code()).isEqualTo("AGENT_ONLY");
        assertThat(desk.cureTitle(AGENT, sale, new TitleDesk.Cure("1", clock.today().plusDays(1), "х", null, null, null)).refusal().code())
                .isEqualTo("DATE_IN_FUTURE");
        desk.cureTitle(AGENT, sale, cure).get();

        assertThat(desk.readTitle(sale, flat.id(), TEMUULEN).mortgageeConsent()).isTrue();
    }

    @Test
    void consentEndsWithItsOwner() {
        entered(flat.certificateNo(), mortgage());
        desk.readTitle(sale, flat.id(), TEMUULEN);
        desk.recordTitle(sale, flat.id(), TEMUULEN, "CURE", "MORTGAGE");
        desk.cureTitle(AGENT, sale, payoff(180_000_000, ACCOUNT, 5)).get();
        assertThat(register.payoff(flat.id()).orElseThrow().amount()).isEqualTo(Money.of(180_000_000));

        register.markSold(flat.id(), sale, ENKHJIN, Money.of(285_000_000));
        clock.passes(java.time.Duration.ofDays(1));
        jdbc.update("insert into property.transfers (property_id, district, kind, area_m2, price, transferred_on) values (?, 'SBD', 'APARTMENT', 62, 1, ?)",
                flat.id().value(), clock.today());

        assertThat(desk.readTitle(sale, flat.id(), TEMUULEN).mortgageeConsent()).isFalse();
        assertThat(register.payoff(flat.id())).isEmpty();
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({"0,MN670015999900000077,5,PAYOFF_MISSING,payoffMnt", "180000000,MN000015999900000077,5,IBAN_INVALID,payoffIban",
            "180000000,,5,IBAN_INVALID,payoffIban", "180000000,MN670015999900000077,0,PAYOFF_EXPIRED,payoffValidUntil",
            "285000000,MN670015999900000077,5,PAYOFF_ABOVE_PRICE,payoffMnt"})
    void aPayoffLetterMustBeGoodForAPayment(long amount, String account, int days, String code, String field) {
        entered(flat.certificateNo(), mortgage());
        desk.readTitle(sale, flat.id(), TEMUULEN);
        desk.recordTitle(sale, flat.id(), TEMUULEN, "CURE", "MORTGAGE");

        var refusal = desk.cureTitle(AGENT, sale, payoff(amount, account, days)).refusal();

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.field()).isEqualTo(field);
    }

    @Test
    void aPayoffLetterHoldsUntilItsDay() {
        entered(flat.certificateNo(), mortgage());
        desk.readTitle(sale, flat.id(), TEMUULEN);
        desk.recordTitle(sale, flat.id(), TEMUULEN, "CURE", "MORTGAGE");
        desk.cureTitle(AGENT, sale, payoff(180_000_000, ACCOUNT.toLowerCase(), 2)).get();

        clock.passes(java.time.Duration.ofDays(2));
        assertThat(desk.readTitle(sale, flat.id(), TEMUULEN).mortgageeConsent()).isTrue();
        assertThat(register.payoff(flat.id()).orElseThrow().iban()).isEqualTo(ACCOUNT);
        clock.passes(java.time.Duration.ofDays(1));
        assertThat(desk.readTitle(sale, flat.id(), TEMUULEN).mortgageeConsent()).isFalse();
        clock.reset();
    }

    private TitleDesk.Cure payoff(long amount, String account, int days) {
        return new TitleDesk.Cure("Б-12/345", clock.today(), "Голомт банк", null, null, null,
                new TitleDesk.Payoff(Money.of(amount), account, clock.today().plusDays(days)));
    }

    @Test
    void nothingIsCuredThatWasNotFound() {
        desk.readTitle(sale, flat.id(), TEMUULEN);
        desk.recordTitle(sale, flat.id(), TEMUULEN, "OK", "CLEAN");

        assertThat(desk.cureTitle(AGENT, sale, new TitleDesk.Cure("1", clock.today(), "х", null, null, null)).refusal().code()).isEqualTo("NOTHING_TO_CURE");
    }

    @Test
    void cureThatIsNoLongerWaitedForLeavesNoTrace() {
        desk.readTitle(sale, flat.id(), TEMUULEN);
        desk.recordTitle(sale, flat.id(), TEMUULEN, "CURE", "MORTGAGE");
        when(workflow.complete(eq(sale), eq("cureTitle"), any(), any())).thenReturn(Outcome.refused(mn.eland.kernel.Refusal.conflict("TASK_GONE")));

        assertThat(desk.cureTitle(AGENT, sale, payoff(180_000_000, ACCOUNT, 5)).refusal().code()).isEqualTo("TASK_GONE");
        assertThat(jdbc.queryForObject("select count(*) from property.title_cures where case_no = ?", Integer.class, sale.number())).isZero();
    }

    @Test
    void stoppedTitleLocksTheListingOfTheSale() {
        desk.stopListing(sale, flat.id(), "ARREST");
        desk.stopListing(sale, flat.id(), "ARREST");
        register.release(flat.id(), sale);

        assertThat(register.listing(listing.number()).orElseThrow().state()).isEqualTo(ListingView.State.LOCKED);
        assertThat(heard.events).filteredOn(PropertyEvent.ListingLocked.class::isInstance).hasSize(1);
    }

    @Test
    void lostAnswerOfTheCounterIsAskedForWithTheSameKey() {
        registrar.losesTheNextAnswer();
        assertThatThrownBy(this::file).isInstanceOf(RegistryUnavailable.class);
        assertThat(register.filings(sale)).extracting(FilingView::state).containsExactly("FILING");

        var number = file();

        assertThat(file()).isEqualTo(number);
        assertThat(registrar.numbersByKey()).containsEntry(sale + ":fileTransfer", number);
        assertThat(registrar.numbersByKey().keySet()).filteredOn(key -> key.startsWith(sale.number())).hasSize(1);
        assertThat(register.filings(sale)).extracting(FilingView::state).containsExactly("PENDING");
    }

    private String file() {
        return desk.fileTransfer(sale, sale + ":fileTransfer", flat.id(), TEMUULEN, ENKHJIN, Money.of(285_000_000));
    }

    @Test
    void applicationCarriesThePapersAndThePeople() {
        register.rememberPapers(sale, new TransferPapers("26-1234", "ab12", "T-77", "F-78", true));

        var application = registrar.application(file());

        assertThat(desk.filingTerms(sale).urgency()).isEqualTo("URGENT");
        assertThat(desk.filingTerms(sale).urgentHours()).isEqualTo(6);
        assertThat(desk.referenceMaxAgeDays()).isEqualTo(2);
        assertThat(application.registryNo()).isEqualTo(flat.registryNo());
        assertThat(application.sellerRegisterNumber()).isEqualTo(SELLER_NO);
        assertThat(application.buyerGivenName()).isEqualTo("Энхжин");
        assertThat(application.notaryNumber()).isEqualTo("26-1234");
        assertThat(application.feeReceiptNo()).isEqualTo("F-78");
        assertThat(application.urgent()).isTrue();
    }

    @Test
    void registrationIsToldOnceWithTheNewCertificate() {
        var number = file();
        filings.poll();
        assertThat(heard.events).isEmpty();

        registrar.answers(number, Status.State.REGISTERED, null, "000777001");
        filings.poll();
        filings.poll();

        assertThat(heard.events).singleElement().isInstanceOfSatisfying(PropertyEvent.TransferRegistered.class, event -> {
            assertThat(event.sale()).isEqualTo(sale);
            assertThat(event.filingNo()).isEqualTo(number);
        });
        assertThat(register.property(flat.id()).certificateNo()).isEqualTo("000777001");
    }

    @Test
    void refusedApplicationIsFiledAgainUnderANewKey() {
        var first = file();
        registrar.answers(first, Status.State.REFUSED, "Гэрчилгээний дугаар буруу", null);
        filings.poll();
        assertThat(heard.events).singleElement().isInstanceOf(PropertyEvent.TransferRefused.class);
        desk.fixFiling(AGENT, sale, new TitleDesk.Fix(true, "Дугаарыг зассан", "000777002")).get();

        var second = file();

        assertThat(second).isNotEqualTo(first);
        assertThat(registrar.application(second).certificateNo()).isEqualTo("000777002");
        assertThat(register.filings(sale)).extracting(FilingView::state).containsExactly("REFUSED", "PENDING");
        assertThat(register.filings(sale).get(0).reason()).isEqualTo("Гэрчилгээний дугаар буруу");
    }

    @Test
    void calledOffApplicationIsWithdrawn() {
        var number = file();

        register.undoFiling(sale, "Хэлцэл цуцлагдсан");
        register.undoFiling(sale, "Хэлцэл цуцлагдсан");

        assertThat(registrar.status(number).state()).isEqualTo(Status.State.WITHDRAWN);
        assertThat(register.filings(sale)).extracting(FilingView::state).containsExactly("WITHDRAWN");
        filings.poll();
        assertThat(heard.events).isEmpty();
    }

    @Test
    void calledOffApplicationThatWasRefusedMeanwhileIsRemembered() {
        registrar.answers(file(), Status.State.REFUSED, "Гарын үсэг дутуу", null);

        register.undoFiling(sale, "Хэлцэл цуцлагдсан");

        assertThat(register.filings(sale)).singleElement().returns("REFUSED", FilingView::state).returns("Гарын үсэг дутуу", FilingView::reason);
    }

    @Test
    void whatTheRegistrarHasEnteredIsNotTakenBack() {
        registrar.answers(file(), Status.State.REGISTERED, null, "000777003");

        assertThat(register.withdrawFiling(sale, "Худалдаа зогссон").refusal().code()).isEqualTo("TRANSFER_REGISTERED");
        assertThatThrownBy(() -> register.undoFiling(sale, "Худалдаа зогссон")).isInstanceOf(IllegalStateException.class);

        filings.poll();
        assertThat(heard.events).singleElement().isInstanceOf(PropertyEvent.TransferRegistered.class);
        assertThat(register.withdrawFiling(sale, "Худалдаа зогссон").refusal().code()).isEqualTo("TRANSFER_REGISTERED");
    }

    @Test
    void applicationTakenBackInVainIsHeardOfAtTheCounter() {
        file();

        register.withdrawFiling(sale, "Худалдаа зогссон").get();

        assertThat(register.filings(sale)).extracting(FilingView::state).containsExactly("PENDING");
        filings.poll();
        assertThat(register.filings(sale)).extracting(FilingView::state).containsExactly("WITHDRAWN");
        assertThat(heard.events).singleElement().isInstanceOf(PropertyEvent.TransferRefused.class);
    }

    /** Or else a buyer who withdraws would now and then end as one whom the registrar refused. */
    @Test
    void takenBackByUsIsNotTakenForARefusalByWhoAsksTheCounterInThatMoment() {
        file();
        registrar.meanwhile(() -> CompletableFuture.runAsync(filings::poll).join());
        try {
            register.withdrawFiling(sale, "Худалдан авагч татгалзсан").get();
        } finally {
            registrar.meanwhile(() -> { });
        }

        assertThat(heard.events).isEmpty();
        assertThat(register.filings(sale)).extracting(FilingView::state).containsExactly("PENDING");
        filings.poll();
        assertThat(register.filings(sale)).extracting(FilingView::state).containsExactly("WITHDRAWN");
    }

    @Test
    void applicationWhoseNumberNeverCameIsFoundAndWithdrawn() {
        registrar.losesTheNextAnswer();
        assertThatThrownBy(this::file).isInstanceOf(RegistryUnavailable.class);

        register.undoFiling(sale, "Хэлцэл цуцлагдсан");

        var number = registrar.numbersByKey().get(sale + ":fileTransfer");
        assertThat(registrar.status(number).state()).isEqualTo(Status.State.WITHDRAWN);
        assertThat(register.filings(sale)).extracting(FilingView::state).containsExactly("WITHDRAWN");
    }

    @Test
    void nobodyCanSayWhoWasFasterWhileTheCounterIsSilent() {
        registrar.losesTheNextAnswer();
        assertThatThrownBy(this::file).isInstanceOf(RegistryUnavailable.class);
        registrar.losesTheNextAnswer();

        assertThat(register.withdrawFiling(sale, "Худалдаа зогссон").refusal().code()).isEqualTo("REGISTRY_SILENT");
    }

    @Test
    void chasingIsNotedAndOnlyAnAgentsWork() {
        var chase = new TitleDesk.Chase(clock.today(), "PHONE", "Маргааш шийднэ");

        assertThat(desk.chaseRegistrar(BUYER, sale, chase).refusal().code()).isEqualTo("AGENT_ONLY");
        desk.chaseRegistrar(AGENT, sale, chase).get();

        assertThat(jdbc.queryForObject("select note from property.filing_notes where case_no = ?", String.class, sale.number())).endsWith("Маргааш шийднэ");
    }

    @TestConfiguration
    static class Heard {
        private final List<PropertyEvent> events = new ArrayList<>();

        @EventListener
        void on(PropertyEvent event) {
            events.add(event);
        }
    }
}
