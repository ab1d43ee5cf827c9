package mn.eland.workflow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Typed values on their way to the engine. Immutable; each {@code with} gives a new one. */
public final class Values {

    private static final Values NONE = new Values(Map.of());
    private final Map<String, Object> raw;

    private Values(Map<String, Object> raw) {
        this.raw = raw;
    }

    public static Values none() {
        return NONE;
    }

    public static <T> Values of(Variable<T> variable, T value) {
        return NONE.with(variable, value);
    }

    public <T> Values with(Variable<T> variable, T value) {
        var copy = new LinkedHashMap<>(raw);
        copy.put(variable.name(), value == null ? null : variable.toEngine(value));
        return new Values(copy);
    }

    /** What the engine stores: only String, Boolean, Long, Double, Date. */
    public Map<String, Object> raw() {
        return Collections.unmodifiableMap(raw);
    }
}
