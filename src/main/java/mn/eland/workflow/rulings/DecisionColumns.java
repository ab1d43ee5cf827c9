package mn.eland.workflow.rulings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mn.eland.workflow.Ruling.Change;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;

/** The input columns of a table with the values at which its rules turn. */
final class DecisionColumns {

    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final Pattern COMPARED = Pattern.compile("[<>]=?\\s*([a-z][A-Za-z0-9]*)");
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

    private final List<Column> columns = new ArrayList<>();

    /** @param turns the texts or numbers that the cells of the column name, in the order of the rules; @param neighbours the inputs it is compared with */
    record Column(String id, String name, String label, String type, Set<String> turns, Set<String> neighbours) {
    }

    DecisionColumns(DmnModelInstance model) {
        var rules = model.getModelElementsByType(Rule.class);
        for (var input : model.getModelElementsByType(Input.class)) {
            var expression = input.getInputExpression();
            var type = expression.getTypeRef() == null ? "string" : expression.getTypeRef();
            var turns = new LinkedHashSet<String>();
            var neighbours = new LinkedHashSet<String>();
            for (var rule : rules) {
                var cell = List.copyOf(rule.getInputEntries()).get(columns.size()).getTextContent().strip();
                var compared = COMPARED.matcher(cell);
                if (compared.matches()) {
                    neighbours.add(compared.group(1));
                }
                var literal = type.equals("string") ? TEXT.matcher(cell) : NUMBER.matcher(cell);
                while (literal.find()) {
                    turns.add(type.equals("string") ? literal.group(1) : literal.group());
                }
            }
            columns.add(new Column(input.getId(), expression.getText().getTextContent().strip(), input.getLabel(), type, turns, neighbours));
        }
    }

    List<Column> columns() {
        return columns;
    }

    /**
     * For each of the named inputs the value nearest to the one it had that alone would have led to an answer that passes. Found by
     * asking the table with every value at which one of its cells turns.
     */
    List<Change> thatPass(Map<String, Object> inputs, List<String> changeable, Predicate<Map<String, Object>> passes,
                          Function<Map<String, Object>, List<Map<String, Object>>> table) {
        var changes = new ArrayList<Change>();
        for (var name : changeable) {
            var column = columns.stream().filter(one -> one.name().equals(name)).findFirst();
            column.stream().flatMap(one -> candidates(one, inputs).stream()).filter(value -> {
                var asked = new java.util.HashMap<>(inputs);
                asked.put(name, value);
                var rows = table.apply(asked);
                return rows.size() == 1 && passes.test(rows.get(0));
            }).findFirst().ifPresent(value -> changes.add(new Change(name, value)));
        }
        return changes;
    }

    /** Nearest first. */
    private static List<Object> candidates(Column column, Map<String, Object> inputs) {
        var now = inputs.get(column.name());
        if (column.type().equals("boolean")) {
            return List.of(!Boolean.TRUE.equals(now));
        }
        if (column.type().equals("string")) {
            return column.turns().stream().filter(text -> !text.equals(now)).map(text -> (Object) text).toList();
        }
        boolean whole = !column.type().equals("double") && !column.type().equals("number");
        var step = whole ? BigDecimal.ONE : HUNDREDTH;
        var from = now instanceof Number number ? new BigDecimal(number.toString()) : BigDecimal.ZERO;
        var compared = column.neighbours().stream().map(inputs::get).filter(Number.class::isInstance).map(String::valueOf);
        return Stream.concat(column.turns().stream(), compared).map(BigDecimal::new)
                .flatMap(turn -> List.of(turn, turn.add(step), turn.subtract(step)).stream()).filter(value -> value.signum() >= 0)
                .sorted(java.util.Comparator.comparing(value -> value.subtract(from).abs()))
                .map(value -> whole ? (Object) value.longValue() : (Object) value.doubleValue()).distinct().toList();
    }
}
