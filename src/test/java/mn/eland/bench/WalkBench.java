package mn.eland.bench;

import java.time.Duration;
import mn.eland.kernel.ElandClock;
import mn.eland.walk.RandomWalk;
import mn.eland.walk.WalkTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The random walk with seeds that the build does not walk; {@code -Dwalk.cases=50000} for a night. */
@WalkTest
class WalkBench {

    private static final int FIRST_SEED = 1_000;

    @Autowired ApplicationContext context;
    @Autowired ElandClock clock;

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void nothingIsLostDoubledOrStuck() {
        var walk = new RandomWalk(context);
        long start = System.nanoTime();

        int walked = walk.walk(Long.getLong("walk.seed", FIRST_SEED), Integer.getInteger("walk.cases", 2_000), Duration.ofDays(1));

        double seconds = (System.nanoTime() - start) / 1e9;
        Figures.say("random sales, twenty at a time", Figures.text("%d cases in %.0f s, %.0f ms a case", walked, seconds, 1000 * seconds / walked),
                "nothing lost, doubled or stuck: " + walk.endings());
    }
}
