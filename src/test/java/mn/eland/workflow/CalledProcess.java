package mn.eland.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Stands for a process of another module in a scenario. Say how it answers before the case calls it. */
public final class CalledProcess implements JavaDelegate {

    private final String processKey;
    private final List<Map<String, Object>> calls = new ArrayList<>();
    private Values answer = Values.none();
    private String error;
    private int wellFor;

    CalledProcess(String processKey, ProcessEngine engine, ConfigurableListableBeanFactory beans) {
        this.processKey = processKey;
        var step = processKey + "Played";
        if (beans.containsSingleton(step)) {
            ((org.springframework.beans.factory.support.DefaultListableBeanFactory) beans).destroySingleton(step);
        }
        beans.registerSingleton(step, this);
        engine.getRepositoryService().createDeployment().name("played " + processKey).enableDuplicateFiltering(true)
                .addString("played/" + processKey + ".bpmn", """
                        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://eland.mn">
                          <bpmn:process id="%1$s" name="%1$s" isExecutable="true" camunda:historyTimeToLive="P1D">
                            <bpmn:startEvent id="called"/>
                            <bpmn:sequenceFlow id="toStep" sourceRef="called" targetRef="%2$s"/>
                            <bpmn:serviceTask id="%2$s" camunda:asyncBefore="true" camunda:delegateExpression="${%2$s}"/>
                            <bpmn:sequenceFlow id="toEnd" sourceRef="%2$s" targetRef="answered"/>
                            <bpmn:endEvent id="answered"/>
                          </bpmn:process>
                        </bpmn:definitions>""".formatted(processKey, step)).deploy();
    }

    /** From now on each call ends well with these variables. It answers when the test runs the jobs. */
    public CalledProcess answers(Values values) {
        answer = values;
        error = null;
        return this;
    }

    /** From now on each call ends with this BPMN error. It answers when the test runs the jobs. */
    public CalledProcess fails(String errorCode) {
        return failsAfter(0, errorCode);
    }

    /** So many calls more end well, the next ones with this BPMN error. */
    public CalledProcess failsAfter(int calls, String errorCode) {
        wellFor = calls;
        error = errorCode;
        return this;
    }

    /** The variables of each call so far. */
    public List<Map<String, Object>> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void execute(DelegateExecution step) {
        calls.add(Map.copyOf(withoutNulls(step.getVariables())));
        if (error != null && wellFor-- <= 0) {
            throw new BpmnError(error, "played by the test");
        }
        step.setVariables(answer.raw());
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> variables) {
        var copy = new java.util.HashMap<>(variables);
        copy.values().removeIf(value -> value == null);
        return copy;
    }

    @Override
    public String toString() {
        return "played " + processKey;
    }
}
