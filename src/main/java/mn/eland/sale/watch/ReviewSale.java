package mn.eland.sale.watch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Once the new owner stands in the register nothing can be undone: then the deal goes on to its money. */
    @Override
    public Set<String> withheld(Actor actor, TaskView task) {
        var open = sales.dossier(actor, SaleId.of(task.caseRef())).map(Sales.Dossier::decisions).get();
        return Arrays.stream(Review.Decision.values()).filter(decision -> !open.contains(decision))
                .map(decision -> "decision=" + decision).collect(Collectors.toSet());
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return sales.review(actor, SaleId.of(task.caseRef()),
                new Review(Review.Decision.valueOf((String) answers.get("decision")), (String) answers.get("note")));
    }
}
