package mn.eland.sale.dispute;

import java.util.ArrayList;
import java.util.List;
import mn.eland.contract.Contracts;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.sale.SaleId;
import mn.eland.sale.Sales;
import mn.eland.workflow.spi.TaskForm.Document;
import mn.eland.workflow.spi.TaskForm.Fact;
import mn.eland.workflow.spi.TaskForm.MessageKey;
import org.springframework.stereotype.Component;

/** What everybody who has a say in a dispute sees of it: the claim, what was answered, and the papers of the sale. */
@Component
class DisputeFacts {

    private final Disputes disputes;
    private final Sales sales;
    private final Contracts contracts;

    DisputeFacts(Disputes disputes, Sales sales, Contracts contracts) {
        this.disputes = disputes;
        this.sales = sales;
        this.contracts = contracts;
    }

    List<Fact> of(CaseRef sale) {
        var facts = new ArrayList<Fact>();
        disputes.live(sale).ifPresent(dispute -> {
            facts.add(new Fact("dispute.sum", dispute.sum(), "waiting"));
            facts.add(Fact.of("dispute.claimant", dispute.claimantName()));
            facts.add(Fact.of("dispute.respondent", dispute.respondentName()));
            facts.add(Fact.of("dispute.about", dispute.about()));
            if (dispute.reply() != null) {
                facts.add(Fact.of("dispute.reply", new MessageKey("dispute.reply." + dispute.reply())));
                facts.add(Fact.of("dispute.words", dispute.replyWords()));
            }
            if (dispute.offered() != null) {
                facts.add(Fact.of("dispute.offered", dispute.offered()));
            }
            if (dispute.mediated() != null) {
                facts.add(Fact.of("dispute.mediated", dispute.mediated()));
            }
            if (dispute.award() != null) {
                facts.add(Fact.of("dispute.award", dispute.award().number()));
                facts.add(Fact.of("dispute.grounds", dispute.award().grounds()));
                facts.add(Fact.of("dispute.toBuyer", dispute.award().toBuyer()));
                facts.add(Fact.of("dispute.toSeller", dispute.sum().minus(dispute.award().toBuyer())));
                facts.add(Fact.of("payment.fact.firstApprover", dispute.award().byName()));
            }
        });
        return facts;
    }

    List<Document> documents(Actor actor, CaseRef sale) {
        return sales.sale(actor, SaleId.of(sale)).isDone() ? contracts.documents(sale).stream()
                .map(document -> new Document("sale.document." + document.kind(), "/documents/" + document.id())).toList() : List.of();
    }
}
