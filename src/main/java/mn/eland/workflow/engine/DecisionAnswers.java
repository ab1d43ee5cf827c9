package mn.eland.workflow.engine;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import mn.eland.workflow.Values;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.model.dmn.HitPolicy;

/**
 * Writes what a table answered into process variables named like its output columns. Of a table with one answer: its
 * row, or nothing in each column when no row matched. Of a collecting table: numbers summed, true when one row is true,
 * texts joined by line breaks in the order of the rows. The process keeps the columns that the task names in its property
 * {@code keeps}, or all when it has none.
 */
public final class DecisionAnswers implements ExecutionListener {

    private static final String RESULT = "decisionResult";
    private final String decisionKey;
    private final Predicate<String> kept;

    /** @param kept the columns that the process reads after it has waited */
    DecisionAnswers(String decisionKey, Predicate<String> kept) {
        this.decisionKey = decisionKey;
        this.kept = kept;
    }

    @Override
    public void notify(DelegateExecution step) {
        if (step.getVariableLocal(RESULT) instanceof DmnDecisionResult result) {
            var rows = result.getResultList();
            var decision = (DmnDecision) Context.getProcessEngineConfiguration().getDeploymentCache()
                    .findDeployedLatestDecisionDefinitionByKey(decisionKey);
            Values.answered(spread(decision, rows), kept).answer(step);
        }
    }

    /** The variables that come of the rows a table gave. */
    public static Map<String, Object> spread(DmnDecision decision, List<Map<String, Object>> rows) {
        var answers = new LinkedHashMap<String, Object>();
        if (decision.getDecisionLogic() instanceof DmnDecisionTableImpl table) {
            boolean collects = table.getHitPolicyHandler().getHitPolicyEntry().getHitPolicy() == HitPolicy.COLLECT;
            for (var column : table.getOutputs()) {
                var values = rows.stream().map(row -> plain(row.get(column.getOutputName()))).filter(Objects::nonNull).toList();
                answers.put(column.getOutputName(), collects ? collect(column, values) : values.isEmpty() ? null : values.get(0));
            }
        } else {
            rows.forEach(row -> row.forEach((name, value) -> answers.put(name, plain(value))));
        }
        return answers;
    }

    private static Object collect(DmnDecisionTableOutputImpl column, List<Object> values) {
        var type = values.isEmpty() ? emptyOf(column.getTypeDefinition().getTypeName()) : values.get(0);
        if (type instanceof Boolean) {
            return values.contains(true);
        }
        if (type instanceof Number) {
            boolean whole = values.stream().allMatch(Long.class::isInstance);
            return whole ? (Object) values.stream().mapToLong(value -> (Long) value).sum()
                    : values.stream().mapToDouble(value -> ((Number) value).doubleValue()).sum();
        }
        return values.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    private static Object emptyOf(String typeName) {
        return switch (typeName) {
            case "integer", "long" -> 0L;
            case "double", "number" -> 0d;
            case "boolean" -> false;
            default -> "";
        };
    }

    /** The engine keeps plain values only: text, flag, whole number, ratio, date. */
    private static Object plain(Object value) {
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof Long
                || value instanceof Double || value instanceof Date) {
            return value;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalStateException("a decision table must answer with plain values, not " + value.getClass().getName());
    }
}
