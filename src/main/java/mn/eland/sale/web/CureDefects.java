package mn.eland.sale.web;

import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.sale.Sales;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** The seller says how the defects were put right, or agrees to a retention. */
@Component
class CureDefects implements TaskForm {

    private final Sales sales;
    private final SaleFacts facts;

    CureDefects(Sales sales, SaleFacts facts) {
        this.sales = sales;
        this.facts = facts;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        return facts.handover(actor, task);
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return sales.cureDefects(actor, SaleFacts.sale(task), (String) answers.get("cured"), "RETAIN".equals(answers.get("decision")));
    }

    @Override
    public List<Document> documents(Actor actor, TaskView task) {
        return facts.documents(actor, task);
    }
}
