package mn.eland.workflow;

import java.util.List;
import mn.eland.house.Coverage;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Writes down which ways the engine of a test takes through diagrams and tables. */
@Component
@ConditionalOnProperty(name = "eland.coverage", matchIfMissing = true)
class TakenWays extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPreBPMNParseListeners(List.of(new AbstractBpmnParseListener() {
            @Override
            public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
                definitions.forEach(definition -> listen(definition, definition.getKey()));
            }
        }));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        ((DefaultDmnEngineConfiguration) engine.getDmnEngine().getConfiguration()).getDecisionTableEvaluationListeners()
                .add(TakenWays::answered);
    }

    private static void listen(ScopeImpl scope, String process) {
        for (var activity : scope.getActivities()) {
            var id = activity.getId().replace("#multiInstanceBody", "");
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> Coverage.gone(process, id));
            flows(activity, process);
            listen(activity, process);
        }
    }

    private static void flows(ActivityImpl activity, String process) {
        activity.getOutgoingTransitions().forEach(flow -> ((TransitionImpl) flow)
                .addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> Coverage.gone(process, flow.getId())));
    }

    private static void answered(DmnDecisionTableEvaluationEvent event) {
        Coverage.answered(event.getDecisionTable().getKey(), event.getMatchingRules().stream().map(DmnEvaluatedDecisionRule::getId).toList());
    }
}
