package mn.eland.workflow.rulings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import mn.eland.workflow.Ruling;
import mn.eland.workflow.Ruling.Change;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what tables decided in a case back, with the words of the version that decided. */
@Component
public class Rulings {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final RepositoryService repository;
    private final DecisionService decisions;
    private final RulingRecorder recorder;

    Rulings(JdbcClient jdbc, ObjectMapper json, RepositoryService repository, DecisionService decisions, RulingRecorder recorder) {
        this.jdbc = jdbc;
        this.json = json;
        this.repository = repository;
        this.decisions = decisions;
        this.recorder = recorder;
    }

    /**
     * Asks a table about a person who is not in the case. An answer that does not pass is recorded, and so is the first that passes after
     * it.
     */
    public List<Map<String, Object>> decide(String decisionKey, Map<String, Object> inputs, CaseRef key, PartyId about,
                                            Predicate<Map<String, Object>> passes) {
        var rows = new ArrayList<Map<String, Object>>();
        var answered = recorder.overhear(() -> rows.addAll(decisions.evaluateDecisionTableByKey(decisionKey).variables(inputs).evaluate()
                .getResultList()));
        boolean refused = rows.stream().noneMatch(passes);
        if (refused || wasRefused(key, about, decisionKey, passes)) {
            recorder.record(answered, (DecisionDefinition) answered.getDecision(), key.number(), decisionKey, about);
        }
        return rows;
    }

    private boolean wasRefused(CaseRef key, PartyId about, String decisionKey, Predicate<Map<String, Object>> passes) {
        return jdbc.sql("""
                select outputs from workflow.rulings where case_number = :case and about = :about and activity_id = :decision
                order by id desc limit 1""").param("case", key.number()).param("about", about.value()).param("decision", decisionKey)
                .query(String.class).optional().filter(last -> !passes.test(values(last))).isPresent();
    }

    /** Oldest first. */
    public List<Ruling> of(CaseRef key) {
        return jdbc.sql("select * from workflow.rulings where case_number = :case order by id").param("case", key.number())
                .query((row, number) -> ruling(row)).list();
    }

    public List<Change> thatPass(Ruling ruling, List<String> changeable, Predicate<Map<String, Object>> passes) {
        var latest = repository.createDecisionDefinitionQuery().decisionDefinitionKey(ruling.decisionKey()).latestVersion().singleResult();
        var inputs = new HashMap<String, Object>();
        ruling.inputs().forEach(input -> inputs.put(input.name(), input.value()));
        return new DecisionColumns(repository.getDmnModelInstance(latest.getId())).thatPass(inputs, changeable, passes,
                asked -> decisions.evaluateDecisionTableById(latest.getId()).variables(asked).evaluate().getResultList());
    }

    private Ruling ruling(ResultSet row) throws SQLException {
        var definition = repository.getDecisionDefinition(row.getString("definition_id"));
        var model = repository.getDmnModelInstance(definition.getId());
        var inputs = values(row.getString("inputs"));
        var fired = new HashSet<>(Arrays.asList((String[]) row.getArray("rules").getArray()));
        return new Ruling(definition.getKey(), definition.getName(), definition.getVersion(), day(definition.getVersionTag()),
                row.getString("activity_id"), row.getTimestamp("decided_at").toInstant(), rules(model, fired),
                new DecisionColumns(model).columns().stream().map(column ->
                        new Ruling.Input(column.name(), column.label(), inputs.get(column.id()))).toList(), values(row.getString("outputs")), person(row));
    }

    private static PartyId person(ResultSet row) throws SQLException {
        var about = row.getObject("about", UUID.class);
        return about == null ? null : new PartyId(about);
    }

    private static List<Ruling.Rule> rules(DmnModelInstance model, Set<String> fired) {
        var found = new ArrayList<Ruling.Rule>();
        int number = 0;
        for (var rule : model.getModelElementsByType(org.camunda.bpm.model.dmn.instance.Rule.class)) {
            number++;
            if (fired.contains(rule.getId())) {
                found.add(new Ruling.Rule(number, rule.getDescription() == null ? "" : rule.getDescription().getTextContent().strip()));
            }
        }
        return found;
    }

    private static LocalDate day(String tag) {
        try {
            return tag == null ? null : LocalDate.parse(tag);
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    private Map<String, Object> values(String text) {
        try {
            return json.readValue(text, new TypeReference<>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not what was recorded: " + text, e);
        }
    }
}
