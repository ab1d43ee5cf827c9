package mn.eland.walk;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.kernel.ElandClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Whatever people, timers and the outside do in whatever order, nothing is lost, doubled or stuck. The build walks 2,000
 * cases, in parts so that each of its forks has some. A failure names its seed:
 * {@code -Dtest=FirstWalkTests -Dwalk.seed=7 -Dwalk.cases=40} walks it again.
 */
@WalkTest
abstract class WalkPart {

    private static final int CASES = 500;

    @Autowired ApplicationContext context;
    @Autowired ElandClock clock;
    private final long firstSeed;

    WalkPart(long firstSeed) {
        this.firstSeed = firstSeed;
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void nothingIsLostDoubledOrStuck() {
        var walk = new RandomWalk(context);
        int cases = Integer.getInteger("walk.cases", CASES);
        long start = System.nanoTime();

        long next = walk.walk(Long.getLong("walk.seed", firstSeed), cases);

        System.out.printf("WALK | %d cases, the next seed is %d, %.0f s | %s%n", cases, next, (System.nanoTime() - start) / 1e9, walk.endings());
        System.out.println("WALK | " + walk.tally());
        assertThat(walk.endings().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(cases);
    }
}
