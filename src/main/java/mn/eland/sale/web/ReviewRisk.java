package mn.eland.sale.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.sale.Sales;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** Compliance decides whether the sale goes on. */
@Component
class ReviewRisk implements TaskForm {

    private final Sales sales;
    private final SaleFacts facts;

    ReviewRisk(Sales sales, SaleFacts facts) {
        this.sales = sales;
        this.facts = facts;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        return facts.risk(actor, task);
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return sales.reviewRisk(actor, SaleFacts.sale(task), "CLEAR".equals(answers.get("decision")),
                answers.get("basis") + "\n" + answers.get("note"));
    }

    @Override
    public List<Document> documents(Actor actor, TaskView task) {
        var documents = new ArrayList<>(List.of(new Document("risk.open", "/compliance/sales/" + task.caseRef())));
        documents.addAll(facts.documents(actor, task));
        return documents;
    }
}
