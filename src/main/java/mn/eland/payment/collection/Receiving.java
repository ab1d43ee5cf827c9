package mn.eland.payment.collection;

import static mn.eland.payment.ledger.Account.ESCROW_BANK;
import static mn.eland.payment.ledger.Account.QPAY_CLEARING;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.payment.PaymentEvent.EscrowFunded;
import mn.eland.payment.PaymentEvent.MoneyReceived;
import mn.eland.payment.Payments.Purpose;
import mn.eland.payment.account.DealAccounts;
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

    private final CollectionStore collections;
    private final DealAccounts accounts;
    private final ReceiptStore receipts;
    private final Strangers strangers;
    private final VatReceipts vatReceipts;
    private final Ledger ledger;
    private final ElandClock clock;
    private final ApplicationEventPublisher events;

    Receiving(CollectionStore collections, DealAccounts accounts, ReceiptStore receipts, Strangers strangers, VatReceipts vatReceipts,
              Ledger ledger, ElandClock clock, ApplicationEventPublisher events) {
        this.collections = collections;
        this.accounts = accounts;
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
                payment.payerName(), payment.payerAccount(), null, null);
        receipts.register(incoming).ifPresent(id -> {
            var asked = collections.locked(collection);
            place(id, incoming, QPAY_CLEARING, asked);
            asked.filter(row -> row.purpose() == Purpose.COMMISSION && row.isOpen() && row.amount().equals(incoming.amount()))
                    .ifPresent(row -> vatReceipts.due(payment.paymentId(), row.id()));
            receipts.waitingSettlement("QPAY " + payment.paymentId()).ifPresent(early -> {
                var part = smaller(early.excess(), incoming.amount());
                ledger.post(Booking.of("QPAY_SETTLED", "settled:" + early.externalId(), null)
                        .move(Account.unidentified(early.owner()), QPAY_CLEARING, part));
                settled(early.id(), part, early.excess().minus(part));
            });
        });
    }

    /** What the gateway handed on beyond the payment it told us of waits for a decision; the payment's own part never does. */
    private void settled(long id, Money part, Money rest) {
        receipts.placed(id, null, part, rest, rest.isZero() ? null : Problem.WRONG_PAYMENT_NUMBER);
    }

    /** A line of money in, read in the statement of the escrow account. @param holder of the account it came from, or null */
    @Transactional
    public void fromStatement(StatementLine line, String holder) {
        var incoming = new Incoming("khan:" + line.record(), "BANK", line.at(), Money.of(line.amountTugrug()), holder,
                blankToNull(line.relatedAccount()), line.description(), line.virtualAccount());
        var id = receipts.register(incoming);
        if (id.isEmpty()) {
            return;
        }
        if (incoming.virtualAccount() != null) {
            place(id.get(), incoming, ESCROW_BANK, accounts.caseOf(incoming.virtualAccount()).flatMap(deal -> collectionOf(deal, incoming)));
            return;
        }
        var paid = GatewaySettlements.payment(line.description()).flatMap(payment -> receipts.byExternalId("qpay:" + payment));
        if (paid.isPresent() && !receipts.isSettled(incoming.description())) {
            var part = smaller(incoming.amount(), paid.get().amount());
            var rest = incoming.amount().minus(part);
            ledger.post(Booking.of("QPAY_SETTLED", "settled:" + incoming.externalId(), paid.get().caseRef())
                    .move(ESCROW_BANK, QPAY_CLEARING, part).move(ESCROW_BANK, Account.unidentified("R" + id.get()), rest));
            settled(id.get(), part, rest);
            return;
        }
        if (taxCameBack(id.get(), incoming)) {
            return;
        }
        place(id.get(), incoming, ESCROW_BANK, collectionOf(incoming));
    }

    /**
     * Money sent to a deal's own account is the deal's, whatever the text says. Of what is asked for there: the one the text
     * names, the one that lacks this sum, the oldest; when nothing is open any more, the one the text names or the newest.
     */
    private Optional<CollectionRow> collectionOf(CaseRef deal, Incoming incoming) {
        var text = reference(incoming).orElse("");
        var all = collections.lockedForTransfer(deal);
        Predicate<CollectionRow> open = CollectionRow::isOpen;
        Predicate<CollectionRow> named = row -> row.reference().equals(text);
        return Stream.of(open.and(named), open.and(row -> row.missing().equals(incoming.amount())), open, named)
                .flatMap(fitting -> all.stream().filter(fitting).limit(1)).findFirst()
                .or(() -> all.stream().reduce((older, newer) -> newer));
    }

    private static Optional<String> reference(Incoming incoming) {
        var reference = REFERENCE.matcher(incoming.description());
        return reference.find() && !reference.group(3).equalsIgnoreCase("T") ? Optional.of("S-" + reference.group(1) + "-" + reference.group(2) + "-"
                + reference.group(3).toUpperCase(java.util.Locale.ROOT)) : Optional.empty();
    }

    /** Money sent to the escrow account itself: the reference in the text, else the payer's own account together with the exact sum. Never the sum alone. */
    private Optional<CollectionRow> collectionOf(Incoming incoming) {
        var reference = reference(incoming);
        if (reference.isPresent()) {
            return collections.lockedByReference(reference.get());
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
            return incoming.virtualAccount() == null && GatewaySettlements.payment(incoming.description()).isPresent() ? Problem.WRONG_PAYMENT_NUMBER : Problem.UNKNOWN_REFERENCE;
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
