package mn.eland.sale.tax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** The task "Upload tax receipt": the receipt is shown on a page of its own; here the seller may leave the tax to the escrow. */
@Component
class UploadTaxReceipt implements TaskForm {

    private final TaxReceipts receipts;
    private final TaxFacts facts;

    UploadTaxReceipt(TaxReceipts receipts, TaxFacts facts) {
        this.receipts = receipts;
        this.facts = facts;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        var shown = new ArrayList<>(facts.of(actor, task));
        receipts.view(actor, task.caseRef()).map(TaxView::receipt).map(last -> last == null || last.reason() == null ? shown
                : shown.add(new Fact("sale.fact.sentBack", last.reason(), "danger")));
        return shown;
    }

    @Override
    public List<Document> documents(Actor actor, TaskView task) {
        return List.of(new Document("sale.tax.show", "/deals/" + task.caseRef() + "/tax-receipt"));
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return receipts.letEscrowPay(actor, task.caseRef());
    }
}
