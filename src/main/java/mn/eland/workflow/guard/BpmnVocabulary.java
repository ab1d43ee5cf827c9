package mn.eland.workflow.guard;

import static mn.eland.workflow.guard.Allowed.*;

import java.util.HashMap;
import java.util.Map;

/** The elements and attributes a process model may hold. What is not listed is refused. */
final class BpmnVocabulary {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String FLOW_NODE = "id name isForCompensation default";
    private static final Map<String, Map<String, Allowed>> ELEMENTS = new HashMap<>();

    static {
        bpmn("definitions", "id name targetNamespace exporter exporterVersion");
        bpmn("process", "id name isExecutable isClosed processType");
        bpmn("collaboration", "id name isClosed");
        bpmn("participant", "id name processRef");
        bpmn("messageFlow", "id name sourceRef targetRef");
        bpmn("laneSet", "id name");
        bpmn("lane", "id name");
        for (var plain : new String[] {"flowNodeRef", "incoming", "outgoing", "extensionElements", "text"}) {
            bpmn(plain, "id");
        }
        bpmn("documentation", "id textFormat");
        bpmn("startEvent", "id name isInterrupting");
        bpmn("endEvent", "id name");
        bpmn("intermediateCatchEvent", "id name");
        bpmn("intermediateThrowEvent", "id name");
        bpmn("boundaryEvent", "id name attachedToRef cancelActivity");
        for (var task : new String[] {"task", "manualTask", "userTask", "serviceTask", "businessRuleTask"}) {
            bpmn(task, FLOW_NODE);
        }
        bpmn("receiveTask", FLOW_NODE + " messageRef");
        bpmn("callActivity", FLOW_NODE);
        bpmn("subProcess", FLOW_NODE + " triggeredByEvent");
        bpmn("exclusiveGateway", "id name default gatewayDirection");
        bpmn("parallelGateway", "id name gatewayDirection");
        bpmn("eventBasedGateway", "id name gatewayDirection eventGatewayType instantiate");
        bpmn("sequenceFlow", "id name sourceRef targetRef");
        bpmn("conditionExpression", "id");
        bpmn("multiInstanceLoopCharacteristics", "id isSequential");
        bpmn("completionCondition", "id");
        bpmn("timerEventDefinition", "id");
        bpmn("timeDuration", "id");
        bpmn("timeDate", "id");
        bpmn("timeCycle", "id");
        bpmn("messageEventDefinition", "id messageRef");
        bpmn("errorEventDefinition", "id errorRef");
        bpmn("escalationEventDefinition", "id escalationRef");
        bpmn("compensateEventDefinition", "id activityRef waitForCompletion");
        bpmn("terminateEventDefinition", "id");
        bpmn("linkEventDefinition", "id name");
        bpmn("message", "id name");
        bpmn("error", "id name errorCode");
        bpmn("escalation", "id name escalationCode");
        bpmn("textAnnotation", "id textFormat");
        bpmn("association", "id sourceRef targetRef associationDirection");
        bpmn("group", "id categoryValueRef");
        bpmn("category", "id name");
        bpmn("categoryValue", "id value");
        engineAttributes();
    }

    private BpmnVocabulary() {
    }

    private static void engineAttributes() {
        for (var node : new String[] {"startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "task",
                "manualTask", "userTask", "serviceTask", "businessRuleTask", "receiveTask", "callActivity", "subProcess",
                "exclusiveGateway", "parallelGateway", "eventBasedGateway", "multiInstanceLoopCharacteristics"}) {
            put(BPMN + node, CAMUNDA + "asyncBefore", FLAG);
        }
        put(BPMN + "process", CAMUNDA + "historyTimeToLive", DAYS);
        put(BPMN + "process", CAMUNDA + "versionTag", TEXT);
        put(BPMN + "serviceTask", CAMUNDA + "delegateExpression", STEP);
        put(BPMN + "businessRuleTask", CAMUNDA + "decisionRef", NAME);
        put(BPMN + "businessRuleTask", CAMUNDA + "decisionRefBinding", LATEST);
        put(BPMN + "userTask", CAMUNDA + "formRef", NAME);
        put(BPMN + "userTask", CAMUNDA + "formRefBinding", LATEST);
        put(BPMN + "userTask", CAMUNDA + "assignee", VARIABLE);
        put(BPMN + "userTask", CAMUNDA + "candidateGroups", GROUPS);
        put(BPMN + "userTask", CAMUNDA + "dueDate", DUE);
        put(BPMN + "userTask", CAMUNDA + "priority", NUMBER);
        put(BPMN + "errorEventDefinition", CAMUNDA + "errorCodeVariable", NAME);
        put(BPMN + "escalationEventDefinition", CAMUNDA + "escalationCodeVariable", NAME);
        put(BPMN + "callActivity", "calledElement", NAME);
        put(BPMN + "multiInstanceLoopCharacteristics", CAMUNDA + "collection", LIST);
        put(BPMN + "multiInstanceLoopCharacteristics", CAMUNDA + "elementVariable", NAME);
        for (var text : new String[] {"conditionExpression", "completionCondition", "timeDuration", "timeDate", "timeCycle"}) {
            put(BPMN + text, "http://www.w3.org/2001/XMLSchema-instancetype", FORMAL);
        }
        ELEMENTS.put(CAMUNDA + "properties", new HashMap<>());
        put(CAMUNDA + "property", "id", TEXT);
        put(CAMUNDA + "property", "name", TEXT);
        put(CAMUNDA + "property", "value", TEXT);
        put(CAMUNDA + "in", "businessKey", CASE_NUMBER);
        for (var side : new String[] {"in", "out"}) {
            put(CAMUNDA + side, "source", NAME);
            put(CAMUNDA + side, "target", NAME);
        }
    }

    /** Null when the element is not allowed; else its attributes by namespace and name. */
    static Map<String, Allowed> attributesOf(String namespace, String element) {
        return ELEMENTS.get(namespace + element);
    }

    /** What may stand as text in an element. */
    static Allowed textOf(String element) {
        return switch (element) {
            case "conditionExpression", "completionCondition" -> CONDITION;
            case "timeDuration", "timeDate", "timeCycle" -> TIMER;
            default -> TEXT;
        };
    }

    private static void bpmn(String element, String attributes) {
        for (var attribute : attributes.split(" ")) {
            put(BPMN + element, attribute, TEXT);
        }
    }

    private static void put(String element, String attribute, Allowed value) {
        ELEMENTS.computeIfAbsent(element, name -> new HashMap<>()).put(attribute, value);
    }
}
