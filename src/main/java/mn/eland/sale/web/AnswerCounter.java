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

/** The buyer answers a counter-offer. */
@Component
class AnswerCounter implements TaskForm {

    private final Sales sales;
    private final SaleFacts facts;

    AnswerCounter(Sales sales, SaleFacts facts) {
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
        int days = answers.get("validDays") == null ? 0 : ((Long) answers.get("validDays")).intValue();
        return sales.answerOffer(actor, SaleFacts.sale(task), answer, counter, days, (String) answers.get("reason")).map(view -> null);
    }

    @Override
    public List<Document> documents(Actor actor, TaskView task) {
        return facts.documents(actor, task);
    }
}
