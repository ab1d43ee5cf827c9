package mn.eland.payment.transfer;

import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.payment.ledger.Account;
import mn.eland.payment.ledger.Booking;

/**
 * A transfer that somebody decided on.
 *
 * @param key      unique: the same key again is the same transfer
 * @param caseRef  the case it belongs to, or null
 * @param kind     of the booking when the bank has booked it, a message key {@code ledger.event.<kind>}
 * @param from     account of the books that is debited; money owed to somebody is held until the bank has answered
 * @param setAside booked together with the intention, or null
 * @param party    who receives it, or null when it is not a party of the platform
 * @param text     what the receiver reads
 */
public record Order(String key, CaseRef caseRef, String kind, Account from, Booking setAside, PartyId party, String toName,
                    String toIban, Money amount, String text) {

    /** The holder's name must be this; an office, or the account money came from, is taken as it is. */
    String namedHolder() {
        return party == null ? null : toName;
    }
}
