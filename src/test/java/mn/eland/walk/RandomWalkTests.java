package mn.eland.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import mn.eland.kernel.ElandClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Whatever people, timers and the outside do in whatever order, nothing is lost, doubled or stuck. Walks 2,000 cases or as
 * many as it can in ninety seconds, and says how many. A failure names its seed: {@code -Dwalk.seed=7 -Dwalk.cases=20}
 * walks it again.
 */
@WalkTest
class RandomWalkTests {

    @Autowired ApplicationContext context;
    @Autowired ElandClock clock;

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void nothingIsLostDoubledOrStuck() {
        var walk = new RandomWalk(context);
        int cases = Integer.getInteger("walk.cases", 2_000);
        var time = System.getProperty("walk.cases") == null ? Duration.ofSeconds(90) : Duration.ofDays(1);
        long start = System.nanoTime();

        int walked = walk.walk(Long.getLong("walk.seed", 1), cases, time);

        System.out.printf("WALK | %d of %d cases in %.0f s | %s%n", walked, cases, (System.nanoTime() - start) / 1e9, walk.endings());
        System.out.println("WALK | " + walk.tally());
        assertThat(walk.endings().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(walked);
        assertThat(walked).isPositive();
    }
}
