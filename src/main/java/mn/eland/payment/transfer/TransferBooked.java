package mn.eland.payment.transfer;

import java.time.Instant;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;

/** Told inside the transaction that books a transfer. */
public record TransferBooked(String key, CaseRef caseRef, String kind, PartyId party, Money amount, Instant at) {
}
