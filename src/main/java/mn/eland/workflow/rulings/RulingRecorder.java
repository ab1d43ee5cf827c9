package mn.eland.workflow.rulings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.DmnBusinessRuleTaskActivityBehavior;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes down which rules answered a business rule task of a case. What steps and pages ask for themselves is not recorded, unless they
 * say about whom they ask.
 */
@Component
public class RulingRecorder implements DmnDecisionTableEvaluationListener {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final ElandClock clock;
    private final ApplicationEventPublisher events;
    private final ThreadLocal<Optional<DmnDecisionTableEvaluationEvent>> overheard = new ThreadLocal<>();

    RulingRecorder(JdbcClient jdbc, ObjectMapper json, ElandClock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent answered) {
        if (overheard.get() != null) {
            overheard.set(Optional.of(answered));
            return;
        }
        var step = ruleTask();
        if (step == null || step.getProcessBusinessKey() == null || !(answered.getDecision() instanceof DecisionDefinition table)) {
            return;
        }
        record(answered, table, step.getProcessBusinessKey(), step.getActivityId(), null);
    }

    /** Asks a table outside of a process; the answer is not recorded, but can be. */
    DmnDecisionTableEvaluationEvent overhear(Runnable question) {
        overheard.set(Optional.empty());
        try {
            question.run();
            return overheard.get().orElseThrow();
        } finally {
            overheard.remove();
        }
    }

    /** @param about the person it is about, when that is nobody of the case; else null */
    void record(DmnDecisionTableEvaluationEvent answered, DecisionDefinition table, String key, String activity, PartyId about) {
        var inputs = new LinkedHashMap<String, Object>();
        answered.getInputs().forEach(input -> inputs.put(input.getId(), plain(input.getValue().getValue())));
        var outputs = new LinkedHashMap<String, Object>();
        answered.getMatchingRules().stream().findFirst().ifPresent(rule -> rule.getOutputEntries().values()
                .forEach(output -> outputs.put(output.getOutputName(), plain(output.getValue().getValue()))));
        var now = clock.instant();
        jdbc.sql("""
                insert into workflow.rulings (case_number, activity_id, definition_id, rules, inputs, outputs, decided_at, about)
                values (:case, :activity, :definition, :rules, :inputs::jsonb, :outputs::jsonb, :at, :about)""")
                .param("case", key).param("activity", activity).param("definition", table.getId())
                .param("rules", answered.getMatchingRules().stream().map(rule -> rule.getId()).toArray(String[]::new))
                .param("inputs", text(inputs)).param("outputs", text(outputs)).param("at", now.atOffset(ZoneOffset.UTC))
                .param("about", about == null ? null : about.value(), Types.OTHER).update();
        events.publishEvent(new TableDecided(CaseRef.isCaseNumber(key) ? CaseRef.of(key) : null, activity, table.getKey(), table.getVersion(), about,
                inputs, outputs, now));
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
