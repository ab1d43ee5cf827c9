package mn.eland.bench;

import mn.eland.kernel.ElandClock;
import mn.eland.walk.RandomWalk;
import mn.eland.walk.WalkTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The random walk of 50,000 cases with seeds that the build does not walk. It says after every thousand how to go on from
 * there: {@code -Dwalk.seed=<next> -Dwalk.cases=<how many are left>}.
 */
@WalkTest
class WalkBench {

    private static final int FIRST_SEED = 1_000;
    private static final int CASES = 50_000;
    private static final int SAY_AFTER = 1_000;
    private static final int SWEEP_AFTER = 200;
    private static final String CHANGED_MOST = "act_ru_variable, act_ru_execution, act_ru_job, act_ru_task, act_ru_event_subscr, workflow.work_items";

    @Autowired ApplicationContext context;
    @Autowired ElandClock clock;
    @Autowired JdbcTemplate database;

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
            for (int done = 0; done < now; done += SWEEP_AFTER) {
                next = walk.walk(next, Math.min(SWEEP_AFTER, now - done));
                sweep();
            }
            System.out.printf("WALK | %d of %d cases in %.0f s, nothing lost, doubled or stuck; from here: -Dwalk.seed=%d -Dwalk.cases=%d%n",
                    walked + now, cases, seconds(start), next, cases - walked - now);
        }

        Figures.say("random sales, forty at a time", Figures.text("%d cases in %.0f s, %.0f ms a case", cases, seconds(start), 1000 * seconds(start) / cases),
                "nothing lost, doubled or stuck: " + walk.endings());
    }

    /** The servers of tests do not sweep by themselves, as a server does that runs for so long. */
    private void sweep() {
        database.execute("vacuum analyze " + CHANGED_MOST);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
