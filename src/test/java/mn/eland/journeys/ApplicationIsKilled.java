package mn.eland.journeys;

import java.nio.file.Path;
import mn.eland.Simulators.Behaviour;
import mn.eland.journeys.killed.Killed;
import mn.eland.journeys.killed.KilledEland;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The application is killed while every kind of outside call is under way: once before the other side has done what was
 * asked (it does it when nobody listens any more), once after it. Each sale goes on, and the world has everything once.
 */
class ApplicationIsKilled {

    @TempDir(cleanup = CleanupMode.ALWAYS)
    Path home;

    @Test
    void everySaleGoesOnAndMoneyMovesOnce() throws Exception {
        try (var eland = new KilledEland(home)) {
            try {
                eland.killedIn(Behaviour.SLOW, Killed.THAT_MATTER_MOST);
                eland.killedIn(Behaviour.TIMEOUT_AFTER, Killed.THAT_MATTER_MOST);
                eland.theWorldHasEverythingOnce();
            } finally {
                eland.keepLogs(Path.of("target", "killed"));
            }
        }
    }
}
