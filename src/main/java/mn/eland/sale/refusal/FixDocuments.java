package mn.eland.sale.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mn.eland.contract.Contracts;
import mn.eland.contract.brought.BroughtPapers;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.sale.SaleId;
import mn.eland.sale.Sales;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** The task "Fix documents": the agent brings what the notary missed and takes the contract there again, or gives up. */
@Component
class FixDocuments implements TaskForm {

    private final Sales sales;
    private final NotaryRefusals refusals;
    private final Contracts contracts;
    private final BroughtPapers papers;

    FixDocuments(Sales sales, NotaryRefusals refusals, Contracts contracts, BroughtPapers papers) {
        this.sales = sales;
        this.refusals = refusals;
        this.contracts = contracts;
        this.papers = papers;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        var facts = new ArrayList<Fact>();
        sales.sale(actor, SaleId.of(task.caseRef())).map(view -> facts.addAll(List.of(Fact.of("sale.fact.property", view.subject()),
                Fact.of("sale.fact.seller", view.sellerName()), Fact.of("sale.fact.buyer", view.buyerName()))));
        refusals.toBring(task.caseRef()).ifPresent(missing -> facts.addAll(List.of(
                new Fact("sale.fact.refusedFor", new MessageKey("notarization.refusal." + missing.code()), "danger"),
                Fact.of("sale.fact.refusalGrounds", missing.grounds()), new Fact("sale.fact.bringUntil", missing.until(), "waiting"))));
        return facts;
    }

    @Override
    public List<Document> documents(Actor actor, TaskView task) {
        return Stream.concat(contracts.documents(task.caseRef(), actor).stream()
                .map(document -> new Document("sale.document." + document.kind(), "/documents/" + document.id())), papers.of(task.caseRef(), actor).stream()
                .map(paper -> new Document("contract.paper", paper.href(), paper.title()))).toList();
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return refusals.fix(actor, task.caseRef(), new NotaryRefusals.Fix("BROUGHT".equals(answers.get("decision")),
                (String) answers.get("paperNo"), (String) answers.get("note")));
    }
}
