package mn.eland.sale.diligence;

import static mn.eland.workflow.Variable.flag;
import static mn.eland.workflow.Variable.text;

import java.util.Map;
import mn.eland.identity.Parties;
import mn.eland.kernel.ElandClock;
import mn.eland.property.PropertyView;
import mn.eland.sale.deal.Deal;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/** Computes the inputs of the table {@code saleTax}. */
@Component
public class Taxation {

    private final Parties parties;
    private final Workflow workflow;
    private final ElandClock clock;

    Taxation(Parties parties, Workflow workflow, ElandClock clock) {
        this.parties = parties;
        this.workflow = workflow;
        this.clock = clock;
    }

    /** Who sells what to whom, as the tax law asks. */
    public Values seller(Deal deal) {
        var seller = parties.party(deal.seller());
        var trade = parties.trade(deal.seller());
        boolean toSpouse = parties.marriage(deal.seller()).map(Parties.Marriage::spouse).filter(deal.buyer()::equals).isPresent();
        return Values.of(text("sellerType"), seller.isPerson() ? "PERSON" : "COMPANY").with(flag("resident"), seller.resident())
                .with(text("objectType"), deal.property().kind().name())
                .with(flag("newBuild"), trade.developer() && isNew(deal.property())).with(flag("vatPayer"), trade.vatPayer())
                .with(text("relation"), toSpouse ? "SPOUSE" : "NONE").with(text("saleReason"), "SALE");
    }

    private boolean isNew(PropertyView property) {
        var years = (String) workflow.decide("parameters", Map.of("key", "tax.newBuild.years")).get(0).get("value");
        return property.yearBuilt() != null && clock.today().getYear() - property.yearBuilt() <= Integer.parseInt(years);
    }
}
