package mn.eland.payment;

import java.time.Instant;
import mn.eland.kernel.Money;

/**
 * One payment that came in for a case.
 *
 * @param cash    paid in at a counter: no account is behind it
 * @param account the payer's, null for cash and for a payment by QR
 * @param whose   whose the account is
 */
public record Inflow(Instant at, Money amount, boolean cash, String payer, String account, Whose whose) {

    public enum Whose { BUYER, SELLER, STRANGER, UNKNOWN }
}
