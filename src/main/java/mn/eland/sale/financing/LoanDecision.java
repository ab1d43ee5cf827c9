package mn.eland.sale.financing;

import java.time.LocalDate;
import mn.eland.kernel.Money;

/**
 * What the buyer's bank decided, as its letter says.
 *
 * @param amount what it lends; null when refused @param valuation what it holds the property to be worth; null when refused
 * @param note   the bank's reason or condition, or null
 */
public record LoanDecision(boolean approved, String letterNo, LocalDate letterDate, Money amount, Money valuation, String note) {

    /** The part of the worth that is lent; null when nothing is. */
    public Double ltv() {
        return approved ? (double) amount.tugrug() / valuation.tugrug() : null;
    }

    /** How far the bank's valuation stands above the price; null when there is none. */
    public Double valuationToPrice(Money price) {
        return approved ? (double) valuation.tugrug() / price.tugrug() : null;
    }
}
