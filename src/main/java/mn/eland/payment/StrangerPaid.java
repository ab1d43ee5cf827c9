package mn.eland.payment;

import java.time.Instant;
import mn.eland.kernel.Money;

/** Money for a collection that came from somebody else's account. @param payer masked; @param waiting not counted before compliance decides */
public record StrangerPaid(String payer, Money amount, boolean waiting, Instant at) {
}
