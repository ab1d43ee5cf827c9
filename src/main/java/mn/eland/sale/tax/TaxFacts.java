package mn.eland.sale.tax;

import java.util.List;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.payment.Payments;
import mn.eland.payment.Payments.Settlement;
import mn.eland.sale.SaleId;
import mn.eland.sale.Sales;
import mn.eland.sale.Sales.SaleView;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm.Fact;
import org.springframework.stereotype.Component;

/** What both tasks about a tax receipt show beside their forms. */
@Component
class TaxFacts {

    private final Sales sales;
    private final Payments payments;

    TaxFacts(Sales sales, Payments payments) {
        this.sales = sales;
        this.payments = payments;
    }

    List<Fact> of(Actor actor, TaskView task) {
        if (!(sales.sale(actor, SaleId.of(task.caseRef())) instanceof Outcome.Done<SaleView> done)) {
            return List.of();
        }
        var view = done.value();
        return List.of(Fact.of("sale.fact.property", view.subject()), Fact.of("sale.fact.price", view.price()), Fact.of("sale.fact.seller", view.sellerName()),
                Fact.of("sale.fact.taxDue", payments.settlement(task.caseRef()).map(Settlement::tax).orElse(null)));
    }
}
