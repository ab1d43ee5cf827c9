package mn.eland.sale.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.sale.SaleId;
import mn.eland.sale.Sales;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** The head of compliance decides whether a frozen sale goes on. */
@Component
class LiftSaleFreeze implements TaskForm {

    private final Sales sales;
    private final Supervision supervision;

    LiftSaleFreeze(Sales sales, Supervision supervision) {
        this.sales = sales;
        this.supervision = supervision;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        var facts = new ArrayList<>(WatchFacts.of(sales, actor, task));
        supervision.freezes(task.caseRef()).forEach(freeze -> facts.add(new Fact("sale.fact.frozenFor", freeze.reason(), "danger")));
        return facts;
    }

    @Override
    public List<Document> documents(Actor actor, TaskView task) {
        return List.of(new Document("risk.open", "/compliance/sales/" + task.caseRef()));
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return sales.answerFreeze(actor, SaleId.of(task.caseRef()), "LIFT".equals(answers.get("decision")), (String) answers.get("note"));
    }
}
