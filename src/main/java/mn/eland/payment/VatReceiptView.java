package mn.eland.payment;

import java.time.Instant;
import mn.eland.kernel.Money;

/**
 * The receipt of the tax office for a fee.
 *
 * @param number null while the gateway has not made it yet
 * @param lottery null for a company, and when it was forgotten; so is {@code qrData}
 */
public record VatReceiptView(String number, Money amount, Money vat, String lottery, String qrData, Instant at) {
}
