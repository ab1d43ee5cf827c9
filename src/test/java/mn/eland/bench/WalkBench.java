package mn.eland.bench;

import mn.eland.kernel.ElandClock;
import mn.eland.walk.RandomWalk;
import mn.eland.walk.WalkTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * The random walk of 50,000 cases with seeds that the build does not walk. It says after every thousand how to go on from
 * there: {@code -Dwalk.seed=<next> -Dwalk.cases=<how many are left>}.
 */
@WalkTest
class WalkBench {

    private static final int FIRST_SEED = 1_000;
    private static final int CASES = 50_000;
    private static final int SAY_AFTER = 1_000;

    @Autowired ApplicationContext context;
    @Autowired ElandClock clock;

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void nothingIsLostDoubledOrStuck() {
        var walk = new RandomWalk(context);
        int cases = Integer.getInteger("walk.cases", CASES);
        long next = Long.getLong("walk.seed", FIRST_SEED);
        long start = System.nanoTime();

        for (int walked = 0; walked < cases; walked += SAY_AFTER) {
            int now = Math.min(SAY_AFTER, cases - walked);
            next = walk.walk(next, now);
            System.out.printf("WALK | %d of %d cases in %.0f s, nothing lost, doubled or stuck; from here: -Dwalk.seed=%d -Dwalk.cases=%d%n",
                    walked + now, cases, seconds(start), next, cases - walked - now);
        }

        Figures.say("random sales, forty at a time", Figures.text("%d cases in %.0f s, %.0f ms a case", cases, seconds(start), 1000 * seconds(start) / cases),
                "nothing lost, doubled or stuck: " + walk.endings());
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
