package mn.eland.payment.ledger;

import java.util.ArrayList;
import java.util.List;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;

/**
 * One business event for the books: movements that happen together or not at all. Immutable; each {@code move} gives a
 * new one.
 *
 * @param kind      name of the event, a message key {@code ledger.event.<kind>}
 * @param reference unique: the same reference again is the same event
 * @param caseRef   the case it belongs to, or null
 * @param hold      reference of the hold that this booking uses up, or null
 */
public record Booking(String kind, String reference, CaseRef caseRef, List<Movement> movements, String hold) {

    public record Movement(Account debit, Account credit, Money amount) {
    }

    public Booking {
        movements = List.copyOf(movements);
    }

    public static Booking of(String kind, String reference, CaseRef caseRef) {
        return new Booking(kind, reference, caseRef, List.of(), null);
    }

    /** Adds a movement; nothing is added for a zero amount. */
    public Booking move(Account debit, Account credit, Money amount) {
        if (amount.isZero()) {
            return this;
        }
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a movement has a positive amount: " + amount);
        }
        var more = new ArrayList<>(movements);
        more.add(new Movement(debit, credit, amount));
        return new Booking(kind, reference, caseRef, more, hold);
    }

    public Booking using(String holdReference) {
        return new Booking(kind, reference, caseRef, movements, holdReference);
    }

    public boolean isEmpty() {
        return movements.isEmpty();
    }
}
