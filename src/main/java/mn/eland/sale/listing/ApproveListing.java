package mn.eland.sale.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.property.ListingView;
import mn.eland.property.PropertyRegister;
import mn.eland.sale.consent.Statements;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** A second agent looks at a listing before its seller and title are checked. */
@Component
class ApproveListing implements TaskForm {

    private final Approvals approvals;
    private final Statements statements;
    private final PropertyRegister register;
    private final Parties parties;

    ApproveListing(Approvals approvals, Statements statements, PropertyRegister register, Parties parties) {
        this.approvals = approvals;
        this.statements = statements;
        this.register = register;
        this.parties = parties;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        var facts = new ArrayList<Fact>();
        register.listing(task.caseRef()).ifPresent(listing -> {
            facts.add(Fact.of("sale.fact.title", listing.title()));
            facts.add(Fact.of("sale.fact.property", listing.property().address()));
            facts.add(Fact.of("sale.fact.registryNo", listing.property().registryNo()));
            facts.add(Fact.of("sale.fact.area", listing.property().areaM2() + " м²"));
            facts.add(Fact.of("sale.fact.perM2", listing.pricePerM2()));
            approvals.last(task.caseRef()).ifPresent(prepared -> facts.addAll(worth(listing, prepared)));
            facts.add(Fact.of("sale.fact.description", listing.description()));
            facts.addAll(stated(listing));
            facts.addAll(title(listing));
        });
        return facts;
    }

    private List<Fact> worth(ListingView listing, Preparation prepared) {
        var worth = prepared.valuation();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("sale.fact.asked", listing.price(), !worth.isKnown() ? null : worth.covers(listing.price()) ? "done" : "danger"));
        if (worth.isKnown()) {
            facts.add(Fact.of("sale.fact.valuationLow", worth.low()));
            facts.add(Fact.of("sale.fact.valuationMiddle", worth.middle()));
            facts.add(Fact.of("sale.fact.valuationHigh", worth.high()));
        } else {
            facts.add(new Fact("sale.fact.valuation", new MessageKey("sale.valuation.unknown"), "waiting"));
        }
        facts.add(Fact.of("sale.fact.comparables", String.valueOf(worth.comparables())));
        facts.add(Fact.of("sale.fact.preparedBy", parties.party(prepared.by()).shortName()));
        return facts;
    }

    /** What the colleague found out that no register tells. */
    private List<Fact> stated(ListingView listing) {
        var stated = statements.about(listing.property().id());
        var facts = new ArrayList<Fact>();
        if (stated.isShareSale()) {
            facts.add(Fact.of("sale.fact.share", stated.share()));
        }
        if (stated.tenantPriority()) {
            facts.add(Fact.of("sale.fact.tenantPriority", true));
        }
        if (stated.ordinaryAsset()) {
            facts.add(Fact.of("sale.fact.ordinaryAsset", true));
        }
        return facts;
    }

    /** What the state register said of the property last; it is asked again after the approval. */
    private List<Fact> title(ListingView listing) {
        var facts = new ArrayList<>(List.of(Fact.of("sale.fact.certificateNo", listing.property().certificateNo())));
        register.title(listing.property().id()).filter(reading -> reading.code() != null).ifPresentOrElse(reading -> {
            facts.add(new Fact("register.fact.found", new MessageKey("register.code." + reading.code()),
                    "OK".equals(reading.decision()) ? "done" : "danger"));
            facts.add(Fact.of("register.fact.readAt", reading.readAt()));
        }, () -> facts.add(new Fact("register.fact.found", new MessageKey("sale.title.unread"), "waiting")));
        return facts;
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return approvals.review(actor, task.caseRef(), "APPROVE".equals(answers.get("decision")), (String) answers.get("reason"));
    }
}
