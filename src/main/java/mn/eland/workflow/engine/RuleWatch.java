package mn.eland.workflow.engine;

import java.util.List;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.springframework.stereotype.Component;

/** Looks on while a table is asked: the engine gives the answers of the rows, but not the rows. */
@Component
public class RuleWatch implements DmnDecisionTableEvaluationListener {

    private final ThreadLocal<List<DmnEvaluatedDecisionRule>> seen = new ThreadLocal<>();

    /** The rows that answered the last table asked in {@code question}. */
    public List<DmnEvaluatedDecisionRule> during(Runnable question) {
        seen.set(List.of());
        try {
            question.run();
            return seen.get();
        } finally {
            seen.remove();
        }
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        if (seen.get() != null) {
            seen.set(List.copyOf(event.getMatchingRules()));
        }
    }
}
