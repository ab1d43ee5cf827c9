package mn.eland;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mn.eland.house.Coverage;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;

/** One decision table as its test sees it: ask it, and see which rules have answered so far. */
public final class DecisionTable {

    private final Set<String> fired = new LinkedHashSet<>();
    private final Set<String> rules = new LinkedHashSet<>();
    private final DmnEngine engine;
    private final DmnDecision decision;
    private List<String> lastFired = List.of();

    private DecisionTable(Path file, String key) {
        var configuration = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(this::remember);
        engine = configuration.buildEngine();
        try (var in = Files.newInputStream(file)) {
            var model = Dmn.readModelFromStream(in);
            model.getModelElementsByType(Rule.class).forEach(rule -> rules.add(rule.getId()));
            decision = engine.parseDecision(key, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table {@code decisions/<module>/<kebab-case key>.dmn}. */
    public static DecisionTable of(String module, String key) {
        var kebab = key.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
        return new DecisionTable(Path.of("decisions", module, kebab + ".dmn"), key);
    }

    /** Names and values in turn: {@code ask("score", 70, "pep", false)}. What is not named is null. */
    public List<Map<String, Object>> ask(Object... namesAndValues) {
        return ask(facts(namesAndValues));
    }

    public List<Map<String, Object>> ask(Map<String, Object> facts) {
        lastFired = List.of();
        return engine.evaluateDecisionTable(decision, Variables.fromMap(facts)).getResultList();
    }

    /** Rule numbers as in the handbook that answered the last question: {@code 01}, {@code 18a}. */
    public List<String> lastFired() {
        return lastFired;
    }

    /** Rules that no question of this test has reached yet. */
    public Set<String> silentRules() {
        var silent = new LinkedHashSet<>(rules);
        silent.removeAll(fired);
        return silent;
    }

    public static Map<String, Object> facts(Object... namesAndValues) {
        var facts = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return facts;
    }

    /** The defaults with some facts changed. */
    public static Map<String, Object> with(Map<String, Object> defaults, Object... namesAndValues) {
        var facts = new LinkedHashMap<>(defaults);
        facts.putAll(facts(namesAndValues));
        return facts;
    }

    private void remember(DmnDecisionTableEvaluationEvent event) {
        var ids = event.getMatchingRules().stream().map(rule -> rule.getId()).toList();
        fired.addAll(ids);
        Coverage.answered(event.getDecisionTable().getKey(), ids);
        lastFired = ids.stream().map(id -> id.substring(id.lastIndexOf('_') + 1)).toList();
    }
}
