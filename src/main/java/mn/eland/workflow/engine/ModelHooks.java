package mn.eland.workflow.engine;

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
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, new DecisionAnswers(decision));
    }

    private static String english(Element element, String otherwise) {
        var extensions = element.element("extensionElements");
        if (extensions != null) {
            for (var properties : extensions.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties")) {
                for (var property : properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property")) {
                    if ("en".equals(property.attribute("name"))) {
                        return property.attribute("value");
                    }
                }
            }
        }
        return otherwise;
    }
}
