package mn.eland.payment;

import java.time.Instant;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;

/** Money of a case that the bank has paid to a party. @param kind message key {@code ledger.event.<kind>}; @param number our own, on the transfer */
public record Payout(long id, PartyId to, String kind, Money amount, Instant at, String number, String journalNo) {
}
