package mn.eland.sale.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.PropertyId;
import mn.eland.kernel.Role;
import mn.eland.property.PropertyView;
import mn.eland.property.PropertyView.Kind;
import mn.eland.sale.SaleEvent;
import mn.eland.sale.consent.ConsentAnswer.Decision;
import mn.eland.sale.consent.ConsentView.Paper;
import mn.eland.sale.deal.Deal;
import mn.eland.sale.deal.Deals;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.Workflow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationEventPublisher;

/** Who is asked, who brings papers, and which answers a consent takes. */
class ConsentsTests {

    private static final CaseRef SALE = CaseRef.of("S-2026-000001");
    private static final CaseRef LISTING = CaseRef.of("L-2026-000001");
    private static final PartyId SELLER = party(1);
    private static final PartyId SPOUSE = party(2);
    private static final PartyId AGENT = party(4);
    private static final Actor WHO = new Actor(SPOUSE, "Д. Сарантуяа", Set.of(Role.BUYER));
    private static final Paper PAPER = new Paper("А/12", LocalDate.of(2026, 11, 20), "Засаг дарга");

    private final Ownership ownership = mock(Ownership.class);
    private final ConsentStore store = mock(ConsentStore.class);
    private final Statements statements = mock(Statements.class);
    private final Deals deals = mock(Deals.class);
    private final Workflow workflow = mock(Workflow.class);
    private final ApplicationEventPublisher events = mock(ApplicationEventPublisher.class);
    private final ElandClock clock = new ElandClock();
    private final Consents consents = new Consents(ownership, store, statements, deals, workflow, events, clock);

    @BeforeEach
    void aSale() {
        clock.passes(Duration.between(clock.instant(), Instant.parse("2026-11-26T03:00:00Z")));
        when(deals.deal(SALE)).thenReturn(deal(AGENT));
        when(statements.listing(any())).thenReturn(Optional.of(LISTING));
        when(workflow.plus(any(), any())).thenReturn(Instant.parse("2026-12-10T03:00:00Z"));
        when(workflow.hindrance(any(), any())).thenReturn(Optional.empty());
        when(workflow.known(any(), any())).thenReturn(Optional.of("1"));
        when(workflow.complete(any(), any(), any())).thenReturn(Outcome.done());
        when(workflow.task(any(), any())).thenReturn(Optional.of(new TaskView("t", SALE, "obtainConsent", "giveConsent", "", "", "giveConsent",
                null, SPOUSE, null, "", "", Instant.EPOCH, null, 50, null)));
    }

    @Test
    void whomThePlatformKnowsAnswersAndTheAgentBringsThePapersOfOthers() {
        when(ownership.asked(any(), eq("SPOUSE"))).thenReturn(List.of(new Ownership.Asked(SPOUSE, "Д. Сарантуяа")));
        when(ownership.asked(any(), eq("GUARDIAN"))).thenReturn(List.of(new Ownership.Asked(null, "Т. Оюу")));

        var named = named(deal(AGENT));

        assertThat(named).extracting(ConsentView::person).containsExactly(SPOUSE, AGENT);
        assertThat(named).extracting(ConsentView::onBehalf).containsExactly(false, true);
        assertThat(named).extracting(ConsentView::waitFor).containsExactly("P14D", "P30D");
    }

    @Test
    void withoutAnAgentTheOperatorsBringThePaperAndNeverTheSeller() {
        when(ownership.asked(any(), eq("SPOUSE"))).thenReturn(List.of(new Ownership.Asked(null, "")));
        when(ownership.asked(any(), eq("GUARDIAN"))).thenReturn(List.of());

        var named = named(deal(null));
        when(store.find(SALE, "1")).thenReturn(Optional.of(named.get(0)));
        var asking = consents.ask(SALE, "1").raw();

        assertThat(named).singleElement().satisfies(consent -> assertThat(consent.person()).isNull());
        assertThat(asking).containsEntry("consentGroup", "operators").containsEntry("askedHow", "PAPER").containsEntry("consentPerson", null);
    }

    @ParameterizedTest
    @CsvSource({"false, GIVE, GIVEN", "false, REFUSE, REFUSED", "true, GIVE, WAIVED", "true, BUY, EXERCISED"})
    void anAnswerMeansWhatTheRightAllows(boolean priority, Decision decision, String state) {
        isAsked(priority, false);

        assertThat(consents.answer(WHO, SALE, "t", new ConsentAnswer(decision, null, null)).isDone()).isTrue();

        verify(store).answered(eq(SALE), any(), eq(state), any(), any());
    }

    @ParameterizedTest
    @CsvSource({"false, BUY, NO_PRIORITY_RIGHT", "true, REFUSE, PRIORITY_NOT_REFUSED"})
    void anAnswerBesideTheRightIsRefused(boolean priority, Decision decision, String code) {
        isAsked(priority, false);

        var answer = consents.answer(WHO, SALE, "t", new ConsentAnswer(decision, null, null));

        assertThat(answer.refusal().code()).isEqualTo(code);
        verify(store, never()).answered(any(), any(), any(), any(), any());
    }

    @Test
    void theAnswerOfAnAbsentPersonIsShownByItsPaper() {
        isAsked(false, true);

        var without = consents.answer(WHO, SALE, "t", new ConsentAnswer(Decision.GIVE, null, null));
        var tomorrow = consents.answer(WHO, SALE, "t", new ConsentAnswer(Decision.GIVE, null, new Paper("А/12", LocalDate.of(2026, 11, 27), "Засаг дарга")));
        var with = consents.answer(WHO, SALE, "t", new ConsentAnswer(Decision.GIVE, null, PAPER));

        assertThat(without.refusal().field()).isEqualTo("paperNo");
        assertThat(tomorrow.refusal().code()).isEqualTo("DATE_IN_FUTURE");
        assertThat(with.isDone()).isTrue();
        verify(store).answered(eq(SALE), any(), eq("GIVEN"), any(), eq(PAPER));
    }

    @Test
    void whoUsesThePriorityIsLedToTheOffer() {
        isAsked(true, false);

        consents.answer(WHO, SALE, "t", new ConsentAnswer(Decision.BUY, null, null));

        verify(events).publishEvent((Object) argThat(event -> event instanceof SaleEvent.PriorityExercised exercised
                && exercised.who().equals(SPOUSE) && exercised.listing().equals(LISTING)));
        verify(store).closeOthers(SALE);
    }

    @ParameterizedTest
    @CsvSource({"WAIVED, WAIVED", "REFUSED, WITHHELD"})
    void silenceMeansWhatTheTableSays(String silence, String state) {
        when(store.find(SALE, "1")).thenReturn(Optional.of(consent(false, false, silence)));

        consents.heedSilence(SALE, "1");

        verify(store).answered(eq(SALE), any(), eq(state), any(), any());
    }

    private List<ConsentView> named(Deal deal) {
        when(deals.deal(SALE)).thenReturn(deal);
        var put = new java.util.ArrayList<ConsentView>();
        when(store.put(any(), any())).thenAnswer(call -> {
            put.addAll(call.getArgument(1));
            return List.of();
        });
        consents.name(SALE, new Consents.Rules(List.of("SPOUSE", "GUARDIAN"), List.of("NOTARIZED", "WRITTEN"), List.of("P14D", "P30D"),
                List.of("REFUSED", "REFUSED"), List.of("NO", "NO")));
        return put;
    }

    private void isAsked(boolean priority, boolean onBehalf) {
        when(store.find(SALE, "1")).thenReturn(Optional.of(consent(priority, onBehalf, "REFUSED")));
    }

    private static ConsentView consent(boolean priority, boolean onBehalf, String silence) {
        return new ConsentView(1, "SPOUSE", "NOTARIZED", SPOUSE, "", onBehalf, "ASKED", "P14D", silence, priority, null, null);
    }

    private static Deal deal(PartyId agent) {
        var flat = new PropertyView(new PropertyId(new UUID(1, 1)), "Ү-2299000001", "000000101", null, Kind.APARTMENT, 72.4, 3, 7, 12, 2013,
                "SBD", 1, "Сөүлийн гудамж 12", 47.9, 106.9);
        return new Deal(SALE, flat, SELLER, party(3), agent, Money.of(285_000_000), Money.of(285_000_000), null, 0, Instant.EPOCH, List.of());
    }

    private static PartyId party(int n) {
        return new PartyId(new UUID(0, n));
    }
}
