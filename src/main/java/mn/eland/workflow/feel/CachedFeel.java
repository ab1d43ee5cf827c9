package mn.eland.workflow.feel;

import camundajar.impl.scala.collection.immutable.$colon$colon;
import camundajar.impl.scala.collection.immutable.List;
import camundajar.impl.scala.collection.immutable.Nil$;
import camundajar.impl.scala.util.Either;
import camundajar.impl.scala.util.Right;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * The stock FEEL engine with a memory. A text is evaluated the stock way the first time (which validates it, so that
 * external functions stay forbidden) and whenever anything is wrong with the result, so errors read as ever. Uses
 * internals of feel-engine 1.19.3: the version is pinned by the engine, and a test compares all tables with the stock.
 */
final class CachedFeel extends FeelEngine {

    private static final int KEPT = 20_000;

    private final FunctionProvider functions;
    private final FeelInterpreter interpreter;
    private final Map<String, ParsedExpression> expressions = new ConcurrentHashMap<>();
    private final Map<String, ParsedExpression> unaryTests = new ConcurrentHashMap<>();

    CachedFeel(FunctionProvider custom, ValueMapper values, Clock clock) {
        super(custom, values, new Configuration(false), () -> ZonedDateTime.now(clock));
        functions = new FunctionProvider.CompositeFunctionProvider(listOf(new BuiltinFunctions(clock(), values), custom));
        interpreter = new FeelInterpreter(values);
    }

    @Override
    public Either<Failure, Object> evalExpression(String text, Context variables) {
        var known = expressions.get(text);
        var fast = known == null ? null : fast(known, variables);
        if (fast != null) {
            return new Right<>(valueMapper().unpackVal(fast));
        }
        var result = super.evalExpression(text, variables);
        if (known == null && result.isRight()) {
            keep(text);
        }
        return result;
    }

    @Override
    public Either<Failure, Object> evalUnaryTests(String text, Context variables) {
        var known = unaryTests.get(text);
        var fast = known == null ? null : fast(known, variables);
        if (fast != null && valueMapper().unpackVal(fast) instanceof Boolean answer) {
            return new Right<>(answer);
        }
        var result = super.evalUnaryTests(text, variables);
        if (known == null && result.isRight()) {
            keep(unaryTests, text, parseUnaryTests(text));
        }
        return result;
    }

    /** Null when the stock way has to tell what is wrong. */
    private org.camunda.feel.syntaxtree.Val fast(ParsedExpression known, Context variables) {
        try {
            var context = EvalContext.create(valueMapper(), functions).merge(variables);
            var value = interpreter.eval(known.expression(), context);
            boolean clean = context.failureCollector().failures().isEmpty();
            return clean && !(value instanceof ValError) && !(value instanceof ValFatalError) ? value : null;
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** Texts come from deployed tables; should they ever be without end, the memory starts anew. */
    private static void keep(Map<String, ParsedExpression> memory, String text, Either<Failure, ParsedExpression> parsed) {
        if (memory.size() >= KEPT) {
            memory.clear();
        }
        if (parsed instanceof Right<Failure, ParsedExpression> right) {
            memory.put(text, right.value());
        }
    }

    void keep(String expression) {
        keep(expressions, expression, parseExpression(expression));
    }

    int kept() {
        return expressions.size() + unaryTests.size();
    }

    private static List<FunctionProvider> listOf(FunctionProvider first, FunctionProvider second) {
        return new $colon$colon<>(first, new $colon$colon<>(second, (List<FunctionProvider>) (List<?>) Nil$.MODULE$));
    }
}
