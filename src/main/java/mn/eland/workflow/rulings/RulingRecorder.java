package mn.eland.workflow.rulings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import mn.eland.kernel.ElandClock;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.DmnBusinessRuleTaskActivityBehavior;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down which rules answered a business rule task of a case. What steps and pages ask for themselves is not recorded. */
@Component
public class RulingRecorder implements DmnDecisionTableEvaluationListener {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final ElandClock clock;

    RulingRecorder(JdbcClient jdbc, ObjectMapper json, ElandClock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent answered) {
        var step = ruleTask();
        if (step == null || step.getProcessBusinessKey() == null || !(answered.getDecision() instanceof DecisionDefinition table)) {
            return;
        }
        var inputs = new LinkedHashMap<String, Object>();
        answered.getInputs().forEach(input -> inputs.put(input.getId(), plain(input.getValue().getValue())));
        var outputs = new LinkedHashMap<String, Object>();
        answered.getMatchingRules().stream().findFirst().ifPresent(rule -> rule.getOutputEntries().values()
                .forEach(output -> outputs.put(output.getOutputName(), plain(output.getValue().getValue()))));
        jdbc.sql("""
                insert into workflow.rulings (case_number, activity_id, definition_id, rules, inputs, outputs, decided_at)
                values (:case, :activity, :definition, :rules, :inputs::jsonb, :outputs::jsonb, :at)""")
                .param("case", step.getProcessBusinessKey()).param("activity", step.getActivityId()).param("definition", table.getId())
                .param("rules", answered.getMatchingRules().stream().map(rule -> rule.getId()).toArray(String[]::new))
                .param("inputs", text(inputs)).param("outputs", text(outputs)).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    private static ExecutionEntity ruleTask() {
        var context = Context.getBpmnExecutionContext();
        var step = context == null ? null : context.getExecution();
        return step != null && step.getActivity() != null
                && step.getActivity().getActivityBehavior() instanceof DmnBusinessRuleTaskActivityBehavior ? step : null;
    }

    private static Object plain(Object value) {
        return value == null || value instanceof Boolean || value instanceof Number ? value : value.toString();
    }

    private String text(Map<String, Object> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values are always JSON", e);
        }
    }
}
