package mn.eland.sale.web;

import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.sale.Sales;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** The buyer takes the property over, or says what is wrong. */
@Component
class AcceptHandover implements TaskForm {

    private final Sales sales;
    private final SaleFacts facts;

    AcceptHandover(Sales sales, SaleFacts facts) {
        this.sales = sales;
        this.facts = facts;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        return facts.handover(actor, task);
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        boolean defects = "DEFECTS".equals(answers.get("decision"));
        return sales.answerHandover(actor, SaleFacts.sale(task), defects ? (String) answers.get("defects") : null,
                Boolean.TRUE.equals(answers.get("retain")));
    }

    @Override
    public List<Document> documents(Actor actor, TaskView task) {
        return facts.documents(actor, task);
    }
}
