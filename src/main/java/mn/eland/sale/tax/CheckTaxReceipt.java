package mn.eland.sale.tax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** The task "Check tax receipt": an escrow officer takes what the seller has shown, or sends it back. */
@Component
class CheckTaxReceipt implements TaskForm {

    private final TaxReceipts receipts;
    private final TaxFacts facts;

    CheckTaxReceipt(TaxReceipts receipts, TaxFacts facts) {
        this.receipts = receipts;
        this.facts = facts;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        var shown = new ArrayList<>(facts.of(actor, task));
        receipts.view(actor, task.caseRef()).map(TaxView::receipt).map(last -> last == null ? shown
                : shown.addAll(List.of(Fact.of("sale.fact.receiptNo", last.number()), Fact.of("sale.fact.taxPaidOn", last.paidOn()))));
        return shown;
    }

    @Override
    public List<Document> documents(Actor actor, TaskView task) {
        return List.of(new Document("sale.tax.file", "/deals/" + task.caseRef() + "/tax-receipt/file"));
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return receipts.answer(actor, task.caseRef(), "ACCEPT".equals(answers.get("decision")), (String) answers.get("reason"));
    }
}
