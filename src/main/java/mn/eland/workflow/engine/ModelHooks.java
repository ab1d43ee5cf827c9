package mn.eland.workflow.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mn.eland.workflow.inbox.WorkItemListener;
import mn.eland.workflow.inbox.WorkItems;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** What every model gets without saying so: user tasks appear in the inbox, decisions answer into variables. */
final class ModelHooks extends AbstractBpmnParseListener {

    private static final String KEEPS = "keeps";

    private final WorkItems workItems;

    ModelHooks(WorkItems workItems) {
        this.workItems = workItems;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        var labelMn = element.attribute("name", activity.getId());
        var listener = new WorkItemListener(workItems, labelMn, english(element, labelMn),
                element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formRef"));
        WorkItemListener.EVENTS.forEach(event -> task.addBuiltInTaskListener(event, listener));
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var decision = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "decisionRef");
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, new DecisionAnswers(decision, kept(element)));
    }

    private static String english(Element element, String otherwise) {
        return property(element, "en").orElse(otherwise);
    }

    /** The columns that the task names, with commas between them; all when it does not say which. */
    private static Predicate<String> kept(Element element) {
        return property(element, KEEPS).<Predicate<String>>map(names -> Set.copyOf(List.of(names.strip().split("\\s*,\\s*")))::contains).orElse(column -> true);
    }

    private static Optional<String> property(Element element, String name) {
        return Stream.ofNullable(element.element("extensionElements"))
                .flatMap(extensions -> extensions.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties").stream())
                .flatMap(properties -> properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property").stream())
                .filter(property -> name.equals(property.attribute("name"))).map(property -> property.attribute("value")).findFirst();
    }
}
