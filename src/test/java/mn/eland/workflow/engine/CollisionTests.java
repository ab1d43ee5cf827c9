package mn.eland.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.OptimisticLockingFailureException;

/** What is only a matter of the moment is done again at once; everything else is a failure that somebody must see. */
class CollisionTests {

    private static final Exception DEADLOCK = new ProcessEngineException("flush", new SQLException("deadlock detected", "40P01"));
    private static final Exception HELD = new ProcessEngineException("flush", new SQLException(
            "delete on table \"act_ru_execution\" violates foreign key constraint \"act_fk_exe_procinst\"", "23503"));
    private static final NullValueException GONE = new NullValueException("Cannot restore state of process instance 7: list of executions is empty");

    @Test
    void twoWritersADeadlockAndABranchThatHasJustEndedAreCollisions() {
        assertThat(Collision.isOne(new OptimisticLockingException("changed"))).isTrue();
        assertThat(Collision.isOne(DEADLOCK)).isTrue();
        assertThat(Collision.isOne(GONE)).isTrue();
        assertThat(Collision.isOne(HELD)).isTrue();
        assertThat(Collision.isOne(ended("org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity"))).isTrue();
        assertThat(Collision.isOne(new ProcessEngineException("wrapped", GONE))).isTrue();
    }

    @Test
    void aNullOfOursAndAFailureOfTheDatabaseAreNot() {
        assertThat(Collision.isOne(new NullValueException("caseRef is null"))).isFalse();
        assertThat(Collision.isOne(new ProcessEngineException("flush", new SQLException("violates check", "23514")))).isFalse();
        assertThat(Collision.isOne(new ProcessEngineException("flush", new SQLException("violates \"sales_fk\"", "23503")))).isFalse();
        assertThat(Collision.isOne(ended("mn.eland.sale.Sales"))).isFalse();
        assertThat(Collision.isOne(new IllegalStateException("step"))).isFalse();
    }

    @Test
    void whoLosesIsToldInWordsThatEveryModuleKnows() {
        assertThatThrownBy(() -> Collision.told(() -> {
            throw new OptimisticLockingException("changed");
        })).isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> Collision.told(() -> {
            throw GONE;
        })).isInstanceOf(CannotAcquireLockException.class);
        assertThatThrownBy(() -> Collision.told(() -> {
            throw new ProcessEngineException("other");
        })).isExactlyInstanceOf(ProcessEngineException.class);
    }

    private static NullPointerException ended(String where) {
        var failure = new NullPointerException("processInstance is null");
        failure.setStackTrace(new StackTraceElement[] {new StackTraceElement(where, "ensureExecutionTreeInitialized", null, 1)});
        return failure;
    }
}
