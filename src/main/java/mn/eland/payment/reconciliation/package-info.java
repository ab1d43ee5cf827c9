/** Every day of the books held against the bank's statement and the gateway's payments. Known only inside {@code payment}. */
package mn.eland.payment.reconciliation;
