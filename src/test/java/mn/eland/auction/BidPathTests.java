package mn.eland.auction;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import mn.eland.TestDatabase;
import mn.eland.auction.bidding.Answer;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of a bid through the queue into PostgreSQL: times, ties, repeats, amounts out of reason, floods and crowds. */
class BidPathTests {

    private static final Instant OPENS = Instant.parse("2026-11-27T02:00:00Z");
    private static final Instant CLOSES = Instant.parse("2026-11-27T03:00:00Z");

    private static BidHouse house;

    @BeforeAll
    static void open() {
        house = new BidHouse(TestDatabase.freshDatabase(), 8);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @ParameterizedTest
    @CsvSource({"-1, TOO_EARLY", "0, LEADING", "3599999, LEADING", "3600000, TOO_LATE"})
    void aMillisecondDecides(long afterOpening, Answer answer) {
        var lot = house.lot(OPENS, CLOSES);
        var bidder = house.bidders(lot, 1).get(0);

        var receipt = decided(at(OPENS.plusMillis(afterOpening)), lot, List.of(bid(bidder, 10_000, "a"))).get(0);

        assertThat(receipt.answer()).isEqualTo(answer);
        assertThat(house.verifiedLog(lot)).hasSize(answer.isAccepted() ? 1 : 0);
    }

    @Test
    void timeNeverGoesBackWithinALot() {
        var lot = house.lot(OPENS, CLOSES);
        var bidders = house.bidders(lot, 2);

        decided(at(OPENS.plusSeconds(60)), lot, List.of(bid(bidders.get(0), 10_000, "a")));
        var receipt = decided(at(OPENS.minusSeconds(3_600)), lot, List.of(bid(bidders.get(1), 20_000, "b"))).get(0);

        assertThat(receipt.decidedAt()).isEqualTo(OPENS.plusSeconds(60));
    }

    @Test
    void ofEqualBidsInOneRoundTheEarlierLeads() {
        var lot = house.lot();
        var bidders = house.bidders(lot, 2);

        var answers = decided(at(Instant.now()), lot, List.of(bid(bidders.get(1), 20_000, "a"), bid(bidders.get(0), 20_000, "b")));

        assertThat(answers).extracting(Receipt::answer).containsExactly(Answer.LEADING, Answer.OUTBID);
        assertThat(house.auctions().view(lot)).extracting(LotView::leader, LotView::price).containsExactly(2, Money.of(20_000));
    }

    @Test
    void twentyClicksAreOneBid() {
        var lot = house.lot();
        var bidder = house.bidders(lot, 1).get(0);

        var receipts = BidHouse.atOnce(20, i -> house.auctions().bid(lot, bid(bidder, 20_000, "click")));

        assertThat(receipts).extracting(Receipt::sequence).containsOnly(1L);
        assertThat(receipts).extracting(Receipt::answer).containsOnly(Answer.LEADING);
        assertThat(receipts).filteredOn(receipt -> !receipt.repeated()).hasSize(1);
        assertThat(house.verifiedLog(lot)).hasSize(1);
    }

    @Test
    void aRepeatedRequestGetsItsFirstAnswerOnAnyNode() {
        var lot = house.lot();
        var bidders = house.bidders(lot, 2);
        var first = house.auctions().bid(lot, bid(bidders.get(0), 20_000, "a"));
        var low = house.auctions().bid(lot, bid(bidders.get(1), 9_999, "b"));
        house.auctions().bid(lot, bid(bidders.get(1), 30_000, "c"));

        assertThat(house.node().bid(lot, bid(bidders.get(0), 20_000, "a"))).isEqualTo(first.again());
        assertThat(house.node().bid(lot, bid(bidders.get(1), 9_999, "b"))).extracting(Receipt::answer, Receipt::decidedAt, Receipt::repeated)
                .containsExactly(low.answer(), low.decidedAt(), true);
        assertThat(house.node().bid(lot, bid(bidders.get(0), 40_000, "a")).answer()).isEqualTo(Answer.KEY_TAKEN);
        assertThat(house.node().bid(lot, bid(bidders.get(1), 40_000, "a")).answer()).as("keys are each bidder's own").isEqualTo(Answer.LEADING);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -10_000, 0, 9_999, 1_000_000_000_000_001L, Long.MAX_VALUE})
    void anAmountOutOfReasonChangesNothing(long amount) {
        var lot = house.lot();
        var bidder = house.bidders(lot, 1).get(0);

        assertThat(house.auctions().bid(lot, bid(bidder, amount, "a")).answer()).isIn(Answer.TOO_LOW, Answer.TOO_HIGH);
        assertThat(house.auctions().view(lot).sequence()).isZero();
    }

    @Test
    void aStrangerIsToldSoAndLeavesNoTrace() {
        var lot = house.lot();

        assertThat(house.auctions().bid(lot, bid(PartyId.random(), 20_000, "a")).answer()).isEqualTo(Answer.NOT_ADMITTED);
        assertThat(count("bids", lot) + count("refusals", lot)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a|b", "Ө"})
    void aKeyThatCannotStandInTheLogIsNone(String key) {
        assertThatThrownBy(() -> bid(PartyId.random(), 1, key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anUnknownLotIsAFaultOfTheCaller() {
        assertThatThrownBy(() -> house.auctions().bid(LotId.random(), bid(PartyId.random(), 1, "a"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tenThousandRefusedBidsDoNotMoveTheClose() {
        var lot = house.lot(OPENS, CLOSES);
        var bidders = house.bidders(lot, 2);
        var lastMoment = at(CLOSES.minusMillis(1));
        decided(lastMoment, lot, List.of(bid(bidders.get(0), 20_000, "a")));
        var closes = house.auctions().view(lot).closesAt();

        for (int round = 0; round < 40; round++) {
            int first = round * 250;
            var answers = decided(at(closes.minusMillis(1)), lot, IntStream.range(first, first + 250)
                    .mapToObj(i -> bid(bidders.get(1), 10_000, "n" + i)).toList());
            assertThat(answers).extracting(Receipt::answer).containsOnly(Answer.TOO_LOW);
        }

        assertThat(closes).isEqualTo(CLOSES.plus(BidHouse.EXTENSION));
        assertThat(house.auctions().view(lot).closesAt()).isEqualTo(closes);
        assertThat(count("refusals", lot)).isEqualTo(10_000);
        assertThat(decided(at(closes.minusMillis(1)), lot, List.of(bid(bidders.get(1), 20_000, "b"))).get(0).lot().closesAt())
                .isEqualTo(closes.plus(BidHouse.EXTENSION));
    }

    @Test
    void twoHundredBiddersOnTwoNodesKeepOneOrder() {
        var lot = house.lot();
        var bidders = house.bidders(lot, 200);
        var nodes = List.of(house.auctions(), house.node());

        var receipts = BidHouse.atOnce(200, i -> IntStream.range(0, 5)
                .mapToObj(n -> nodes.get((i + n) % 2).bid(lot, bid(bidders.get(i), 10_000 + 100L * (i * 7 % 200) + 20_000L * n, "k" + n))).toList())
                .stream().flatMap(List::stream).toList();
        var log = house.verifiedLog(lot);

        var accepted = receipts.stream().filter(receipt -> receipt.answer().isAccepted()).sorted(comparing(Receipt::sequence)).toList();
        assertThat(accepted).extracting(Receipt::sequence).containsExactlyElementsOf(LongStream.rangeClosed(1, log.size()).boxed().toList());
        assertThat(accepted).extracting(receipt -> receipt.lot().price()).isSorted()
                .containsExactlyElementsOf(log.stream().map(line -> line.state().price()).toList());
        assertThat(log).extracting(LoggedBid::decidedAt).isSorted();
        assertThat(receipts).hasSize(1_000);
        assertThat(count("refusals", lot)).isEqualTo(1_000 - log.size());
        assertThat(log.get(log.size() - 1).state().limit()).as("the highest limit leads").isEqualTo(Money.of(10_000 + 100 * 199 + 80_000));
    }

    @Test
    void manyLotsOnTwoNodesAreDecidedTogetherAndEachInItsOrder() {
        var lots = IntStream.range(0, 20).mapToObj(i -> house.lot()).toList();
        var bidders = lots.stream().map(lot -> house.bidders(lot, 3)).toList();
        var nodes = List.of(house.auctions(), house.node());

        var receipts = BidHouse.atOnce(60, i -> IntStream.range(0, 10).mapToObj(n -> nodes.get((i + n) % 2)
                .bid(lots.get((i + n) % 20), bid(bidders.get((i + n) % 20).get(i % 3), 10_000 + 100L * (i + 60 * n), "k" + i + "." + n))).toList())
                .stream().flatMap(List::stream).toList();

        long logged = lots.stream().mapToLong(lot -> house.verifiedLog(lot).size()).sum();
        assertThat(receipts).hasSize(600);
        assertThat(receipts.stream().filter(receipt -> receipt.answer().isAccepted()).count()).isEqualTo(logged).isGreaterThan(20);
        assertThat(lots.stream().mapToLong(lot -> count("refusals", lot)).sum()).isEqualTo(600 - logged);
    }

    @Test
    void aRoundThatFailsIsHeardOfByAllAndLeavesNothing() {
        var lot = house.lot();
        var bidder = house.bidders(lot, 1).get(0);
        var failing = new AtomicBoolean(true);
        var log = at(Instant.now());
        var queue = new BidQueue(bids -> {
            if (failing.get()) {
                throw new IllegalStateException("the disk is full");
            }
            return log.decide(bids);
        });

        var failures = BidHouse.atOnce(10, i -> catchThrowable(() -> queue.decide(lot, bid(bidder, 20_000, "a"))));
        failing.set(false);

        assertThat(failures).allSatisfy(failure -> assertThat(failure).hasRootCauseMessage("the disk is full"));
        assertThat(queue.decide(lot, bid(bidder, 20_000, "a"))).extracting(Receipt::sequence, Receipt::repeated).containsExactly(1L, false);
    }

    @Test
    void whoIsAdmittedTwiceKeepsThePaddleAndTwentyAtOnceGetTwenty() {
        var lot = house.lot();
        var bidder = house.bidders(lot, 1).get(0);

        var paddles = BidHouse.atOnce(20, i -> house.auctions().admit(lot, PartyId.random()));

        assertThat(paddles).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(2, 21).boxed().toList());
        assertThat(house.auctions().admit(lot, bidder)).isEqualTo(1);
    }

    private static List<Receipt> decided(BidLog log, LotId lot, List<Bid> bids) {
        return log.decide(new TreeMap<>(Map.of(lot, bids))).get(lot);
    }

    private static BidLog at(Instant time) {
        return new BidLog(house.database(), now -> time);
    }

    private static Bid bid(PartyId bidder, long limit, String key) {
        return new Bid(bidder, Money.of(limit), key);
    }

    private static long count(String table, LotId lot) {
        return house.jdbc().sql("select count(*) from auction." + table + " where lot_id = ?").param(lot.value()).query(Long.class).single();
    }
}
