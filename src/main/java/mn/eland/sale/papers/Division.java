package mn.eland.sale.papers;

import java.math.BigDecimal;
import mn.eland.kernel.Money;

/**
 * How a price is divided: tax, the agent's fee with value added tax, the seller's bank, and the rest for the seller. Adds up to the price.
 *
 * @param saleVat value added tax within the price of a new home; @param vat value added tax on the agent's fee
 */
public record Division(Money price, Money tax, Money saleVat, Money fee, Money vat, Money payoff, Money net) {

    /** Of a price that contains no value added tax. Rates are parts of one: {@code 0.02}. */
    public static Division of(Money price, double taxRate, boolean agent, String feeRate, String vatRate, Money payoff) {
        return of(price, taxRate, Money.ZERO, agent, feeRate, vatRate, payoff);
    }

    /** The same of a price that contains some. */
    public static Division of(Money price, double taxRate, Money saleVat, boolean agent, String feeRate, String vatRate, Money payoff) {
        var tax = price.percent(percent(Double.toString(taxRate)));
        var fee = agent ? price.percent(percent(feeRate)) : Money.ZERO;
        var vat = fee.percent(percent(vatRate));
        return new Division(price, tax, saleVat, fee, vat, payoff, price.minus(tax).minus(saleVat).minus(fee).minus(vat).minus(payoff));
    }

    /** False when the price does not suffice for all before the seller. */
    public boolean isCovered() {
        return net.compareTo(Money.ZERO) >= 0;
    }

    private static BigDecimal percent(String rate) {
        return new BigDecimal(rate).movePointRight(2);
    }
}
