package mn.eland.sale.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.property.PropertyRegister;
import mn.eland.sale.Sales;
import mn.eland.sale.consent.Statement;
import mn.eland.sale.consent.Statements;
import mn.eland.sale.listing.Approvals;
import mn.eland.sale.listing.Preparation;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** An agent takes a seller's mandate, or leaves it. */
@Component
class PrepareListing implements TaskForm {

    private final Sales sales;
    private final PropertyRegister register;
    private final Approvals approvals;
    private final Statements statements;

    PrepareListing(Sales sales, PropertyRegister register, Approvals approvals, Statements statements) {
        this.sales = sales;
        this.register = register;
        this.approvals = approvals;
        this.statements = statements;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        var facts = new ArrayList<Fact>();
        approvals.last(task.caseRef()).filter(Preparation::isSentBack).ifPresent(last -> facts.add(new Fact("sale.fact.sentBack", last.reason(), "danger")));
        register.listing(task.caseRef()).ifPresent(listing -> {
            var property = listing.property();
            facts.add(Fact.of("sale.fact.title", listing.title()));
            facts.add(Fact.of("sale.fact.property", property.address()));
            facts.add(Fact.of("sale.fact.registryNo", property.registryNo()));
            facts.add(Fact.of("sale.fact.certificateNo", property.certificateNo()));
            facts.add(Fact.of("sale.fact.area", property.areaM2() + " м²"));
            facts.add(Fact.of("sale.fact.asked", listing.price()));
            facts.add(Fact.of("sale.fact.perM2", listing.pricePerM2()));
            register.comparables(property.id()).ifPresent(market -> facts.add(Fact.of("sale.fact.market", market.medianPerM2())));
            facts.add(Fact.of("sale.fact.description", listing.description()));
        });
        return facts;
    }

    /** What was stated before the listing was sent back. */
    @Override
    public Map<String, Object> prefill(Actor actor, TaskView task) {
        var stated = approvals.last(task.caseRef()).isEmpty() ? Statement.NONE
                : register.listing(task.caseRef()).map(listing -> statements.about(listing.property().id())).orElse(Statement.NONE);
        var known = new HashMap<String, Object>(Map.of("tenantPriority", stated.tenantPriority(), "ordinaryAsset", stated.ordinaryAsset()));
        if (stated.isShareSale()) {
            known.put("share", stated.share());
        }
        if (stated.tenantNo() != null) {
            known.put("tenantNo", stated.tenantNo());
        }
        return known;
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        var share = (String) answers.get("share");
        return sales.prepareListing(actor, task.caseRef(), "PUBLISH".equals(answers.get("decision")), (String) answers.get("reason"),
                new Statement(share == null || share.isBlank() ? null : share, Boolean.TRUE.equals(answers.get("tenantPriority")),
                        (String) answers.get("tenantNo"), Boolean.TRUE.equals(answers.get("ordinaryAsset"))));
    }
}
