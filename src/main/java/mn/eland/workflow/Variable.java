package mn.eland.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.function.Function;
import mn.eland.kernel.Money;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable, declared once with its name and type in the {@code …Variables} class of a module. The engine
 * holds only strings, booleans, whole numbers, ratios and dates; this class translates.
 */
public final class Variable<T> {

    private final String name;
    private final Function<T, Object> toEngine;
    private final Function<Object, T> fromEngine;

    private Variable(String name, Function<T, Object> toEngine, Function<Object, T> fromEngine) {
        this.name = name;
        this.toEngine = toEngine;
        this.fromEngine = fromEngine;
    }

    public static Variable<Boolean> flag(String name) {
        return new Variable<>(name, value -> value, raw -> (Boolean) raw);
    }

    public static Variable<String> text(String name) {
        return new Variable<>(name, value -> value, raw -> (String) raw);
    }

    public static Variable<Long> number(String name) {
        return new Variable<>(name, value -> value, raw -> ((Number) raw).longValue());
    }

    public static Variable<Double> ratio(String name) {
        return new Variable<>(name, value -> value, raw -> ((Number) raw).doubleValue());
    }

    public static Variable<Money> money(String name) {
        return new Variable<>(name, Money::tugrug, raw -> Money.of(((Number) raw).longValue()));
    }

    public static Variable<Instant> time(String name) {
        return new Variable<>(name, Date::from, raw -> ((Date) raw).toInstant());
    }

    public static <E extends Enum<E>> Variable<E> choice(String name, Class<E> type) {
        return new Variable<>(name, Enum::name, raw -> Enum.valueOf(type, (String) raw));
    }

    /** A list of short texts, for multi-instance activities; kept as one text with line breaks. */
    public static Variable<java.util.List<String>> texts(String name) {
        return new Variable<>(name, value -> String.join("\n", value),
                raw -> ((String) raw).isEmpty() ? java.util.List.of() : java.util.List.of(((String) raw).split("\n")));
    }

    public String name() {
        return name;
    }

    Object toEngine(T value) {
        return toEngine.apply(value);
    }

    T fromEngine(Object raw) {
        return fromEngine.apply(raw);
    }

    /** Called by a step: the answer for the rest of the process. */
    public void set(VariableScope step, T value) {
        step.setVariable(name, value == null ? null : toEngine(value));
    }

    /** Called by a step: what the process knows; null when nothing was set. */
    public T get(VariableScope step) {
        var raw = step.getVariable(name);
        return raw == null ? null : fromEngine.apply(raw);
    }
}
