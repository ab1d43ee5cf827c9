package mn.eland.workflow.cases;

import java.util.Date;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.workflow.CaseKey;
import mn.eland.workflow.Values;
import mn.eland.workflow.engine.Collision;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers, starts, tells and ends cases. Acts on one case follow one another: the case is locked until the commit. */
@Component
public class CaseRuntime {

    private final JdbcClient jdbc;
    private final RuntimeService engine;
    private final DecisionService decisions;
    private final ManagementService jobs;
    private final ElandClock clock;

    CaseRuntime(JdbcClient jdbc, RuntimeService engine, DecisionService decisions, ManagementService jobs, ElandClock clock) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.decisions = decisions;
        this.jobs = jobs;
        this.clock = clock;
    }

    public CaseRef nextNumber(char series) {
        int year = clock.today().getYear();
        long number = jdbc.sql("select workflow.next_case_number(:series, :year)")
                .param("series", String.valueOf(series)).param("year", year).query(Long.class).single();
        return CaseRef.of("%c-%d-%06d".formatted(series, year, number));
    }

    public void lock(CaseRef key) {
        jdbc.sql("select " + CaseKey.HOLD).param("case", key.number())
                .query((row, number) -> true).single();
    }

    public void start(String processKey, CaseRef key, Values values) {
        engine.startProcessInstanceByKey(processKey, key.number(), values.raw());
    }

    /** Asks first who waits, because an exception of the engine would undo what the caller has done. */
    public Outcome<Void> tell(CaseRef key, String message, Values of, Values values) {
        var places = engine.createExecutionQuery().processInstanceBusinessKey(key.number()).messageEventSubscriptionName(message);
        of.raw().forEach(places::processVariableValueEquals);
        var waiting = places.list();
        if (waiting.isEmpty()) {
            return Outcome.refused(Refusal.conflict("NOT_WAITING").with("case", key.number()));
        }
        if (waiting.size() > 1) {
            throw new IllegalStateException(waiting.size() + " places of " + key + " wait for " + message);
        }
        Collision.told(() -> engine.messageEventReceived(message, waiting.get(0).getId(), values.raw()));
        return Outcome.done();
    }

    public void cancel(CaseRef key, String reason) {
        engine.createProcessInstanceQuery().processInstanceBusinessKey(key.number()).rootProcessInstances().list()
                .forEach(instance -> Collision.told(() -> engine.deleteProcessInstance(instance.getId(), reason, false, true)));
    }

    /** A failed step that still has tries left is brought forward; one that has none gets one more. */
    public void tryAgain(CaseRef key) {
        engine.createProcessInstanceQuery().processInstanceBusinessKey(key.number()).list().stream()
                .flatMap(instance -> jobs.createJobQuery().processInstanceId(instance.getId()).withException().list().stream())
                .forEach(job -> {
                    jobs.setJobRetries(job.getId(), Math.max(1, job.getRetries()));
                    jobs.setJobDuedate(job.getId(), Date.from(clock.instant()));
                });
    }

    public List<Map<String, Object>> decide(String decisionKey, Map<String, Object> inputs) {
        return decisions.evaluateDecisionTableByKey(decisionKey).variables(inputs).evaluate().getResultList();
    }
}
