package mn.eland.payment;

import java.time.Instant;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;

/** What happens to money. */
public sealed interface PaymentEvent {

    record MoneyReceived(CaseRef caseRef, Payments.Purpose purpose, Money amount, Money missing, Instant at)
            implements PaymentEvent {
    }

    /** The whole sum of a collection is in escrow. */
    record EscrowFunded(CaseRef caseRef, Payments.Purpose purpose, Money amount, Instant at) implements PaymentEvent {
    }

    record MoneyRefunded(CaseRef caseRef, PartyId to, Money amount, Instant at) implements PaymentEvent {
    }

    /** A pay-out waits for an account in the receiver's name. {@code reason} is NO_ACCOUNT, OTHER_NAME or RETURNED. */
    record PayoutHeld(CaseRef caseRef, PartyId to, Money amount, String reason, Instant at) implements PaymentEvent {
    }

    /** The receipt of the tax office for a fee is made. @param lottery null for a company; to be forgotten after {@code shownUntil} */
    record VatReceiptIssued(CaseRef caseRef, PartyId to, Money amount, Money vat, String number, String lottery, Instant at,
                            Instant shownUntil) implements PaymentEvent {
    }

    record MoneyReleased(CaseRef caseRef, PartyId to, Money amount, Instant at) implements PaymentEvent {
    }
}
