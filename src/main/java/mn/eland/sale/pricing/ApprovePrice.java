package mn.eland.sale.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.property.ListingView;
import mn.eland.property.PropertyRegister;
import mn.eland.property.price.AskingPrices;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** Another agent looks at a price that is far from the one approved before. */
@Component
class ApprovePrice implements TaskForm {

    private final PriceChanges changes;
    private final PropertyRegister register;
    private final AskingPrices prices;

    ApprovePrice(PriceChanges changes, PropertyRegister register, AskingPrices prices) {
        this.changes = changes;
        this.register = register;
        this.prices = prices;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        var facts = new ArrayList<Fact>();
        register.listing(task.caseRef()).ifPresent(listing -> {
            facts.add(Fact.of("sale.fact.title", listing.title()));
            facts.add(Fact.of("sale.fact.property", listing.property().address()));
            facts.add(Fact.of("sale.fact.registryNo", listing.property().registryNo()));
            facts.add(Fact.of("sale.fact.area", listing.property().areaM2() + " м²"));
            changes.waiting(task.caseRef()).ifPresent(change -> facts.addAll(about(listing, change)));
        });
        return facts;
    }

    private List<Fact> about(ListingView listing, PriceChange change) {
        var worth = change.valuation();
        var facts = new ArrayList<>(List.of(Fact.of("sale.fact.priceNow", listing.price())));
        prices.of(listing.number()).filter(asked -> asked.approved() != null && !asked.approved().equals(listing.price()))
                .ifPresent(asked -> facts.add(Fact.of("sale.fact.priceApproved", asked.approved())));
        facts.add(new Fact("sale.fact.priceAsked", change.to(), worth == null || !worth.isKnown() ? null : worth.covers(change.to()) ? "done" : "danger"));
        facts.add(Fact.of("sale.fact.priceStep", "%+d %%".formatted(change.percent())));
        if (worth != null && worth.isKnown()) {
            facts.add(Fact.of("sale.fact.valuationLow", worth.low()));
            facts.add(Fact.of("sale.fact.valuationMiddle", worth.middle()));
            facts.add(Fact.of("sale.fact.valuationHigh", worth.high()));
        } else {
            facts.add(new Fact("sale.fact.valuation", new MessageKey("sale.valuation.unknown"), "waiting"));
        }
        if (worth != null) {
            facts.add(Fact.of("sale.fact.comparables", String.valueOf(worth.comparables())));
        }
        facts.add(Fact.of("sale.fact.priceAskedBy", change.byName()));
        facts.add(Fact.of("sale.fact.priceAskedAt", change.at()));
        return facts;
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return changes.review(actor, task.caseRef(), "APPROVE".equals(answers.get("decision")), (String) answers.get("reason"));
    }
}
