package mn.eland.workflow;

import mn.eland.kernel.CaseRef;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Reads the handle of the case from a step: the business key, which called processes inherit. */
public final class CaseKey {

    /**
     * SQL that holds the case {@code :case} until the transaction ends. Whoever keeps rows of a case and locks them holds the case
     * first, as whoever tells the process something does; else the two wait for each other.
     */
    public static final String HOLD = "pg_advisory_xact_lock(hashtextextended(:case, 0))";

    private CaseKey() {
    }

    public static CaseRef of(DelegateExecution step) {
        return CaseRef.of(step.getProcessBusinessKey());
    }

    /** The key an outside call carries so that a repeated step is harmless: {@code <case number>:<activity id>}. */
    public static String idempotencyKey(DelegateExecution step) {
        return step.getProcessBusinessKey() + ":" + step.getCurrentActivityId();
    }
}
