package mn.eland.sale.consent;

import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.sale.consent.ConsentAnswer.Decision;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** Somebody with a right to buy first uses it or not. */
@Component
class AnswerPriority implements TaskForm {

    private final ConsentFacts facts;

    AnswerPriority(ConsentFacts facts) {
        this.facts = facts;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        return facts.of(actor, task);
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return facts.tell(actor, task, new ConsentAnswer(Decision.valueOf((String) answers.get("decision")), (String) answers.get("note"), null));
    }

    @Override
    public List<Document> documents(Actor actor, TaskView task) {
        return facts.documents(actor, task);
    }
}
