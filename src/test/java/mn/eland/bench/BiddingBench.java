package mn.eland.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import mn.eland.auction.bidding.RandomAuctions;
import org.junit.jupiter.api.Test;

/** A million random auctions of all formats against the reference. */
class BiddingBench {

    private static final int SEEDS = 100;
    private static final int EACH = 10_000;

    @Test
    void aMillionAuctionsEndAsTheReferenceSays() {
        long begin = System.nanoTime();
        long sold = IntStream.rangeClosed(1, SEEDS).mapToLong(seed -> new RandomAuctions(seed).play(EACH).get("SOLD")).sum();
        double seconds = (System.nanoTime() - begin) / 1e9;

        Figures.say("random auctions that agree with the reference", Figures.text("%,d, %,d of them sold", SEEDS * EACH, sold),
                Figures.text("%,.0f/s, one thread", SEEDS * EACH / seconds));
        assertThat(sold).isPositive();
    }
}
