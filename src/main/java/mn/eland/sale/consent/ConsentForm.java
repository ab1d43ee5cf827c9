package mn.eland.sale.consent;

import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.sale.consent.ConsentAnswer.Decision;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;

/** Somebody answers a question that only he or she can answer; what it is about stands beside it. */
abstract class ConsentForm implements TaskForm {

    private final ConsentFacts facts;

    ConsentForm(ConsentFacts facts) {
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
