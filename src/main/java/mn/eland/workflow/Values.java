package mn.eland.workflow;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;

/**
 * Typed values on their way to the engine. Immutable; each {@code with} gives a new one. A fact is a value that only the
 * table that comes next reads, or the step that comes after a table: the ruling keeps it, the process forgets it with the
 * transaction, so nothing after a wait may read it.
 */
public final class Values {

    private static final Values NONE = new Values(Map.of(), Set.of());
    private final Map<String, Object> raw;
    private final Set<String> facts;

    private Values(Map<String, Object> raw, Set<String> facts) {
        this.raw = raw;
        this.facts = facts;
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
        return new Values(copy, facts);
    }

    public <T> Values withFact(Variable<T> variable, T value) {
        var names = new HashSet<>(facts);
        names.add(variable.name());
        return new Values(with(variable, value).raw, names);
    }

    /** What a table answered, as the engine stores it: what is not kept is a fact until the case waits. */
    public static Values answered(Map<String, Object> answers, Predicate<String> kept) {
        return new Values(answers, answers.keySet().stream().filter(kept.negate()).collect(Collectors.toSet()));
    }

    /** The same values, all of them facts. */
    public Values asFacts() {
        return new Values(raw, raw.keySet());
    }

    /** Called by a step: its answer for the rest of the process. What the process already keeps under the name of a fact it keeps. */
    public void answer(VariableScope step) {
        raw.forEach((name, value) -> step.setVariable(name, facts.contains(name) && !isKept(step, name) ? Variables.untypedValue(value, true) : value));
    }

    private static boolean isKept(VariableScope step, String name) {
        return step.hasVariable(name) && !step.getVariableTyped(name, false).isTransient();
    }

    /** What the engine stores: only String, Boolean, Long, Double, Date. */
    public Map<String, Object> raw() {
        return Collections.unmodifiableMap(raw);
    }
}
