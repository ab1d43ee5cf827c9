package mn.eland.sale.risk.finding;

import mn.eland.kernel.Money;

/** The loan a bank granted the buyer. @param valuation by the bank's appraiser, or null */
public record Loan(Money amount, Money valuation) {
}
