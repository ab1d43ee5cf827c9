package mn.eland.sale.watch;

import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.sale.SaleId;
import mn.eland.sale.Sales;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** An operator looks at a sale past its overall deadline. */
@Component
class ReviewSale implements TaskForm {

    private final Sales sales;

    ReviewSale(Sales sales) {
        this.sales = sales;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        return WatchFacts.of(sales, actor, task);
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return sales.review(actor, SaleId.of(task.caseRef()), "CONTINUE".equals(answers.get("decision")), (String) answers.get("note"));
    }
}
