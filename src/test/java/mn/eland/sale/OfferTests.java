package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.Simulators.Behaviour;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal.Kind;
import mn.eland.kernel.Role;
import mn.eland.property.ListingView;
import mn.eland.property.PropertyRegister.ListingDraft;
import mn.eland.property.PropertyView;
import mn.eland.sale.Sales.Answer;
import mn.eland.sale.Sales.OfferTerms;
import mn.eland.sale.Sales.SaleView;
import mn.eland.sale.financing.Financing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import mn.eland.store.vault.PersonVault;
import mn.eland.store.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Offers on the whole application: what bad input gets, and that of many at once only one wins. */
@ElandTest
class OfferTests {

    @Autowired ApplicationContext context;
    @Autowired Simulators simulators;
    @Autowired JdbcClient jdbc;
    private SaleWalk walk;

    @BeforeEach
    void walk() {
        walk = new SaleWalk(context, simulators);
    }

    @AfterEach
    void back() {
        simulators.allSwitchesOff();
        simulators.letHeldGo();
        jdbc.sql("delete from identity.representations where paper_no = 'ИТ-91'").update();
        walk.clock.reset();
    }

    @Test
    void nobodyOffersOnAReservedFlat() {
        var listing = walk.publishedFlat(100_000_000);
        walk.accept(walk.offer("enkhjin", listing, 100_000_000));

        refused(make("nomin", listing, 110_000_000), Kind.CONFLICT, "PROPERTY_RESERVED");
    }

    @Test
    void theSellerAndTheAgentDoNotOfferOnTheirOwnListing() {
        var listing = walk.publishedFlat(100_000_000);

        refused(make("temuulen", listing, 100_000_000), Kind.CONFLICT, "OWN_PROPERTY");
        refused(make("munkhzul", listing, 100_000_000), Kind.FORBIDDEN, "NOT_A_BUYER");
    }

    @Test
    void aMinorActsThroughARepresentative() {
        var listing = walk.publishedFlat(100_000_000);
        var minor = new Actor(new PartyId(new UUID(0, 8)), "Т. Оюу", Set.of(Role.BUYER, Role.SELLER));

        refused(walk.sales.makeOffer(minor, listing, terms(100_000_000)), Kind.FORBIDDEN, "MINOR");
    }

    @Test
    void aForeignerDoesNotBuyLand() {
        var land = land(walk);
        var foreigner = new Actor(new PartyId(new UUID(0, 104)), "Min-jun", Set.of(Role.BUYER, Role.SELLER));

        refused(walk.sales.makeOffer(foreigner, land, terms(63_000_000)), Kind.FORBIDDEN, "FOREIGN_LAND");
        assertThat(make("enkhjin", land, 63_000_000).isDone()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"9999999,10,3,0,PRICE_OUT_OF_RANGE,price", "200000001,10,3,0,PRICE_OUT_OF_RANGE,price", "100000000,4,3,0,DEPOSIT_OUT_OF_RANGE,depositPct",
            "100000000,11,3,0,DEPOSIT_OUT_OF_RANGE,depositPct", "100000000,10,0,0,TERM_OUT_OF_RANGE,validDays",
            "100000000,10,31,0,TERM_OUT_OF_RANGE,validDays", "100000000,10,3,101,CASH_OUT_OF_RANGE,cashPct"})
    void wrongTermsAreNamed(long price, int deposit, int days, int cash, String code, String field) {
        var listing = walk.publishedFlat(100_000_000);

        var refusal = walk.sales.makeOffer(walk.person("enkhjin"), listing, new OfferTerms(Money.of(price), deposit, days, null, null, cash, Financing.own(), null, false, false)).refusal();

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.field()).isEqualTo(field);
    }

    @Test
    void whoActsForTheBuyerIsWrittenDownWithThePaper() {
        var listing = walk.publishedFlat(100_000_000);
        var minor = new PartyId(new UUID(0, 8));

        refused(makeFor("enkhjin", listing, minor), Kind.FORBIDDEN, "NOT_A_REPRESENTATIVE");
        var sale = makeFor("uuganbayar", listing, minor).get();

        assertThat(sale.buyer()).isEqualTo(minor);
        assertThat(walk.parties.actedFor(sale.id().caseRef(), minor).orElseThrow().paperNo()).isEqualTo("АХ-2019/31");
        assertThat(walk.sales.timeline(walk.person("temuulen"), sale.id()).get())
                .anySatisfy(line -> assertThat(line.what()).isEqualTo("represented.GUARDIAN"))
                .anySatisfy(line -> assertThat(line.byName()).contains("Ууганбаяр", "Оюу", "АХ-2019/31"))
                .noneSatisfy(line -> assertThat(line.arguments().toString()).contains("ЯЯ97040591"));
    }

    @Test
    void nobodyActsOnBothSidesAndACompanyBuysThroughItsDirector() {
        var listing = walk.publishedFlat(100_000_000);
        var paper = new Parties.Representation(walk.person("tuguldur").party(), walk.person("temuulen").party(), Parties.Basis.POA, "ИТ-91",
                walk.clock.today(), walk.clock.today().plusDays(9));
        var company = new PartyId(new UUID(0, 101));

        refused(make("altantal", listing, 100_000_000), Kind.FORBIDDEN, "COMPANY_BY_DIRECTOR");
        walk.parties.empower(walk.person("munkhzul"), paper).get();
        refused(makeFor("tuguldur", listing, company), Kind.CONFLICT, "BOTH_SIDES");
        walk.clock.passes(Duration.ofDays(10));
        refused(makeFor("tuguldur", listing, walk.person("temuulen").party()), Kind.FORBIDDEN, "POA_EXPIRED");

        assertThat(makeFor("tuguldur", listing, company).get().buyer()).isEqualTo(company);
    }

    private Outcome<SaleView> makeFor(String name, CaseRef listing, PartyId buyer) {
        return walk.sales.makeOffer(walk.person(name), listing, new OfferTerms(Money.of(100_000_000), 10, 5, null, null, 0, Financing.own(), buyer, false, false));
    }

    @Test
    void aSecondClickMakesNoSecondOffer() {
        var listing = walk.publishedFlat(100_000_000);
        var first = walk.offer("enkhjin", listing, 90_000_000);

        refused(make("enkhjin", listing, 95_000_000), Kind.CONFLICT, "OFFER_EXISTS");
        assertThat(make("enkhjin", listing, 95_000_000).refusal().arguments()).containsEntry("number", first);
    }

    @Test
    void aLateAnswerFindsTheOfferLapsed() {
        var sale = walk.offer("enkhjin", walk.publishedFlat(100_000_000), 90_000_000);

        walk.clock.passes(Duration.ofDays(5).plusMinutes(1));
        var late = walk.sales.answerOffer(walk.person("temuulen"), sale, Answer.ACCEPT, null, null);
        walk.untilStage(sale, "CALLED_OFF");

        assertThat(late.refusal().kind()).isEqualTo(Kind.EXPIRED);
        assertThat(walk.view(sale).endReason()).isEqualTo("OFFER_LAPSED");
        assertThat(walk.view(sale).rounds()).extracting(Sales.OfferRound::state).containsExactly("LAPSED");
        refused(walk.sales.answerOffer(walk.person("temuulen"), sale, Answer.ACCEPT, null, null), Kind.EXPIRED, "OFFER_GONE");
    }

    @Test
    void onlyTheOneWhoseTurnItIsAnswers() {
        var sale = walk.offer("enkhjin", walk.publishedFlat(100_000_000), 90_000_000);

        refused(walk.sales.answerOffer(walk.person("enkhjin"), sale, Answer.ACCEPT, null, null), Kind.CONFLICT, "NOT_YOUR_TURN");
        walk.sales.answerOffer(walk.person("temuulen"), sale, Answer.COUNTER, Money.of(97_000_000), "Арай бага байна").get();
        refused(walk.sales.answerOffer(walk.person("temuulen"), sale, Answer.ACCEPT, null, null), Kind.CONFLICT, "NOT_YOUR_TURN");
        walk.sales.answerOffer(walk.person("enkhjin"), sale, Answer.ACCEPT, null, null).get();

        assertThat(walk.view(sale).price()).isEqualTo(Money.of(97_000_000));
        refused(walk.sales.answerOffer(walk.person("enkhjin"), sale, Answer.ACCEPT, null, null), Kind.CONFLICT, "OFFER_ANSWERED");
    }

    @Test
    void forAStrangerTheSaleDoesNotExist() {
        var sale = walk.offer("enkhjin", walk.publishedFlat(100_000_000), 90_000_000);
        var stranger = SaleWalk.stranger();

        refused(walk.sales.sale(stranger, sale), Kind.NOT_FOUND, "SALE_UNKNOWN");
        refused(walk.sales.messages(stranger, sale), Kind.NOT_FOUND, "SALE_UNKNOWN");
        refused(walk.sales.say(stranger, sale, "Сайн уу"), Kind.NOT_FOUND, "SALE_UNKNOWN");
        refused(walk.sales.timeline(stranger, sale), Kind.NOT_FOUND, "SALE_UNKNOWN");
        refused(walk.sales.dossier(stranger, sale), Kind.NOT_FOUND, "SALE_UNKNOWN");
        refused(walk.sales.withdraw(stranger, sale, ""), Kind.NOT_FOUND, "SALE_UNKNOWN");
        refused(walk.sales.answerOffer(stranger, sale, Answer.ACCEPT, null, null), Kind.NOT_FOUND, "SALE_UNKNOWN");
        assertThat(walk.sales.deals(stranger, null, null, 100)).isEmpty();
        assertThat(walk.sales.sale(walk.person("anudari"), sale).isDone()).isFalse();
        assertThat(walk.sales.sale(walk.person("tulga"), sale).isDone()).isTrue();
    }

    @Test
    void theSuspicionIsNotToldToThoseItIsAbout() {
        var sale = walk.offer("enkhjin", walk.publishedFlat(100_000_000), 100_000_000);
        walk.accept(sale);
        jdbc.sql("insert into sale.assessments (sale, at, signals, graph, score, codes, rules) values (?, now(), '[]', '{\"nodes\": [], \"edges\": []}', 45, 'PRICE_LOW', '[]')")
                .param(sale.number()).update();

        assertThat(walk.sales.dossier(walk.person("temuulen"), sale).get().riskCodes()).isEmpty();
        assertThat(walk.sales.dossier(walk.person("enkhjin"), sale).get().riskScore()).isZero();
        assertThat(walk.sales.dossier(walk.person("tulga"), sale).get()).isNotNull();
    }

    @Test
    void theOthersAreClosedWhenTheListingIsWithdrawn() {
        var listing = walk.publishedFlat(100_000_000);
        var sale = walk.offer("enkhjin", listing, 100_000_000);

        walk.sales.withdrawListing(walk.person("temuulen"), listing).get();
        walk.untilStage(sale, "CALLED_OFF");

        assertThat(walk.view(sale).endReason()).isEqualTo("LISTING_CLOSED");
        refused(make("nomin", listing, 100_000_000), Kind.CONFLICT, "LISTING_CLOSED");
    }

    @Test
    void ofManyParallelOffersAndAcceptancesExactlyOneSaleLives() throws Exception {
        crowd(200);
        var listing = walk.publishedFlat(150_000_000);
        var buyers = new ArrayList<Callable<Outcome<SaleView>>>();
        for (int i = 0; i < 200; i++) {
            var buyer = buyer(i);
            buyers.add(() -> walk.sales.makeOffer(buyer, listing, terms(150_000_000)));
        }
        var seller = walk.person("temuulen");

        var offers = together(buyers).stream().filter(Outcome::isDone).map(Outcome::get).toList();
        // nobody of a crowd is in the register: the sale that lives must not be called off while others are accepted
        simulators.switchOn("xyp", "*", Behaviour.SLOW, "60000", null);
        var answers = together(offers.stream().limit(50).map(offer -> (Callable<Outcome<SaleView>>)
                () -> walk.sales.answerOffer(seller, offer.id(), Answer.ACCEPT, null, null)).toList());

        assertThat(offers).hasSize(200);
        assertThat(answers.stream().filter(Outcome::isDone)).hasSize(1);
        assertThat(answers.stream().filter(answer -> !answer.isDone()).map(answer -> answer.refusal().code())).containsOnly("PROPERTY_RESERVED");
        assertThat(live(listing)).isEqualTo(1);
        assertThat(walk.register.listing(listing).orElseThrow().state()).isEqualTo(ListingView.State.RESERVED);
    }

    @Test
    void ofTwoHundredClicksOfOneBuyerOneIsAnOffer() throws Exception {
        var listing = walk.publishedFlat(150_000_000);
        var clicks = new ArrayList<Callable<Outcome<SaleView>>>();
        for (int i = 0; i < 200; i++) {
            clicks.add(() -> make("nomin", listing, 140_000_000));
        }

        var made = together(clicks);

        assertThat(made.stream().filter(Outcome::isDone)).hasSize(1);
        assertThat(made.stream().filter(one -> !one.isDone()).map(one -> one.refusal().code())).containsOnly("OFFER_EXISTS");
    }

    private int live(CaseRef listing) {
        return jdbc.sql("select count(*) from sale.sales where listing = ? and stage not in ('OFFER', 'CALLED_OFF', 'COMPLETED')")
                .param(listing.number()).query(Integer.class).single();
    }

    private static <T> List<T> together(List<Callable<T>> acts) throws Exception {
        var threads = Executors.newFixedThreadPool(50);
        try {
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(acts)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private static Actor buyer(int i) {
        return new Actor(new PartyId(new UUID(77, i)), "Худалдан авагч " + i, Set.of(Role.BUYER, Role.SELLER));
    }

    private void crowd(int people) {
        var vault = context.getBean(Vault.class);
        var sealing = context.getBean(PersonVault.class);
        for (int i = 0; i < people; i++) {
            var id = new UUID(77, i);
            var number = "ЯЯ9001%04d".formatted(i);
            jdbc.sql("""
                    insert into identity.parties (id, kind, parent_name, given_name, register_number, register_index, birth_date, created_at)
                    values (?, 'PERSON', 'Олны', ?, ?, ?, '1990-01-01', now()) on conflict do nothing""")
                    .params(id, "Хүн " + i, sealing.seal(new PartyId(id), number, "identity.parties.register_number"),
                            vault.index(Vault.Kind.REGISTER_NUMBER, number)).update();
            jdbc.sql("insert into identity.verified_parties (party_id, standing, since) values (?, 'VERIFIED', now()) on conflict do nothing").param(id).update();
        }
    }

    private static OfferTerms terms(long price) {
        return new OfferTerms(Money.of(price), 10, 5, null);
    }

    private Outcome<SaleView> make(String buyer, CaseRef listing, long price) {
        return walk.sales.makeOffer(walk.person(buyer), listing, terms(price));
    }

    private static void refused(Outcome<?> outcome, Kind kind, String code) {
        assertThat(outcome.isDone()).isFalse();
        assertThat(outcome.refusal().code()).isEqualTo(code);
        assertThat(outcome.refusal().kind()).isEqualTo(kind);
    }

    static CaseRef land(SaleWalk walk) {
        var number = walk.workflow.nextNumber('L');
        var n = (int) (System.nanoTime() % 9000) + 1000;
        walk.register.draft(number, new ListingDraft(new PartyId(new UUID(0, 12)), null, "Г-229700%04d".formatted(n), "8%08d".formatted(n),
                "1110000%03d".formatted(n % 1000), PropertyView.Kind.LAND, 700, null, null, null, null, "BZD", 20, "Шархад " + n, 47.942, 107.01,
                "Газар " + n, "", Money.of(63_000_000))).get();
        walk.register.publish(number).get();
        return number;
    }
}
