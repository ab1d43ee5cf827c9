package mn.eland.sale.handover;

import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.sale.SaleId;
import mn.eland.sale.Sales;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** The buyer says that the defects are gone, and the rest of the price may go to the seller. */
@Component
class ConfirmCure implements TaskForm {

    private final Retentions retentions;
    private final Sales sales;

    ConfirmCure(Retentions retentions, Sales sales) {
        this.retentions = retentions;
        this.sales = sales;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        return sales.dossier(actor, SaleId.of(task.caseRef())).map(dossier -> List.of(new Fact("sale.fact.defects", dossier.defects(), "danger")))
                instanceof Outcome.Done<List<Fact>> done ? done.value() : List.of();
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return retentions.confirmCure(actor, task.caseRef());
    }
}
