package mn.eland.sale.consent;

import java.util.ArrayList;
import java.util.List;
import mn.eland.contract.Contracts;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.sale.SaleId;
import mn.eland.sale.Sales;
import mn.eland.sale.Sales.SaleView;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm.Document;
import mn.eland.workflow.spi.TaskForm.Fact;
import mn.eland.workflow.spi.TaskForm.MessageKey;
import org.springframework.stereotype.Component;

/** What somebody must know who is asked for a consent: the terms, what is asked, until when, and what silence means. */
@Component
class ConsentFacts {

    private final Sales sales;
    private final Consents consents;
    private final Contracts contracts;

    ConsentFacts(Sales sales, Consents consents, Contracts contracts) {
        this.sales = sales;
        this.consents = consents;
        this.contracts = contracts;
    }

    List<Fact> of(Actor actor, TaskView task) {
        var facts = new ArrayList<Fact>();
        sales.sale(actor, SaleId.of(task.caseRef())).map(sale -> facts.addAll(terms(sale)));
        consents.ofTask(task.caseRef(), task.id()).ifPresent(consent -> facts.addAll(asked(consent)));
        return facts;
    }

    private List<Fact> terms(SaleView sale) {
        var facts = new ArrayList<>(List.of(Fact.of("sale.fact.property", sale.subject()), Fact.of("sale.fact.price", sale.price()),
                Fact.of("sale.fact.deposit", sale.deposit()), Fact.of("sale.fact.seller", sale.sellerName()),
                Fact.of("sale.fact.buyer", sale.buyerName())));
        if (sale.property() != null && consents.share(sale.property().property().id()) != null) {
            facts.add(1, Fact.of("sale.fact.share", consents.share(sale.property().property().id())));
        }
        var conditions = sale.rounds().get(0).reason();
        if (conditions != null && !conditions.isBlank()) {
            facts.add(Fact.of("sale.fact.terms", conditions));
        }
        return facts;
    }

    private static List<Fact> asked(ConsentView consent) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("sale.fact.consent", new MessageKey("sale.consent." + consent.kind()), "waiting"));
        if (!consent.name().isBlank()) {
            facts.add(Fact.of("sale.fact.consentOf", consent.name()));
        }
        if (consent.onBehalf() || consent.priority()) {
            facts.add(Fact.of("sale.fact.paperOf", new MessageKey(consent.onBehalf() ? "sale.consent.bring" : "sale.consent.right")));
        }
        facts.add(Fact.of("sale.fact.form", new MessageKey("sale.consent.form." + consent.form())));
        facts.add(new Fact("sale.fact.answerBy", consent.dueAt(), "waiting"));
        facts.add(new Fact("sale.consent.silence", new MessageKey(consent.priority() ? "sale.consent.priority.silence"
                : "sale.consent.silence." + consent.silence()), consent.silence().equals("REFUSED") ? "danger" : null));
        return facts;
    }

    List<Document> documents(Actor actor, TaskView task) {
        return sales.sale(actor, SaleId.of(task.caseRef())).isDone() ? contracts.documents(task.caseRef()).stream()
                .map(document -> new Document("sale.document." + document.kind(), "/documents/" + document.id())).toList() : List.of();
    }

    Outcome<Void> tell(Actor actor, TaskView task, ConsentAnswer answer) {
        return sales.answerConsent(actor, SaleId.of(task.caseRef()), task.id(), answer);
    }
}
