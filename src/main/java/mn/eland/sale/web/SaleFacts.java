package mn.eland.sale.web;

import java.util.ArrayList;
import java.util.List;
import mn.eland.contract.Contracts;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.property.PropertyRegister;
import mn.eland.sale.SaleId;
import mn.eland.sale.Sales;
import mn.eland.sale.Sales.SaleView;
import mn.eland.sale.financing.Financing;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm.Document;
import mn.eland.workflow.spi.TaskForm.Fact;
import mn.eland.workflow.spi.TaskForm.MessageKey;
import org.springframework.stereotype.Component;

/** The facts and documents that the user tasks of a sale show beside their forms. */
@Component
class SaleFacts {

    private final Sales sales;
    private final Contracts contracts;
    private final PropertyRegister register;

    SaleFacts(Sales sales, Contracts contracts, PropertyRegister register) {
        this.sales = sales;
        this.contracts = contracts;
        this.register = register;
    }

    static SaleId sale(TaskView task) {
        return SaleId.of(task.caseRef());
    }

    /** What every task of a sale shows; empty when the sale is not the actor's to see. */
    List<Fact> common(Actor actor, TaskView task) {
        var facts = new ArrayList<Fact>();
        if (sales.sale(actor, sale(task)) instanceof Outcome.Done<SaleView> done) {
            var view = done.value();
            facts.add(Fact.of("sale.fact.property", view.subject()));
            if (view.property() != null) {
                facts.add(Fact.of("sale.fact.asked", view.property().price()));
            }
            facts.add(Fact.of("sale.fact.price", view.price()));
            facts.add(Fact.of("sale.fact.seller", view.sellerName()));
            facts.add(Fact.of("sale.fact.buyer", view.buyerName()));
            if (view.agentName() != null) {
                facts.add(Fact.of("sale.fact.agent", view.agentName()));
            }
        }
        return facts;
    }

    /** The offer and what it would leave for the seller, before taxes. */
    List<Fact> offer(Actor actor, TaskView task) {
        var facts = common(actor, task);
        sales.sale(actor, sale(task)).map(view -> {
            facts.add(Fact.of("sale.fact.deposit", view.deposit()));
            var round = view.rounds().get(view.rounds().size() - 1);
            facts.addAll(financing(view.financing()));
            if (view.doubleDeposit()) {
                facts.add(new Fact("sale.fact.doubleDeposit", new MessageKey("sale.deal.doubleDeposit"), "waiting"));
            }
            facts.add(new Fact("sale.fact.validUntil", round.validUntil(), "waiting"));
            if (round.reason() != null && !round.reason().isBlank()) {
                facts.add(Fact.of("sale.fact.words", round.reason()));
            }
            if (view.property() != null) {
                register.comparables(view.property().property().id()).ifPresent(market ->
                        facts.add(Fact.of("sale.fact.market", market.medianPerM2())));
            }
            return view;
        });
        return facts;
    }

    private static List<Fact> financing(Financing financing) {
        if (!financing.loan()) {
            return List.of(Fact.of("sale.fact.financing", new MessageKey("sale.offer.payment.OWN")));
        }
        return List.of(Fact.of("sale.fact.loanBank", financing.bank()), Fact.of("sale.fact.loan", financing.amount()),
                new Fact("sale.fact.financeClause", financing.clause(), financing.clause() ? "waiting" : null));
    }

    /** For compliance: the score, the signs and what is known of the money. */
    List<Fact> risk(Actor actor, TaskView task) {
        var facts = common(actor, task);
        sales.dossier(actor, sale(task)).map(dossier -> {
            facts.add(new Fact("sale.fact.score", dossier.riskScore(), dossier.riskCodes().isEmpty() ? "waiting" : "danger"));
            dossier.riskCodes().forEach(code -> facts.add(new Fact("sale.fact.sign", new MessageKey("sale.sign." + code), "danger")));
            facts.add(Fact.of("sale.fact.income", dossier.annualIncome()));
            facts.add(Fact.of("sale.fact.cash", dossier.cashPct() + " %"));
            return dossier;
        });
        return facts;
    }

    /** Meters and keys as the seller handed them over, and defects if any were named. */
    List<Fact> handover(Actor actor, TaskView task) {
        var facts = common(actor, task);
        sales.dossier(actor, sale(task)).map(dossier -> {
            var meters = dossier.handover();
            if (meters != null) {
                facts.add(Fact.of("sale.fact.handedOverOn", meters.on()));
                facts.add(Fact.of("sale.fact.electricity", meters.electricity()));
                facts.add(Fact.of("sale.fact.coldWater", meters.coldWater()));
                facts.add(Fact.of("sale.fact.hotWater", meters.hotWater()));
                facts.add(Fact.of("sale.fact.heating", meters.heating()));
                facts.add(Fact.of("sale.fact.keys", meters.keys()));
                facts.add(Fact.of("sale.fact.furniture", meters.furniture()));
                if (meters.utilityDebt() != null) {
                    facts.add(new Fact("sale.fact.utilityDebt", meters.utilityDebt(), "danger"));
                }
            }
            if (dossier.defects() != null) {
                facts.add(new Fact("sale.fact.defects", dossier.defects(), "danger"));
            }
            return dossier;
        });
        return facts;
    }

    List<Document> documents(Actor actor, TaskView task) {
        return sales.sale(actor, sale(task)).isDone() ? contracts.documents(task.caseRef()).stream()
                .map(document -> new Document("sale.document." + document.kind(), "/documents/" + document.id())).toList() : List.of();
    }
}
