package mn.eland.sale.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.sale.Sales;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** The seller hands over keys and reads the meters. */
@Component
class HandOverKeys implements TaskForm {

    private final Sales sales;
    private final SaleFacts facts;

    HandOverKeys(Sales sales, SaleFacts facts) {
        this.sales = sales;
        this.facts = facts;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        return facts.common(actor, task);
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return sales.handOverKeys(actor, SaleFacts.sale(task), new Sales.Meters((LocalDate) answers.get("handedOverOn"),
                (String) answers.get("electricity"), (String) answers.get("coldWater"), (String) answers.get("hotWater"),
                (String) answers.get("heating"), (Long) answers.get("keys"), (String) answers.get("furniture"), debt((Long) answers.get("utilityDebt"))));
    }

    private static Money debt(Long told) {
        return told == null || told == 0 ? null : Money.of(told);
    }

    @Override
    public List<Document> documents(Actor actor, TaskView task) {
        return facts.documents(actor, task);
    }
}
