package mn.eland.workflow.engine;

import java.sql.SQLException;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Two acts on one case in the same moment: the engine lets one win and undoes the other, which is told so in the words that
 * every module and page knows.
 */
public final class Collision {

    /** Serialization failure and deadlock, as PostgreSQL numbers them. */
    private static final Set<String> STATES = Set.of("40001", "40P01");

    /** How the engine says that what it was to cancel had ended since it began to look. */
    private static final String GONE = "Cannot restore state of process instance";

    /** Where the engine stumbles over an instance that has ended since it began to look. */
    private static final String TREE = "ensureExecutionTreeInitialized";

    /** Another branch has meanwhile hung a row of its own on one that this branch deletes, as the keys of the engine's tables say. */
    private static final String HELD = "23503";
    private static final String ENGINES_KEY = "\"act_fk_";

    private Collision() {
    }

    public static void told(Runnable act) {
        try {
            act.run();
        } catch (OptimisticLockingException lost) {
            throw new OptimisticLockingFailureException("somebody or a timer was faster", lost);
        } catch (ProcessEngineException | NullPointerException failure) {
            throw isOne(failure) ? new CannotAcquireLockException("somebody or a timer was faster", failure) : failure;
        }
    }

    /** True when nothing is wrong but the moment: done again, the same act finds the case as the other has left it. */
    static boolean isOne(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException || cause instanceof SQLException sql && isOfTheMoment(sql)
                    || cause instanceof NullValueException && String.valueOf(cause.getMessage()).contains(GONE)
                    || cause instanceof NullPointerException && isOfAnEndedInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfTheMoment(SQLException failure) {
        return STATES.contains(failure.getSQLState())
                || HELD.equals(failure.getSQLState()) && String.valueOf(failure.getMessage()).contains(ENGINES_KEY);
    }

    private static boolean isOfAnEndedInstance(Throwable failure) {
        var trace = failure.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().equals(ExecutionEntity.class.getName()) && trace[0].getMethodName().equals(TREE);
    }
}
