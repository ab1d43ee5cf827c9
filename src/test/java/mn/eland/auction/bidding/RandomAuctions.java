package mn.eland.auction.bidding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import mn.eland.auction.bidding.SealedBidding.SealedBid;
import mn.eland.kernel.Money;

/** Random lots and bidders, small enough that ties, jumps over steps and last moments happen all the time; rules and reference side by side. */
public final class RandomAuctions {

    private static final Instant MORNING = Instant.parse("2026-11-27T02:00:00Z");
    private static final long[][] STEPS = {{0, 1}, {20, 3}, {50, 7}, {120, 20}};
    private static final int BIDDERS = 5;

    private final SplittableRandom random;
    private final Map<String, Integer> met = new HashMap<>();

    public RandomAuctions(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Plays so many auctions and says how often each answer, each result and each extension was met. */
    public Map<String, Integer> play(int auctions) {
        for (int i = 0; i < auctions; i++) {
            var format = Format.values()[random.nextInt(3)];
            var lot = lot(format);
            if (format.isSealed()) {
                sealed(lot);
            } else {
                open(lot);
            }
        }
        return met;
    }

    private ReferenceAuction.Lot lot(Format format) {
        long start = random.nextInt(1, 60);
        long most = start + random.nextInt(200);
        long reserve = random.nextInt(3) == 0 ? 0 : random.nextLong(1, most + 1);
        return new ReferenceAuction.Lot(format.name(), start, reserve, most, STEPS, 10, 10 + random.nextInt(20, 60), random.nextInt(12),
                random.nextInt(12), random.nextInt(4), format.isSealed() ? 120 : 0);
    }

    private static Terms terms(ReferenceAuction.Lot lot) {
        var steps = java.util.Arrays.stream(lot.steps()).map(row -> new Increments.Step(Money.of(row[0]), Money.of(row[1]))).toList();
        return new Terms(Format.valueOf(lot.format()), Money.of(lot.start()), Optional.of(lot.reserve()).filter(amount -> amount > 0).map(Money::of),
                Money.of(lot.most()), new Increments(steps), at(lot.opens()), at(lot.closes()),
                new SoftClose(Duration.ofMillis(lot.window()), Duration.ofMillis(lot.extension()), lot.mostExtensions()), at(lot.revealUntil()));
    }

    private void open(ReferenceAuction.Lot lot) {
        var reference = new ReferenceAuction(lot);
        var terms = terms(lot);
        var state = LotState.before(terms);
        long now = 5 + random.nextInt(8);
        for (int bids = random.nextInt(40); bids > 0; bids--) {
            now += random.nextInt(5);
            int paddle = random.nextInt(1, BIDDERS + 1);
            long limit = amountNear(reference.leastNext(), lot.most());
            var decision = OpenBidding.decide(terms, state, paddle, Money.of(limit), at(now));
            same(reference.bid(paddle, limit, now), decision.answer().name());
            if (decision.state().equals(state) == decision.answer().isAccepted()) {
                throw new AssertionError(decision + " after " + state);
            }
            state = decision.state();
            same(reference.seen(), state.leader() + " " + state.price().tugrug() + " " + state.closesAt().minusMillis(MORNING.toEpochMilli())
                    .toEpochMilli() + " " + state.extensions());
        }
        meet("extensions " + state.extensions());
        same(reference.result(), told(OpenBidding.result(terms, state)));
    }

    private long amountNear(long least, long most) {
        return switch (random.nextInt(8)) {
            case 0 -> least - 1;
            case 1 -> most + random.nextInt(2);
            case 2 -> random.nextInt(-3, 3);
            case 3, 4 -> least;
            default -> least + random.nextInt(30);
        };
    }

    private void sealed(ReferenceAuction.Lot lot) {
        var reference = new ReferenceAuction(lot);
        var terms = terms(lot);
        var id = new UUID(random.nextLong(), random.nextLong());
        var bids = new ArrayList<SealedBid>();
        var amounts = new HashMap<Integer, Long>();
        for (long now = 5 + random.nextInt(8); now < lot.closes() + 5; now += random.nextInt(12)) {
            int paddle = random.nextInt(1, BIDDERS + 1);
            long amount = lot.start() + random.nextInt(-2, 12);
            var answer = SealedBidding.seal(terms, own(bids, paddle), at(now));
            same(reference.seal(paddle, now), answer.name());
            if (answer.isAccepted()) {
                bids.add(new SealedBid(paddle, Seal.of(id, paddle, Money.of(amount), key(paddle)), Optional.empty()));
                amounts.put(paddle, amount);
            }
        }
        for (long now = lot.closes() - 2; now < lot.revealUntil() + 3; now += random.nextInt(25)) {
            int paddle = random.nextInt(1, BIDDERS + 1);
            boolean right = random.nextInt(4) > 0;
            long amount = amounts.getOrDefault(paddle, 7L) + (right ? 0 : random.nextInt(2));
            var key = right ? key(paddle) : key(random.nextInt(BIDDERS + 1));
            boolean asSealed = amounts.containsKey(paddle) && amount == amounts.get(paddle) && key.equals(key(paddle));
            var answer = SealedBidding.reveal(terms, id, own(bids, paddle), Money.of(amount), key, at(now));
            same(reference.reveal(paddle, amount, asSealed, now), answer.name());
            if (answer.isAccepted()) {
                bids.replaceAll(bid -> bid.paddle() == paddle ? new SealedBid(paddle, bid.seal(), Optional.of(Money.of(amount))) : bid);
            }
        }
        same(reference.result(), told(SealedBidding.result(terms, bids)));
    }

    private static Optional<SealedBid> own(List<SealedBid> bids, int paddle) {
        return bids.stream().filter(bid -> bid.paddle() == paddle).findFirst();
    }

    private static String key(int paddle) {
        return Integer.toString(paddle % 10).repeat(64);
    }

    private String told(Result result) {
        meet(result.kind().name());
        return result.kind() + " " + result.winner() + " " + result.price().tugrug() + " " + result.bondsLost();
    }

    private void same(String expected, String seen) {
        if (!expected.equals(seen)) {
            throw new AssertionError("the reference says " + expected + ", the rules " + seen);
        }
        if (!seen.contains(" ")) {
            meet(seen);
        }
    }

    private void meet(String what) {
        met.merge(what, 1, Integer::sum);
    }

    private static Instant at(long millis) {
        return MORNING.plusMillis(millis);
    }
}
