package mn.eland.contract.print;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mn.eland.contract.print.DocumentFields.Field;
import org.springframework.context.expression.MapAccessor;
import org.springframework.expression.EvaluationException;
import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.ast.CompoundExpression;
import org.springframework.expression.spel.ast.PropertyOrFieldReference;
import org.springframework.expression.spel.ast.StringLiteral;
import org.springframework.expression.spel.standard.SpelExpression;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;
import org.thymeleaf.expression.Lists;

/** An expression of a template: the fields it names, and whether any facts make it true. */
final class ClauseCondition {

    /** More cases than this are not tried out; no clause of the house comes near. */
    private static final int CASES = 100_000;
    private final SpelExpression expression;
    private final boolean negated;

    ClauseCondition(String text, boolean negated) {
        this.expression = new SpelExpressionParser().parseRaw(text);
        this.negated = negated;
    }

    /** The names that stand for themselves: {@code seller} of {@code seller.fullName()}. */
    Set<String> names() {
        var names = new LinkedHashSet<String>();
        collect(expression.getAST(), names, new LinkedHashSet<>());
        return names;
    }

    private Set<String> literals() {
        var literals = new LinkedHashSet<String>();
        collect(expression.getAST(), new LinkedHashSet<>(), literals);
        return literals;
    }

    private static void collect(SpelNode node, Set<String> names, Set<String> literals) {
        if (node instanceof PropertyOrFieldReference reference) {
            names.add(reference.getName());
        } else if (node instanceof StringLiteral literal) {
            literals.add(String.valueOf(literal.getLiteralValue().getValue()));
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            var child = node.getChild(i);
            if (i == 0 || !(node instanceof CompoundExpression) || !(child instanceof PropertyOrFieldReference)) {
                collect(child, names, literals);
            }
        }
    }

    /** Whether there are facts with which all conditions hold; required facts are always there. */
    static boolean canHold(List<ClauseCondition> conditions, DocumentFields fields, Collection<String> required) {
        var literals = new LinkedHashSet<String>();
        conditions.forEach(condition -> literals.addAll(condition.literals()));
        var values = new LinkedHashMap<String, List<Object>>();
        conditions.stream().flatMap(condition -> condition.names().stream()).distinct().forEach(name -> values.put(name,
                fields.field(name).map(field -> values(field, literals, required.contains(name))).orElse(List.of(1L))));
        long cases = values.values().stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
        return cases > CASES || holds(conditions, new ArrayList<>(values.keySet()), values, new LinkedHashMap<>());
    }

    private static boolean holds(List<ClauseCondition> conditions, List<String> open, Map<String, List<Object>> values, Map<String, Object> facts) {
        if (open.isEmpty()) {
            return conditions.stream().allMatch(condition -> condition.holds(facts));
        }
        for (var value : values.get(open.get(0))) {
            facts.put(open.get(0), value);
            if (holds(conditions, open.subList(1, open.size()), values, facts)) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(Map<String, Object> facts) {
        var context = SimpleEvaluationContext.forPropertyAccessors(new MapAccessor()).withInstanceMethods().build();
        context.setVariable("lists", new Lists());
        try {
            var value = expression.getValue(context, facts);
            return negated != (value != null && !Boolean.FALSE.equals(value));
        } catch (EvaluationException e) {
            return true;
        }
    }

    private static List<Object> values(Field field, Set<String> literals, boolean required) {
        var values = new ArrayList<Object>(switch (field.type()) {
            case "flag" -> List.of(true, false);
            case "choice" -> field.choices();
            case "text" -> literals;
            default -> List.of(1L);
        });
        if (field.type().equals("text")) {
            values.add("…");
        }
        if (!required) {
            values.addAll(Arrays.asList((Object) null));
        }
        return values;
    }
}
