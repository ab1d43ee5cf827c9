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

    /** The answer; an {@link IllegalStateException} naming the code when it was refused. */
    default T get() {
        if (this instanceof Done<T> done) {
            return done.value();
        }
        throw new IllegalStateException("refused: " + ((Refused<T>) this).refusal());
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
