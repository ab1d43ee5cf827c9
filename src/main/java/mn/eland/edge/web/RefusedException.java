package mn.eland.edge.web;

import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;

/**
 * A refusal on its way to the answer. Controllers may throw it after the door has returned, never inside a transaction;
 * it becomes a problem for calls and an error page for people.
 */
public final class RefusedException extends RuntimeException {

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
    }

    /** The answer of a door, or this exception. */
    public static <T> T orThrow(Outcome<T> outcome) {
        if (!outcome.isDone()) {
            throw new RefusedException(outcome.refusal());
        }
        return outcome.get();
    }

    public Refusal refusal() {
        return refusal;
    }
}
