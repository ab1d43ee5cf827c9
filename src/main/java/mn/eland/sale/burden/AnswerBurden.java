package mn.eland.sale.burden;

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

/** The task "Answer burden": the agent has the seller remove what came upon the property, or says that it stays. */
@Component
class AnswerBurden implements TaskForm {

    private final Sales sales;
    private final Burdens burdens;

    AnswerBurden(Sales sales, Burdens burdens) {
        this.sales = sales;
        this.burdens = burdens;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        var facts = new ArrayList<Fact>();
        sales.sale(actor, SaleId.of(task.caseRef())).map(view -> facts.addAll(List.of(Fact.of("sale.fact.property", view.subject()),
                Fact.of("sale.fact.seller", view.sellerName()), Fact.of("sale.fact.buyer", view.buyerName()))));
        burdens.of(task.caseRef()).ifPresent(burden -> facts.addAll(List.of(
                new Fact("sale.fact.burden", new MessageKey("register.code." + burden.code()), "danger"),
                Fact.of("sale.fact.burdenFoundAt", burden.foundAt()), new Fact("sale.fact.burdenUntil", burden.until(), "waiting"))));
        return facts;
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return burdens.answer(actor, task.caseRef(), "GONE".equals(answers.get("decision")), (String) answers.get("note"));
    }
}
