package mn.eland.sale.watch;

import java.util.List;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.sale.SaleId;
import mn.eland.sale.Sales;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm.Fact;
import mn.eland.workflow.spi.TaskForm.MessageKey;

/** What those who watch over a sale see of it beside their forms. */
final class WatchFacts {

    private WatchFacts() {
    }

    static List<Fact> of(Sales sales, Actor actor, TaskView task) {
        if (!(sales.sale(actor, SaleId.of(task.caseRef())) instanceof Outcome.Done<Sales.SaleView> done)) {
            return List.of();
        }
        var view = done.value();
        return List.of(Fact.of("sale.fact.property", view.subject()), Fact.of("sale.fact.price", view.price()),
                Fact.of("sale.fact.seller", view.sellerName()), Fact.of("sale.fact.buyer", view.buyerName()),
                Fact.of("sale.fact.stage", new MessageKey("sale.stage." + view.stage())), Fact.of("sale.fact.openedAt", view.openedAt()));
    }
}
