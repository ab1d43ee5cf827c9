package mn.eland.payment.collection;

import static mn.eland.payment.ledger.Account.ESCROW_BANK;
import static mn.eland.payment.ledger.Account.QPAY_CLEARING;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.payment.PaymentEvent.EscrowFunded;
import mn.eland.payment.PaymentEvent.MoneyReceived;
import mn.eland.payment.Payments.Purpose;
import mn.eland.payment.collection.ReceiptStore.Incoming;
import mn.eland.payment.collection.ReceiptStore.Problem;
import mn.eland.payment.ledger.Account;
import mn.eland.payment.ledger.Booking;
import mn.eland.payment.ledger.Ledger;
import mn.eland.payment.spi.Bank.StatementLine;
import mn.eland.payment.spi.PaymentGateway.Payment;
import mn.eland.payment.vat.VatReceipts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books what came in, once, by the number the outside world gave it. What is asked for goes to the buyer's escrow; what is
 * too much, too late or for nobody we know goes to a suspense account of its own and waits to be given back or placed.
 */
@Component
class Receiving {

    private static final Pattern REFERENCE = Pattern.compile("(?i)\\bS[\\s-]?(\\d{4})[\\s-]?(\\d{6})[\\s-]?([DBIT])\\b");
    private static final Pattern SETTLEMENT = Pattern.compile("QPAY (\\S+)");

    private final CollectionStore collections;
    private final ReceiptStore receipts;
    private final Strangers strangers;
    private final VatReceipts vatReceipts;
    private final Ledger ledger;
    private final ElandClock clock;
    private final ApplicationEventPublisher events;

    Receiving(CollectionStore collections, ReceiptStore receipts, Strangers strangers, VatReceipts vatReceipts, Ledger ledger,
              ElandClock clock, ApplicationEventPublisher events) {
        this.collections = collections;
        this.receipts = receipts;
        this.strangers = strangers;
        this.vatReceipts = vatReceipts;
        this.ledger = ledger;
        this.clock = clock;
        this.events = events;
    }

    /** A payment the gateway has confirmed on an invoice of this collection. */
    @Transactional
    public void fromGateway(UUID collection, Payment payment) {
        var at = payment.at() == null ? clock.instant() : payment.at();
        var incoming = new Incoming("qpay:" + payment.paymentId(), "QPAY", at, Money.of(payment.amountTugrug()),
                payment.payerName(), payment.payerAccount(), null);
        receipts.register(incoming).ifPresent(id -> {
            var asked = collections.locked(collection);
            place(id, incoming, QPAY_CLEARING, asked);
            asked.filter(row -> row.purpose() == Purpose.COMMISSION && row.isOpen() && row.amount().equals(incoming.amount()))
                    .ifPresent(row -> vatReceipts.due(payment.paymentId(), row.id()));
            receipts.waitingSettlement("QPAY " + payment.paymentId(), incoming.amount()).ifPresent(early -> {
                ledger.post(Booking.of("QPAY_SETTLED", "settled:" + early.externalId(), null)
                        .move(Account.unidentified(early.owner()), QPAY_CLEARING, early.excess()));
                receipts.done(early.id(), ReceiptStore.State.PLACED, null);
            });
        });
    }

    /** A line of money in, read in the statement of the escrow account. @param holder of the account it came from, or null */
    @Transactional
    public void fromStatement(StatementLine line, String holder) {
        var incoming = new Incoming("khan:" + line.record(), "BANK", line.at(), Money.of(line.amountTugrug()), holder,
                blankToNull(line.relatedAccount()), line.description());
        var id = receipts.register(incoming);
        if (id.isEmpty()) {
            return;
        }
        var settlement = SETTLEMENT.matcher(line.description());
        var paid = settlement.matches() ? receipts.byExternalId("qpay:" + settlement.group(1)) : Optional.<ReceiptStore.ReceiptRow>empty();
        if (paid.isPresent() && paid.get().amount().equals(incoming.amount())) {
            ledger.post(Booking.of("QPAY_SETTLED", "settled:" + incoming.externalId(), paid.get().caseRef())
                    .move(ESCROW_BANK, QPAY_CLEARING, incoming.amount()));
            receipts.placed(id.get(), null, incoming.amount(), Money.ZERO, null);
            return;
        }
        if (taxCameBack(id.get(), incoming)) {
            return;
        }
        place(id.get(), incoming, ESCROW_BANK, collectionOf(incoming));
    }

    /** The reference in the text, else the payer's own account together with the exact sum. Never the sum alone. */
    private Optional<CollectionRow> collectionOf(Incoming incoming) {
        var reference = REFERENCE.matcher(incoming.description());
        if (reference.find() && !reference.group(3).equalsIgnoreCase("T")) {
            return collections.lockedByReference("S-" + reference.group(1) + "-" + reference.group(2) + "-"
                    + reference.group(3).toUpperCase(java.util.Locale.ROOT));
        }
        return incoming.payerAccount() == null ? Optional.empty()
                : collections.byAmountAndAccount(incoming.amount(), incoming.payerAccount()).flatMap(row -> collections.locked(row.id()));
    }

    /** Tax of a sale that was not registered, returned by the authority under the case's own reference. */
    private boolean taxCameBack(long id, Incoming incoming) {
        var reference = REFERENCE.matcher(incoming.description());
        if (!reference.find() || !reference.group(3).equalsIgnoreCase("T")) {
            return false;
        }
        var caseRef = CaseRef.of("S-" + reference.group(1) + "-" + reference.group(2));
        var owed = ledger.moved(caseRef, "TAX_RECLAIMED").minus(ledger.moved(caseRef, "TAX_RETURNED"));
        if (owed.compareTo(incoming.amount()) < 0) {
            return false;
        }
        ledger.post(Booking.of("TAX_RETURNED", "receipt:" + incoming.externalId(), caseRef)
                .move(ESCROW_BANK, Account.TAX_RECEIVABLE, incoming.amount()));
        receipts.placed(id, null, incoming.amount(), Money.ZERO, null);
        receipts.done(id, ReceiptStore.State.BOOKED, caseRef);
        return true;
    }

    private void place(long id, Incoming incoming, Account asset, Optional<CollectionRow> found) {
        var collection = found.orElse(null);
        var stranger = collection == null || collection.purpose() == Purpose.COMMISSION ? null : strangers.isStranger(collection.caseRef(), incoming);
        boolean waits = Boolean.TRUE.equals(stranger) && collection.isOpen() && strangers.isAboveLimit(incoming.amount());
        receipts.stranger(id, stranger);
        var accepted = collection != null && collection.isOpen() && !waits ? smaller(incoming.amount(), collection.missing()) : Money.ZERO;
        var excess = incoming.amount().minus(accepted);
        var problem = waits ? Problem.THIRD_PARTY : problem(incoming, collection, accepted, excess);
        var booking = Booking.of("MONEY_RECEIVED", "receipt:" + incoming.externalId(), collection == null ? null : collection.caseRef());
        if (collection != null) {
            booking = booking.move(asset, collection.creditedTo(), accepted);
        }
        ledger.post(booking.move(asset, Account.unidentified("R" + id), excess));
        receipts.placed(id, collection, accepted, excess, problem);
        if (accepted.isPositive()) {
            count(collection, accepted);
        }
    }

    /** The collection must be locked. */
    void count(CollectionRow collection, Money accepted) {
        collections.count(collection.id(), accepted);
        var missing = collection.missing().minus(accepted);
        events.publishEvent(new MoneyReceived(collection.caseRef(), collection.purpose(), accepted, missing, clock.instant()));
        if (missing.isZero()) {
            tellFunded(collection.caseRef(), collection.purpose(), collection.amount());
        }
    }

    void tellFunded(CaseRef caseRef, Purpose purpose, Money amount) {
        events.publishEvent(new EscrowFunded(caseRef, purpose, amount, clock.instant()));
    }

    private static Problem problem(Incoming incoming, CollectionRow collection, Money accepted, Money excess) {
        if (excess.isZero()) {
            return null;
        }
        if (collection == null) {
            return SETTLEMENT.matcher(String.valueOf(incoming.description())).matches() ? Problem.WRONG_PAYMENT_NUMBER
                    : Problem.UNKNOWN_REFERENCE;
        }
        if (accepted.isPositive()) {
            return Problem.OVERPAID;
        }
        return collection.state() == CollectionRow.State.FUNDED ? Problem.SECOND_PAYMENT : Problem.AFTER_LAPSE;
    }

    private static Money smaller(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
