/** Money on its way in: asked for, paid by QR or bank transfer, booked once, placed or given back. Known only inside {@code payment}. */
package mn.eland.payment.collection;
