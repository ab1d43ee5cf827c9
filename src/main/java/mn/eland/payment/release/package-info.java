/** What becomes of money in escrow: earned, taxed, released, refunded or frozen. Known only inside {@code payment}. */
package mn.eland.payment.release;
