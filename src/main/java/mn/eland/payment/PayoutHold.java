package mn.eland.payment;

import java.time.Instant;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;

/** A pay-out of a case that waits for an account. @param reason message key {@code payout.reason.<reason>} */
public record PayoutHold(PartyId to, String toName, Money amount, String reason, Instant since) {
}
