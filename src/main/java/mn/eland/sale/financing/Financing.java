package mn.eland.sale.financing;

import mn.eland.kernel.Money;
import mn.eland.kernel.Refusal;

/**
 * What the buyer said with the offer about where the price comes from.
 *
 * @param loan   true when a bank lends part of it; then {@code bank} and {@code amount} say which and how much
 * @param clause true when the deposit comes back if the bank refuses
 */
public record Financing(boolean loan, String bank, Money amount, boolean clause) {

    private static final int LONGEST_NAME = 120;

    public static Financing own() {
        return new Financing(false, null, null, false);
    }

    public static Financing loan(String bank, Money amount, boolean clause) {
        return new Financing(true, bank == null ? null : bank.strip(), amount, clause);
    }

    /** The first thing wrong with it, or null. The deposit is the buyer's own money, so at most the rest is lent. */
    public Refusal wrong(Money price, Money deposit) {
        if (!loan) {
            return null;
        }
        if (bank == null || bank.isBlank() || bank.length() > LONGEST_NAME) {
            return Refusal.invalid("LOAN_BANK_MISSING", "loanBank");
        }
        var most = price.minus(deposit);
        return amount != null && amount.isPositive() && amount.compareTo(most) <= 0 ? null
                : Refusal.invalid("LOAN_OUT_OF_RANGE", "loanMnt").with("most", most);
    }
}
