package mn.eland.sale.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.property.PropertyRegister;
import mn.eland.sale.Sales;
import mn.eland.sale.consent.Statement;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** An agent takes a seller's mandate, or leaves it. */
@Component
class PrepareListing implements TaskForm {

    private final Sales sales;
    private final PropertyRegister register;

    PrepareListing(Sales sales, PropertyRegister register) {
        this.sales = sales;
        this.register = register;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        var facts = new ArrayList<Fact>();
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

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        var share = (String) answers.get("share");
        return sales.prepareListing(actor, task.caseRef(), "PUBLISH".equals(answers.get("decision")), (String) answers.get("reason"),
                new Statement(share == null || share.isBlank() ? null : share, Boolean.TRUE.equals(answers.get("tenantPriority")),
                        (String) answers.get("tenantNo"), Boolean.TRUE.equals(answers.get("ordinaryAsset"))));
    }
}
