package mn.eland.workflow;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.engine.test.assertions.bpmn.ProcessInstanceAssert;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Plays a process by hand: starts it, lets time pass, runs what is due, and says where it stands. See {@link WorkflowTest}. */
public class EngineScenario {

    private static final Logger LOG = LoggerFactory.getLogger(EngineScenario.class);

    private final ProcessEngine engine;
    private final Workflow workflow;
    private final ElandClock clock;
    private final TransactionTemplate transaction;
    private final ConfigurableListableBeanFactory beans;

    EngineScenario(ProcessEngine engine, Workflow workflow, ElandClock clock, TransactionTemplate transaction,
                   ConfigurableListableBeanFactory beans) {
        this.engine = engine;
        this.workflow = workflow;
        this.clock = clock;
        this.transaction = transaction;
        this.beans = beans;
    }

    /** Starts a case with a fresh sale number. */
    public CaseRef start(String processKey, Values values) {
        var key = transaction.execute(status -> workflow.nextNumber('S'));
        start(processKey, key, values);
        return key;
    }

    public void start(String processKey, CaseRef key, Values values) {
        transaction.executeWithoutResult(status -> workflow.start(processKey, key, values));
    }

    /** Completes the open user task, whoever holds it. */
    public void complete(CaseRef key, String taskKey, Values values) {
        transaction.execute(status -> workflow.complete(key, taskKey, Actor.PLATFORM, values)).get();
    }

    /** Tells what happened; fails the test when nobody waits for it. */
    public void tell(CaseRef key, String message, Values values) {
        transaction.execute(status -> workflow.tell(key, message, values)).get();
    }

    /** Lets time pass and runs all that falls due. */
    public void passes(Duration time) {
        clock.passes(time);
        runJobs();
    }

    /**
     * Runs every step and timer that is due, and what becomes due by it. A step that fails is tried once; it is due again
     * when its retry time has passed, and after the last retry it is an incident.
     */
    public void runJobs() {
        var failed = new HashSet<String>();
        for (var due = due(failed); due != null; due = due(failed)) {
            try {
                engine.getManagementService().executeJob(due.getId());
            } catch (RuntimeException e) {
                LOG.warn("a step failed: {}", e.toString());
                failed.add(due.getId());
            }
        }
    }

    private Job due(HashSet<String> failed) {
        return engine.getManagementService().createJobQuery().executable().orderByJobDuedate().asc().list().stream()
                .filter(job -> !failed.contains(job.getId())).findFirst().orElse(null);
    }

    /** A process variable of the case's main process or, when it has ended, its last value. */
    public Object variable(CaseRef key, String name) {
        var variable = engine.getHistoryService().createHistoricVariableInstanceQuery()
                .processInstanceId(main(key).getId()).variableName(name).singleResult();
        return variable == null ? null : variable.getValue();
    }

    /** Says where the main process of the case stands, in the words of camunda-bpm-assert. */
    public ProcessInstanceAssert assertThat(CaseRef key) {
        return assertThat(main(key));
    }

    /** The same for a process that the case called; the latest when it was called more than once. */
    public ProcessInstanceAssert assertThatCalled(CaseRef key, String processKey) {
        var called = engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(key.number())
                .processDefinitionKey(processKey).orderByProcessInstanceStartTime().desc().list();
        org.assertj.core.api.Assertions.assertThat(called).as("called processes " + processKey).isNotEmpty();
        return assertThat(new EndedInstance(called.get(0)));
    }

    private ProcessInstanceAssert assertThat(ProcessInstance instance) {
        AbstractAssertions.init(engine);
        return BpmnAwareTests.assertThat(instance);
    }

    private ProcessInstance main(CaseRef key) {
        return new EndedInstance(engine.getHistoryService().createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key.number()).rootProcessInstances().singleResult());
    }

    /** A process of another module, played by the test. Its inputs are kept, its answer is given here. */
    public CalledProcess calledProcess(String processKey) {
        return new CalledProcess(processKey, engine, beans);
    }

    void clean() {
        engine.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list().forEach(instance ->
                engine.getRuntimeService().deleteProcessInstance(instance.getId(), "end of test", true, true));
        clock.reset();
    }

    /** Plain values for tests that have no typed variables at hand. */
    public static Values values(Map<String, ?> raw) {
        var values = Values.none();
        for (var entry : raw.entrySet()) {
            values = values.with(variable(entry.getKey(), entry.getValue()), entry.getValue());
        }
        return values;
    }

    @SuppressWarnings("unchecked")
    private static <T> Variable<T> variable(String name, Object value) {
        return (Variable<T>) (value instanceof Boolean ? Variable.flag(name) : value instanceof Long ? Variable.number(name)
                : value instanceof Double ? Variable.ratio(name) : Variable.text(name));
    }
}
