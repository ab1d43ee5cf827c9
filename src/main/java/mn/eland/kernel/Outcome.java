package mn.eland.kernel;

import java.util.function.Function;

/**
 * What came of a request: it was done, with an answer, or refused, with a reason. Refusals are values because an
 * exception that crosses a transactional bean would roll back the shared transaction.
 */
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {
    }

    record Refused<T>(Refusal refusal) implements Outcome<T> {
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static Outcome<Void> done() {
        return new Done<>(null);
    }

    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    default boolean isDone() {
        return this instanceof Done;
    }

    /** What {@link #get} throws: who relied on an answer was refused, mostly because a race was lost, and all is undone. */
    final class NotDone extends IllegalStateException {

        private final transient Refusal refusal;

        private NotDone(Refusal refusal) {
            super("refused: " + refusal);
            this.refusal = refusal;
        }

        public Refusal refusal() {
            return refusal;
        }

        /** Somebody was faster: to be told to the person, not to be repaired by us. */
        public boolean isConflict() {
            return refusal.kind() == Refusal.Kind.CONFLICT;
        }
    }

    /** The answer; {@link NotDone} when it was refused. */
    default T get() {
        if (this instanceof Done<T> done) {
            return done.value();
        }
        throw new NotDone(refusal());
    }

    /** The reason, or null when it was done. */
    default Refusal refusal() {
        return this instanceof Refused<T> refused ? refused.refusal() : null;
    }

    default <R> Outcome<R> map(Function<T, R> then) {
        return this instanceof Done<T> done ? done(then.apply(done.value())) : refused(refusal());
    }

    default <R> Outcome<R> flatMap(Function<T, Outcome<R>> then) {
        return this instanceof Done<T> done ? then.apply(done.value()) : refused(refusal());
    }
}
