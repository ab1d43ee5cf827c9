package mn.eland.workflow.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mn.eland.workflow.Workflow.RuleView;
import mn.eland.workflow.engine.RuleWatch;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/** Tells which rows of a table answered, in the words of the table. */
@Component
public class AnsweringRules {

    private final CaseRuntime cases;
    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;
    private final RuleWatch watch;

    AnsweringRules(CaseRuntime cases, RepositoryService repository, ProcessEngineConfigurationImpl engine, RuleWatch watch) {
        this.cases = cases;
        this.repository = repository;
        this.engine = engine;
        this.watch = watch;
    }

    public List<RuleView> explain(String decisionKey, Map<String, Object> inputs) {
        var answered = watch.during(() -> cases.decide(decisionKey, inputs));
        var model = repository.getDmnModelInstance(engine.getCommandExecutorTxRequired().execute(in ->
                engine.getDeploymentCache().findDeployedLatestDecisionDefinitionByKey(decisionKey).getId()));
        return answered.stream().map(rule -> view(model, rule)).toList();
    }

    private static RuleView view(DmnModelInstance model, DmnEvaluatedDecisionRule answered) {
        Rule rule = model.getModelElementById(answered.getId());
        var inputs = new ArrayList<>(((DecisionTable) rule.getParentElement()).getInputs());
        var tests = new ArrayList<>(rule.getInputEntries());
        var conditions = new LinkedHashMap<String, String>();
        for (int i = 0; i < inputs.size(); i++) {
            var test = tests.get(i).getText() == null ? "" : tests.get(i).getText().getTextContent().strip();
            if (!test.isEmpty() && !test.equals("-")) {
                conditions.put(inputs.get(i).getInputExpression().getText().getTextContent().strip(), test);
            }
        }
        var outputs = new LinkedHashMap<String, Object>();
        answered.getOutputEntries().values().forEach(output -> outputs.put(output.getOutputName(), output.getValue().getValue()));
        return new RuleView(rule.getId(), conditions, outputs, rule.getDescription() == null ? "" : rule.getDescription().getTextContent());
    }
}
