package mn.eland.sale.risk.finding;

import static mn.eland.sale.risk.finding.AFinding.NOW;
import static mn.eland.sale.risk.finding.AFinding.aFinding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import mn.eland.identity.Parties.Trace;
import mn.eland.identity.Parties.Trace.Kind;
import mn.eland.payment.Inflow.Whose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each signal of a sale with its evidence; what nobody knows is nothing, not zero. */
class SignalsTests {

    private static final double CLOSE = 0.0001;

    @Test
    void everyInputOfTheTableIsComputedOnce() {
        assertThat(Signals.of(aFinding().found())).extracting(Signal::name).containsExactlyInAnyOrder("priceRatio", "priceGrowth90d",
                "incomeMultiple", "cashShare", "contractToEscrowRatio", "valuationToPrice", "ltv", "daysSinceLastTransfer", "transfers12m",
                "sharedPartyLinks", "listingAgeHours", "sellerAge", "buyerAge", "poaDeals12m", "thirdPartyPayers", "poaUsed", "sameDayNotary",
                "offPlatformContact", "highRiskCountry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"priceRatio", "priceGrowth90d", "incomeMultiple", "contractToEscrowRatio", "valuationToPrice", "ltv",
            "daysSinceLastTransfer", "transfers12m", "sharedPartyLinks", "poaDeals12m", "thirdPartyPayers", "sameDayNotary"})
    void whereNothingIsKnownThereIsNoValueButAReason(String name) {
        var signal = aFinding().signal(name);

        assertThat(signal.value()).isNull();
        assertThat(signal.evidence()).hasSize(1);
    }

    @Test
    void thePriceIsComparedWithTheListedComparables() {
        var signal = aFinding().pricedAt(180_000_000).amongSimilar(8, 5_000_000).signal("priceRatio");

        assertThat((Double) signal.value()).isCloseTo(0.6, within(CLOSE));
        assertThat(signal.evidence()).extracting(Signal.Evidence::what).startsWith("median").contains("comparableSold", "comparableAsked").hasSize(9);
    }

    @Test
    void sevenComparablesAreTooFew() {
        var signal = aFinding().amongSimilar(7, 5_000_000).signal("priceRatio");

        assertThat(signal.value()).isNull();
        assertThat(signal.evidence()).singleElement().satisfies(why -> assertThat(why.arguments()).containsEntry("count", 7));
    }

    @Test
    void aFlipIsSeenInTheLastTransferAndThisPrice() {
        var flipped = aFinding().pricedAt(300_000_000).transferred(40, 200_000_000).transferred(300, 190_000_000).transferred(500, 100_000_000);

        assertThat(flipped.signal("daysSinceLastTransfer").value()).isEqualTo(40L);
        assertThat((Double) flipped.signal("priceGrowth90d").value()).isCloseTo(0.5, within(CLOSE));
        assertThat(flipped.signal("transfers12m").value()).isEqualTo(2L);
        assertThat(flipped.signal("transfers12m").evidence()).hasSize(2);
        assertThat(aFinding().transferred(91, 100_000_000).signal("priceGrowth90d").value()).isNull();
    }

    @Test
    void theLoanIsMeasuredByTheLowerOfPriceAndValuation() {
        var financed = aFinding().pricedAt(300_000_000).financedBy(240_000_000, 400_000_000);

        assertThat((Double) financed.signal("valuationToPrice").value()).isCloseTo(1.3333, within(CLOSE));
        assertThat((Double) financed.signal("ltv").value()).isCloseTo(0.8, within(CLOSE));
        assertThat((Double) aFinding().financedBy(150_000_000, 200_000_000).signal("ltv").value()).isCloseTo(0.75, within(CLOSE));
    }

    @Test
    void incomeIsWhatTheBuyerStated() {
        assertThat((Double) aFinding().buyerEarns(20_000_000).signal("incomeMultiple").value()).isCloseTo(15, within(CLOSE));
        assertThat(aFinding().buyerEarns(20_000_000).signal("incomeMultiple").evidence()).extracting(Signal.Evidence::what).containsExactly("incomeStated");
    }

    @Test
    void cashIsWhatWasStatedOrWhatCameInIfThatIsMore() {
        assertThat(aFinding().buyerStatesCash(30).signal("cashShare").value()).isEqualTo(0.3);
        var paid = aFinding().buyerStatesCash(10).receivedInCash(180_000_000, "Доржийн Бат").received(120_000_000, "Б", "MN1", Whose.BUYER);

        assertThat((Double) paid.signal("cashShare").value()).isCloseTo(0.6, within(CLOSE));
        assertThat(paid.signal("cashShare").evidence()).filteredOn(item -> item.what().equals("paidInCash")).singleElement()
                .satisfies(item -> assertThat(item.arguments()).containsEntry("payer", "Д••• Б•••"));
    }

    @Test
    void otherPayersAreCountedByAccountAndMasked() {
        var paid = aFinding().received(100, "Б", "MN110005999900001003", Whose.BUYER).received(50, "Дорж Бат", "MN220005999900007777", Whose.STRANGER)
                .received(50, "Дорж Бат", "MN220005999900007777", Whose.STRANGER).received(10, "Г", "MN330005999900001001", Whose.SELLER);

        assertThat(paid.signal("thirdPartyPayers").value()).isEqualTo(2L);
        assertThat(paid.signal("thirdPartyPayers").evidence()).extracting(Signal.Evidence::what).containsExactly("paidByAnother", "paidByAnother", "paidFromSellersAccount");
        assertThat(paid.signal("thirdPartyPayers").evidence().toString()).doesNotContain("Дорж").contains("••••7777");
        assertThat(aFinding().received(100, "Б", "MN1", Whose.BUYER).signal("thirdPartyPayers").value()).isEqualTo(0L);
        assertThat(aFinding().received(100, null, null, Whose.UNKNOWN).signal("thirdPartyPayers").value()).isNull();
    }

    @Test
    void theContractIsComparedWithWhatCameInOnlyWhenThePriceIsIn() {
        assertThat(aFinding().listedFor(500_000_000).received(30_000_000, "Б", "MN1", Whose.BUYER).signal("contractToEscrowRatio").value()).isNull();
        assertThat((Double) aFinding().received(400_000_000, "Б", "MN1", Whose.BUYER).signal("contractToEscrowRatio").value()).isCloseTo(0.75, within(CLOSE));
        assertThat((Double) aFinding().listedFor(500_000_000).received(300_000_000, "Б", "MN1", Whose.BUYER).signal("contractToEscrowRatio").value())
                .isCloseTo(0.6, within(CLOSE));
    }

    @Test
    void whatOpposingPartiesShareIsCountedByKindAndNamed() {
        var phone = new Trace(Kind.PHONE, "p", "••••1122", null, null);
        var shared = aFinding().sellerLeaves(phone, device("d", NOW), network("n", NOW)).buyerLeaves(phone, device("d", NOW.minusSeconds(900_000)),
                network("n", NOW.minusSeconds(86_401)));

        assertThat(shared.signal("sharedPartyLinks").value()).isEqualTo(2L);
        assertThat(shared.signal("sharedPartyLinks").evidence()).extracting(Signal.Evidence::what).containsExactly("shared.PHONE", "shared.DEVICE");
        assertThat(aFinding().sellerLeaves(network("n", NOW)).buyerLeaves(network("n", NOW.minusSeconds(86_000))).signal("sharedPartyLinks").value()).isEqualTo(1L);
        assertThat(aFinding().sellerLeaves(phone).buyerLeaves(network("n", NOW)).signal("sharedPartyLinks").value()).isEqualTo(0L);
    }

    @Test
    void theRepresentativesDealsAreListed() {
        var represented = aFinding().buyerActsThrough("Цэрэнгийн Болд", 3);

        assertThat(represented.signal("poaUsed").value()).isEqualTo(true);
        assertThat(represented.signal("poaUsed").evidence().toString()).contains("УХ••••••12").doesNotContain("УХ90010112");
        assertThat(represented.signal("poaDeals12m").value()).isEqualTo(3L);
        assertThat(represented.signal("poaDeals12m").evidence()).hasSize(3);
        assertThat(aFinding().signal("poaUsed").value()).isEqualTo(false);
    }

    @Test
    void theSellersRepresentativeIsASignTooAndTheBusierOfTwoCounts() {
        var sold = aFinding().sellerActsThrough("Дамбын Саруул", 4);

        assertThat(sold.signal("poaUsed").value()).isEqualTo(true);
        assertThat(sold.signal("poaUsed").evidence()).extracting(Signal.Evidence::what).containsExactly("sellerActsThrough");
        assertThat(sold.signal("poaDeals12m").value()).isEqualTo(4L);

        var both = sold.buyerActsThrough("Цэрэнгийн Болд", 2);

        assertThat(both.signal("poaUsed").evidence()).extracting(Signal.Evidence::what).containsExactly("sellerActsThrough", "actsThrough");
        assertThat(both.signal("poaDeals12m").value()).isEqualTo(4L);
        assertThat(both.signal("poaDeals12m").evidence()).hasSize(4).allSatisfy(act -> assertThat(act.arguments()).containsEntry("holder", "Дамбын Саруул"));
        assertThat(LinkGraph.of(both.found()).nodes()).filteredOn(node -> node.kind().equals("REPRESENTATIVE")).extracting(LinkGraph.Node::side)
                .containsExactly(LinkGraph.Side.SELLER, LinkGraph.Side.BUYER);
    }

    @Test
    void theMessageIsShownWithTheHitMarked() {
        var signal = aFinding().said("Б. Энхжин", "Сайн байна уу", 30).said("Г. Тэмүүлэн", "Та 9911-2233 руу залгаарай", 200).signal("offPlatformContact");

        assertThat(signal.value()).isEqualTo(true);
        assertThat(signal.evidence()).singleElement().satisfies(message -> assertThat(message.arguments())
                .containsEntry("before", "Та ").containsEntry("hit", "9911-2233").containsEntry("after", " руу залгаарай"));
    }

    @Test
    void theListingsAgeIsTakenWhenSomebodyWroteOfGoingOutside() {
        assertThat(aFinding().signal("listingAgeHours").value()).isEqualTo(240L);
        assertThat(aFinding().said("Г", "viber", 200).signal("listingAgeHours").value()).isEqualTo(40L);
    }

    @Test
    void theNotaryIsOnTheSameDayWhenTheWholePriceIsInOnTheDayOfAcceptance() {
        var paid = aFinding().received(300_000_000, "Б", "MN1", Whose.BUYER);

        assertThat(paid.signal("sameDayNotary").value()).isEqualTo(false);
        assertThat(paid.acceptedToday().signal("sameDayNotary").value()).isEqualTo(true);
    }

    @Test
    void theCountryIsNamedWithItsReason() {
        var signal = aFinding().buyerComesFrom("KP", "FATF").signal("highRiskCountry");

        assertThat(signal.value()).isEqualTo(true);
        assertThat(signal.evidence()).singleElement().satisfies(country -> assertThat(country.arguments()).containsEntry("country", "KP").containsEntry("reason", "FATF"));
        assertThat(aFinding().signal("highRiskCountry").value()).isEqualTo(false);
    }

    @Test
    void theGraphPutsWhatIsSharedBetweenTheSides() {
        var graph = LinkGraph.of(aFinding().sellerLeaves(device("d", NOW), device("own", NOW)).buyerLeaves(device("d", NOW))
                .received(10, "Дорж", "MN220005999900007777", Whose.STRANGER).buyerActsThrough("Болд", 1).found());

        assertThat(graph.nodes()).filteredOn(LinkGraph.Node::shared).singleElement()
                .satisfies(node -> assertThat(node.side()).isEqualTo(LinkGraph.Side.BETWEEN));
        assertThat(graph.nodes()).extracting(LinkGraph.Node::kind).contains("SELLER", "BUYER", "DEAL", "PAYER", "REPRESENTATIVE", "DEVICE");
        assertThat(graph.edges()).allSatisfy(edge -> assertThat(graph.nodes()).extracting(LinkGraph.Node::id).contains(edge.from(), edge.to()));
        assertThat(graph.neighbours(graph.nodes().stream().filter(LinkGraph.Node::shared).findFirst().orElseThrow()))
                .isEqualTo(List.of("Г. Тэмүүлэн", "Б. Энхжин"));
    }

    private static Trace device(String key, Instant at) {
        return new Trace(Kind.DEVICE, key, key, at, at);
    }

    private static Trace network(String key, Instant at) {
        return new Trace(Kind.NETWORK, key, key, at, at);
    }
}
