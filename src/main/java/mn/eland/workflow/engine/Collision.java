package mn.eland.workflow.engine;

import java.sql.SQLException;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Two acts on one case in the same moment: the engine lets one win and undoes the other, which is told so in the words that
 * every module and page knows.
 */
public final class Collision {

    /** Serialization failure and deadlock, as PostgreSQL numbers them. */
    private static final Set<String> STATES = Set.of("40001", "40P01");

    private Collision() {
    }

    public static void told(Runnable act) {
        try {
            act.run();
        } catch (OptimisticLockingException lost) {
            throw new OptimisticLockingFailureException("somebody or a timer was faster", lost);
        } catch (ProcessEngineException failure) {
            throw isOfLocks(failure) ? new CannotAcquireLockException("somebody or a timer was faster", failure) : failure;
        }
    }

    private static boolean isOfLocks(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && STATES.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
