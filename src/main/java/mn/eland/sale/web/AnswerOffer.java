package mn.eland.sale.web;

import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.sale.Sales;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** The seller answers the offer on the table. */
@Component
class AnswerOffer implements TaskForm {

    private final Sales sales;
    private final SaleFacts facts;

    AnswerOffer(Sales sales, SaleFacts facts) {
        this.sales = sales;
        this.facts = facts;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        return facts.offer(actor, task);
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        var answer = Sales.Answer.valueOf((String) answers.get("answer"));
        var counter = answers.get("counterPrice") == null ? null : Money.of((Long) answers.get("counterPrice"));
        return sales.answerOffer(actor, SaleFacts.sale(task), answer, counter, (String) answers.get("reason")).map(view -> null);
    }

    @Override
    public List<Document> documents(Actor actor, TaskView task) {
        return facts.documents(actor, task);
    }
}
