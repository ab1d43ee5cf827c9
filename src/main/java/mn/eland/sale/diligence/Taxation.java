package mn.eland.sale.diligence;

import static mn.eland.workflow.Variable.flag;
import static mn.eland.workflow.Variable.ratio;
import static mn.eland.workflow.Variable.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import mn.eland.identity.Parties;
import mn.eland.identity.PartyView;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.property.PropertyView;
import mn.eland.sale.deal.Deal;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/**
 * Computes the inputs of the table {@code saleTax}, and reads its answer. Its rows for inheritance and gifts are never met: what is
 * sold for a price is taxed however the seller once got it (ADR 55).
 */
@Component
public class Taxation {

    private static final String WITHHELD = "SELLER_WITHHELD";
    private static final String WITH_VAT = "SELLER_AND_VAT";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

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
        return inputs(parties.party(deal.seller()), deal.property(), parties.marriage(deal.seller()).map(Parties.Marriage::spouse).filter(deal.buyer()::equals).isPresent());
    }

    /** The tax on a price while nobody knows the buyer; empty when nobody knows the seller either. */
    public Optional<Tax> asked(PartyId seller, PropertyView property) {
        return parties.find(seller).map(view -> Tax.of(workflow.decide("saleTax", inputs(view, property, false).raw()).get(0)));
    }

    /** The tax on the price of this deal. */
    public Tax of(Deal deal) {
        return Tax.of(workflow.decide("saleTax", seller(deal).raw()).get(0));
    }

    /**
     * @param rate     part of the price, for example 0.02; @param withheld the law has it taken from the price, whatever the seller wants
     * @param vat      the price contains value added tax, which is taken from it for the state unless the seller pays both taxes alone
     */
    public record Tax(double rate, boolean withheld, boolean vat) {

        private static Tax of(Map<String, Object> row) {
            return new Tax(((Number) row.get("taxRate")).doubleValue(), WITHHELD.equals(row.get("taxPayer")), WITH_VAT.equals(row.get("taxPayer")));
        }
    }

    /** The value added tax within the price of this deal; zero where the table asks for none. */
    public Money saleVat(Deal deal) {
        return of(deal).vat() ? vatWithin(deal.price()) : Money.ZERO;
    }

    /** The value added tax within a price, at the rate of the parameters. */
    public Money vatWithin(Money price) {
        var percent = new BigDecimal(parameter("vat.rate")).movePointRight(2);
        return Money.of(new BigDecimal(price.tugrug()).multiply(percent).divide(percent.add(HUNDRED), 0, RoundingMode.HALF_UP).longValueExact());
    }

    private Values inputs(PartyView seller, PropertyView property, boolean toSpouse) {
        var trade = parties.trade(seller.id());
        return Values.of(text("sellerType"), seller.isPerson() ? "PERSON" : "COMPANY").with(flag("resident"), seller.resident())
                .with(text("objectType"), property.kind().name())
                .with(flag("newBuild"), trade.developer() && isNew(property)).with(flag("vatPayer"), trade.vatPayer())
                .with(text("relation"), toSpouse ? "SPOUSE" : "NONE").with(text("saleReason"), "SALE")
                .with(ratio("residentTaxRate"), rate("tax.sale.resident")).with(ratio("nonResidentTaxRate"), rate("tax.sale.nonresident"))
                .with(ratio("companyTaxRate"), rate("tax.company.immovable")).with(ratio("landRightTaxRate"), rate("tax.sale.landRight"));
    }

    private boolean isNew(PropertyView property) {
        return property.yearBuilt() != null && clock.today().getYear() - property.yearBuilt() <= Integer.parseInt(parameter("tax.newBuild.years"));
    }

    private double rate(String key) {
        return Double.parseDouble(parameter(key));
    }

    private String parameter(String key) {
        return workflow.parameter(key);
    }
}
