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
import java.util.function.Predicate;
import mn.eland.kernel.CaseRef;
import mn.eland.workflow.Ruling;
import mn.eland.workflow.Ruling.Change;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
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

    Rulings(JdbcClient jdbc, ObjectMapper json, RepositoryService repository, DecisionService decisions) {
        this.jdbc = jdbc;
        this.json = json;
        this.repository = repository;
        this.decisions = decisions;
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
                        new Ruling.Input(column.name(), column.label(), inputs.get(column.id()))).toList(), values(row.getString("outputs")));
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
