package mn.eland.desk.web;

import java.math.BigDecimal;
import java.util.Map;
import mn.eland.identity.Parties;
import mn.eland.identity.PartyView;
import mn.eland.kernel.Money;
import mn.eland.property.ListingView;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/** What buying at the asked price would cost each side, read from the same tables that decide in a sale. */
@Component
class DealCosts {

    private final Workflow workflow;
    private final Parties parties;

    DealCosts(Workflow workflow, Parties parties) {
        this.workflow = workflow;
        this.parties = parties;
    }

    Costs of(ListingView listing) {
        var price = listing.price();
        var deposit = price.percent(new BigDecimal(parameter("deposit.pct")));
        var notary = amount("notaryFee", Map.of("valueMnt", price.tugrug()), "notaryFeeMnt");
        var registration = amount("registrationFee", Map.of("service", "SALE", "urgency", "NORMAL"), "registrationFeeMnt");
        var reference = amount("registrationFee", Map.of("service", "REFERENCE", "urgency", "NORMAL"), "registrationFeeMnt");
        var broker = listing.agent() == null ? Money.ZERO : price.percent(percent(parameter("fee.broker.sale")));
        var brokerVat = broker.percent(percent(parameter("vat.rate")));
        var tax = price.percent(percent(taxRate(listing)));
        return new Costs(price, deposit, price.minus(deposit), notary, registration, reference,
                price.plus(notary).plus(registration).plus(reference), tax, broker, brokerVat,
                price.minus(tax).minus(broker).minus(brokerVat));
    }

    private Object taxRate(ListingView listing) {
        var seller = parties.find(listing.seller());
        var inputs = new java.util.HashMap<String, Object>();
        inputs.put("sellerType", seller.map(PartyView::isPerson).orElse(true) ? "PERSON" : "COMPANY");
        inputs.put("resident", seller.map(PartyView::resident).orElse(true));
        inputs.put("objectType", listing.property().kind().name());
        inputs.put("newBuild", false);
        inputs.put("vatPayer", false);
        inputs.put("relation", "NONE");
        inputs.put("saleReason", "SALE");
        return first("saleTax", inputs, "taxRate");
    }

    private Money amount(String decision, Map<String, Object> inputs, String column) {
        return first(decision, inputs, column) instanceof Number number ? Money.of(number.longValue()) : Money.ZERO;
    }

    private String parameter(String key) {
        return String.valueOf(first("parameters", Map.of("key", key), "value"));
    }

    private Object first(String decision, Map<String, Object> inputs, String column) {
        return workflow.decide(decision, inputs).stream().findFirst().map(row -> row.get(column)).orElse(null);
    }

    private static BigDecimal percent(Object share) {
        return share == null ? BigDecimal.ZERO : new BigDecimal(share.toString()).movePointRight(2);
    }

    /** @param buyerTotal price and the buyer's fees; @param sellerNet what is left for the seller */
    record Costs(Money price, Money deposit, Money balance, Money notary, Money registration, Money reference,
                 Money buyerTotal, Money tax, Money broker, Money brokerVat, Money sellerNet) {
    }
}
