package mn.eland.workflow.feel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CachedFeelTests {

    private static final int INPUTS_PER_TABLE = 25;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

    private final DmnEngine stock = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final DmnEngine cached = cached(Clock.systemUTC());

    @ParameterizedTest
    @MethodSource("tables")
    void everyTableAnswersAsTheStockEngineDoes(Path table) throws IOException {
        var xml = Files.readAllBytes(table);
        var random = new Random(table.toString().hashCode());

        for (var decision : stock.parseDecisions(new ByteArrayInputStream(xml))) {
            if (decision.isDecisionTable()) {
                var same = cached.parseDecision(decision.getKey(), new ByteArrayInputStream(xml));
                for (int i = 0; i < INPUTS_PER_TABLE; i++) {
                    var inputs = inputs((DmnDecisionTableImpl) decision.getDecisionLogic(), random);
                    assertThat(answer(cached, same, inputs)).as("%s with %s", table, inputs).isEqualTo(answer(stock, decision, inputs));
                }
            }
        }
    }

    @Test
    void expressionsOfAllKindsAnswerAsTheStockEngineDoes() {
        var expressions = List.of("a + b", "a * 2 > b", "if a > b then \"x\" else \"y\"", "for i in [1,2,3] return i * a", "sum([a, b, 3])",
                "date(\"2026-02-18\") + duration(\"P3D\")", "some x in [1,2,3] satisfies x > a", "count([a,b][item > 2])", "unknown + 1",
                "a / 0", "string(a) + t", "substring(t, 2)", "contains(t, \"e\")", "{x: a, y: x + 1}.y", "a between 1 and 5", "not(f)",
                "assert(f)", "assert(null)", "t < a", "number(t)", "upper case(t)", "years and months duration(date(\"2020-01-01\"), date(\"2026-01-01\"))",
                "function(x) x + 1", "(function(x) x + a)(2)", "a instance of number", "every x in [a] satisfies x = a", "[a..b]", "floor(a / 3)", "nope(1)");
        var fast = new CachedFeelFactory(Clock.systemUTC()).createInstance();
        var slow = new org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory().createInstance();

        for (int round = 0; round < 3; round++) {
            for (var expression : expressions) {
                for (long a = -1; a < 5; a += 2) {
                    var variables = org.camunda.bpm.engine.variable.Variables.fromMap(Map.of("a", a, "b", 3L, "t", "text", "f", a > 0)).asVariableContext();
                    var wanted = tried(() -> slow.evaluateSimpleExpression(expression, variables));
                    var got = tried(() -> fast.evaluateSimpleExpression(expression, variables));
                    assertThat(got).as(expression).isEqualTo(wanted);
                }
            }
        }
    }

    @Test
    void javaCannotBeReachedHoweverOftenItIsTried() {
        var feel = new CachedFeelFactory(Clock.systemUTC()).createInstance();
        var variables = org.camunda.bpm.engine.variable.Variables.createVariables().asVariableContext();

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> feel.evaluateSimpleExpression(
                    "{f: function(x) external {java: {class: \"java.lang.Math\", method signature: \"abs(int)\"}}, r: f(-1)}.r", variables))
                    .hasMessageContaining("External functions are disabled");
        }
    }

    @Test
    void todayIsTheDayOfTheGivenClock() {
        var clock = Clock.fixed(Instant.parse("2031-05-04T00:00:00Z"), ZoneOffset.UTC);
        var feel = new CachedFeelFactory(clock).createInstance();
        var variables = org.camunda.bpm.engine.variable.Variables.createVariables().asVariableContext();

        assertThat((Object) feel.evaluateSimpleExpression("today()", variables)).isEqualTo(LocalDate.of(2031, 5, 4));
        assertThat((Object) feel.evaluateSimpleExpression("today()", variables)).isEqualTo(LocalDate.of(2031, 5, 4));
    }

    @Test
    void memoryHasABound() {
        var feel = new CachedFeel(org.camunda.feel.FeelEngine.defaultFunctionProvider(),
                org.camunda.feel.FeelEngine.defaultValueMapper(), Clock.systemUTC());

        for (int i = 0; i < 20_100; i++) {
            feel.keep(String.valueOf(i));
        }

        assertThat(feel.kept()).isEqualTo(100);
    }

    private static DmnEngine cached(Clock clock) {
        var configuration = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(new CachedFeelFactory(clock));
        return configuration.buildEngine();
    }

    private static Object tried(java.util.function.Supplier<Object> evaluation) {
        try {
            var value = evaluation.get();
            return value instanceof camundajar.impl.scala.Function1 || String.valueOf(value).startsWith("ValFunction") ? "a function" : String.valueOf(value);
        } catch (RuntimeException e) {
            return e.getMessage();
        }
    }

    private static Object answer(DmnEngine engine, DmnDecision decision, Map<String, Object> inputs) {
        try {
            return engine.evaluateDecisionTable(decision, inputs).getResultList();
        } catch (RuntimeException e) {
            return e.getMessage();
        }
    }

    /** Values near those that stand in the table's own cells, so that rules match and edges are met. */
    private static Map<String, Object> inputs(DmnDecisionTableImpl table, Random random) {
        var inputs = new HashMap<String, Object>();
        for (int column = 0; column < table.getInputs().size(); column++) {
            var input = table.getInputs().get(column);
            var candidates = new ArrayList<Object>();
            for (var rule : table.getRules()) {
                var cell = rule.getConditions().get(column).getExpression();
                candidates(cell == null ? "" : cell, input.getExpression().getTypeDefinition().getTypeName(), candidates);
            }
            inputs.put(input.getExpression().getExpression(), candidates.isEmpty() ? null : candidates.get(random.nextInt(candidates.size())));
        }
        return inputs;
    }

    private static void candidates(String cell, String type, List<Object> candidates) {
        switch (type) {
            case "boolean" -> candidates.addAll(List.of(true, false));
            case "integer", "long" -> NUMBER.matcher(cell).results().map(number -> (long) Double.parseDouble(number.group()))
                    .forEach(number -> candidates.addAll(List.of(number - 1, number, number + 1)));
            case "double", "number" -> NUMBER.matcher(cell).results().map(number -> Double.parseDouble(number.group()))
                    .forEach(number -> candidates.addAll(List.of(number - 0.01, number, number + 0.01)));
            default -> TEXT.matcher(cell + " \"other\"").results().forEach(text -> candidates.add(text.group(1)));
        }
    }

    static Stream<Path> tables() throws IOException {
        var tables = new ArrayList<Path>();
        for (var folder : List.of("decisions", "src/test/resources/workflow/models")) {
            if (Files.exists(Path.of(folder))) {
                try (var files = Files.walk(Path.of(folder))) {
                    files.filter(file -> file.toString().endsWith(".dmn")).forEach(tables::add);
                }
            }
        }
        return tables.stream();
    }
}
