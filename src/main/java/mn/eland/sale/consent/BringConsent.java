package mn.eland.sale.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.sale.consent.ConsentAnswer.Decision;
import mn.eland.sale.consent.ConsentView.Paper;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** Agent or operator records the paper of somebody the platform does not know. */
@Component
class BringConsent implements TaskForm {

    private final ConsentFacts facts;

    BringConsent(ConsentFacts facts) {
        this.facts = facts;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        return facts.of(actor, task);
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return facts.tell(actor, task, new ConsentAnswer(Decision.valueOf((String) answers.get("decision")), (String) answers.get("note"),
                new Paper((String) answers.get("paperNo"), (LocalDate) answers.get("paperDate"), (String) answers.get("issuer"))));
    }

    @Override
    public List<Document> documents(Actor actor, TaskView task) {
        return facts.documents(actor, task);
    }
}
