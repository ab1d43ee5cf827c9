/** Receipts of the tax office for fees that were paid by QR. Known only inside {@code payment}. */
package mn.eland.payment.vat;
