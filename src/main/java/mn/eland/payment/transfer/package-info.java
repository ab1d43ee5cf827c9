/** Money on its way out: intended, sent, booked or refused, safe to repeat at any moment. Known only inside {@code payment}. */
package mn.eland.payment.transfer;
