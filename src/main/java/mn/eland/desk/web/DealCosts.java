package mn.eland.desk.web;

import java.math.BigDecimal;
import java.util.Map;
import mn.eland.kernel.Money;
import mn.eland.property.ListingView;
import mn.eland.sale.diligence.Taxation;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/** What buying at the asked price would cost each side, read from the same tables that decide in a sale. */
@Component
class DealCosts {

    private final Workflow workflow;
    private final Taxation taxation;

    DealCosts(Workflow workflow, Taxation taxation) {
        this.workflow = workflow;
        this.taxation = taxation;
    }

    Costs of(ListingView listing) {
        var price = listing.price();
        var deposit = price.percent(new BigDecimal(parameter("deposit.pct")));
        var notary = amount("notaryFee", Map.of("valueMnt", price.tugrug()), "notaryFeeMnt");
        var registration = amount("registrationFee", Map.of("service", "SALE", "urgency", "NORMAL"), "registrationFeeMnt");
        var reference = amount("registrationFee", Map.of("service", "REFERENCE", "urgency", "NORMAL"), "registrationFeeMnt");
        var broker = listing.agent() == null ? Money.ZERO : price.percent(percent(parameter("fee.broker.sale")));
        var brokerVat = broker.percent(percent(parameter("vat.rate")));
        var law = taxation.asked(listing.seller(), listing.property());
        var tax = law.map(one -> price.percent(percent(one.rate()))).orElse(Money.ZERO);
        var saleVat = law.filter(Taxation.Tax::vat).map(one -> taxation.vatWithin(price)).orElse(Money.ZERO);
        return new Costs(price, deposit, price.minus(deposit), notary, registration, reference,
                price.plus(notary).plus(registration).plus(reference), tax, broker, brokerVat,
                price.minus(tax).minus(saleVat).minus(broker).minus(brokerVat), saleVat);
    }

    private Money amount(String decision, Map<String, Object> inputs, String column) {
        return first(decision, inputs, column) instanceof Number number ? Money.of(number.longValue()) : Money.ZERO;
    }

    private String parameter(String key) {
        return workflow.parameter(key);
    }

    private Object first(String decision, Map<String, Object> inputs, String column) {
        return workflow.decide(decision, inputs).stream().findFirst().map(row -> row.get(column)).orElse(null);
    }

    private static BigDecimal percent(Object share) {
        return share == null ? BigDecimal.ZERO : new BigDecimal(share.toString()).movePointRight(2);
    }

    /** @param buyerTotal price and the buyer's fees; @param sellerNet what is left for the seller; @param vatWithin value added tax that the price contains, which is taken from it */
    record Costs(Money price, Money deposit, Money balance, Money notary, Money registration, Money reference,
                 Money buyerTotal, Money tax, Money broker, Money brokerVat, Money sellerNet, Money vatWithin) {
    }
}
