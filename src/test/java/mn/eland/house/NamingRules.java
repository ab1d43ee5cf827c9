package mn.eland.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ComplexGateway;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** One word per thing: what the diagram says is where it says it (house style, section 3). */
public final class NamingRules {

    private static final Pattern CAMEL = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern GENERATED = Pattern.compile("(?i)(activity|event|gateway|flow|task|sid)[_-].*");
    private static final Pattern PASCAL = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final int MOST_ACTIVITIES = 15;

    private final Diagram diagram;
    private final House house;
    private final List<String> faults = new ArrayList<>();

    /** What exists outside the diagram. */
    public record House(Set<String> steps, Set<String> taskForms, Set<String> forms, Set<String> decisions,
                        Set<String> processes, Set<String> events, Set<String> errorsThrown) {
    }

    private NamingRules(Diagram diagram, House house) {
        this.diagram = diagram;
        this.house = house;
    }

    public static List<String> faults(Diagram diagram, House house) {
        var rules = new NamingRules(diagram, house);
        rules.processIsNamedLikeItsFile();
        rules.elementsHaveIdsAndLabels();
        rules.gatewaysAskAndAreAnswered();
        rules.activitiesLeadSomewhere();
        rules.eventsLeadSomewhere();
        return rules.faults;
    }

    private void fault(String text) {
        faults.add(diagram + ": " + text);
    }

    static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private void processIsNamedLikeItsFile() {
        var process = diagram.process();
        if (!diagram.file().getFileName().equals(Path.of(kebab(process.getId()) + ".bpmn"))) {
            fault("process id " + process.getId() + " is not the word of the file");
        }
        if (!process.isExecutable() || process.getCamundaHistoryTimeToLiveString() == null) {
            fault("process is not executable or has no historyTimeToLive");
        }
        labelled(process, process.getName());
        long activities = diagram.all(Activity.class).size();
        if (activities > MOST_ACTIVITIES) {
            fault(activities + " activities, more than " + MOST_ACTIVITIES);
        }
    }

    private void elementsHaveIdsAndLabels() {
        for (var node : diagram.all(FlowNode.class)) {
            if (!CAMEL.matcher(node.getId()).matches() || GENERATED.matcher(node.getId()).matches()) {
                fault("id " + node.getId() + " is not a word of the house");
            }
            if (node instanceof Activity || node instanceof Event) {
                labelled(node, node.getName());
            }
            if (node instanceof ScriptTask || node instanceof InclusiveGateway || node instanceof ComplexGateway) {
                fault(node.getId() + " is of a kind we do not use");
            }
        }
    }

    private void labelled(BaseElement element, String name) {
        if (name == null || name.isBlank()) {
            fault(element.getId() + " has no Mongolian label");
        }
        if (Diagram.english(element).isEmpty()) {
            fault(element.getId() + " has no English label");
        }
    }

    private void gatewaysAskAndAreAnswered() {
        for (var gateway : diagram.all(Gateway.class)) {
            var outgoing = diagram.leaving(gateway);
            boolean splits = outgoing.size() > 1;
            if (gateway instanceof ExclusiveGateway && splits) {
                labelled(gateway, gateway.getName());
                outgoing.forEach(flow -> answered((ExclusiveGateway) gateway, flow));
            } else if (!splits && gateway.getName() != null && !gateway.getName().isBlank()) {
                fault("joining gateway " + gateway.getId() + " has a label");
            }
        }
    }

    private void answered(ExclusiveGateway gateway, SequenceFlow flow) {
        labelled(flow, flow.getName());
        boolean isDefault = flow.equals(gateway.getDefault());
        if (!isDefault && flow.getConditionExpression() == null) {
            fault("flow " + flow.getId() + " has no condition");
        }
        if (flow.getConditionExpression() != null) {
            var condition = flow.getConditionExpression().getTextContent();
            if (!condition.matches("\\s*\\$\\{\\s*!?\\s*[a-zA-Z][A-Za-z0-9]*\\s*((==|!=)\\s*('[A-Za-z_]*'|true|false))?\\s*}\\s*")) {
                fault("condition of " + flow.getId() + " is more than one variable: " + condition);
            }
        }
    }

    private void activitiesLeadSomewhere() {
        for (var task : diagram.all(ServiceTask.class)) {
            exists(task, house.steps(), task.getId(), "step bean");
            if (!("${" + task.getId() + "}").equals(task.getCamundaDelegateExpression())) {
                fault("delegateExpression of " + task.getId() + " is not its own id");
            }
        }
        for (var task : diagram.all(UserTask.class)) {
            exists(task, house.taskForms(), task.getId(), "TaskForm");
            exists(task, house.forms(), task.getId(), "form");
            if (!task.getId().equals(task.getCamundaFormRef())) {
                fault("formRef of " + task.getId() + " is not its own id");
            }
            if (task.getCamundaAssignee() == null && task.getCamundaCandidateGroups() == null) {
                fault(task.getId() + " is nobody's task");
            }
            if (task.getCamundaDueDate() == null) {
                fault(task.getId() + " is never due");
            }
        }
        for (var task : diagram.all(BusinessRuleTask.class)) {
            exists(task, house.decisions(), task.getCamundaDecisionRef(), "decision");
        }
        for (var call : diagram.all(CallActivity.class)) {
            exists(call, house.processes(), call.getCalledElement(), "process");
        }
    }

    private void exists(BaseElement element, Set<String> known, String name, String what) {
        if (name == null || !known.contains(name)) {
            fault(element.getId() + " has no " + what + " " + name);
        }
    }

    private void eventsLeadSomewhere() {
        for (var message : diagram.all(Message.class)) {
            if (!PASCAL.matcher(message.getName()).matches() || !house.events().contains(message.getName())) {
                fault("message " + message.getName() + " is no event record");
            }
        }
        for (var error : diagram.all(Error.class)) {
            if (!PASCAL.matcher(error.getErrorCode()).matches() || !house.errorsThrown().contains(error.getErrorCode())) {
                fault("error " + error.getErrorCode() + " is thrown nowhere");
            }
        }
        for (var event : diagram.all(IntermediateCatchEvent.class)) {
            boolean waitsForOutside = event.getEventDefinitions().stream().anyMatch(MessageEventDefinition.class::isInstance);
            if (waitsForOutside && !hasTimerBeside(event)) {
                fault(event.getId() + " waits without a timer beside it");
            }
        }
        for (var task : diagram.all(ReceiveTask.class)) {
            if (!hasTimerOn(task)) {
                fault(task.getId() + " waits without a timer beside it");
            }
        }
        for (var end : diagram.all(org.camunda.bpm.model.bpmn.instance.EndEvent.class)) {
            if (!DrawingRules.isNamedEnd(end)) {
                fault("end " + end.getId() + " names no outcome");
            }
        }
    }

    private boolean hasTimerOn(Activity activity) {
        return diagram.all(BoundaryEvent.class).stream().filter(event -> event.getAttachedTo().equals(activity))
                .anyMatch(event -> event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance));
    }

    private boolean hasTimerBeside(FlowElement event) {
        return diagram.all(SequenceFlow.class).stream().filter(flow -> flow.getTarget().equals(event)).map(SequenceFlow::getSource)
                .filter(EventBasedGateway.class::isInstance)
                .flatMap(gateway -> diagram.leaving(gateway).stream()).map(SequenceFlow::getTarget)
                .filter(IntermediateCatchEvent.class::isInstance).map(IntermediateCatchEvent.class::cast)
                .anyMatch(other -> other.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance));
    }
}
