package mn.eland.integration.qpay.simulator;

import java.math.BigDecimal;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import mn.eland.integration.qpay.simulator.QPayBooks.Invoice;
import mn.eland.integration.qpay.simulator.QPayBooks.Payment;
import mn.eland.integration.stage.Behaviour;
import mn.eland.integration.stage.Stage;

/** The person with the bank app: pays an invoice, whereupon the gateway calls back. */
public class Payer {

    private static final long EARLY_BY_MILLIS = 2000;

    private final Stage stage;
    private final QPayBooks books;
    private final Callbacks callbacks;
    private final BiConsumer<BigDecimal, String> settle;

    /** @param settle puts the money on the merchant's account at its bank */
    public Payer(Stage stage, QPayBooks books, Callbacks callbacks, BiConsumer<BigDecimal, String> settle) {
        this.stage = stage;
        this.books = books;
        this.callbacks = callbacks;
        this.settle = settle;
    }

    /**
     * Pays.
     *
     * @param anyway also when a wallet would refuse: cancelled, expired or paid already
     * @return the number of the payment
     * @throws IllegalStateException with the gateway's code when the wallet refuses
     */
    public String pay(UUID invoiceId, BigDecimal amount, String paidBy, String type, boolean anyway) {
        var twist = stage.switches().take("qpay", "payment");
        var payment = stage.inTransaction(() -> booked(invoiceId, amount, paidBy, type, anyway,
                twist.has(Behaviour.EARLY_CALLBACK) ? twist.number(Behaviour.EARLY_CALLBACK, EARLY_BY_MILLIS) : 0));
        if (!twist.has(Behaviour.NO_CALLBACK)) {
            long times = twist.has(Behaviour.DUPLICATE_CALLBACK) ? twist.number(Behaviour.DUPLICATE_CALLBACK, 3) : 1;
            callbacks.send(books.invoice(invoiceId).orElseThrow().callbackUrl(), payment.id(), (int) times,
                    twist.number(Behaviour.SLOW, 0));
        }
        return payment.id();
    }

    /** Calls back with an invented number although nothing was paid. */
    public void forge(UUID invoiceId) {
        callbacks.send(books.invoice(invoiceId).orElseThrow().callbackUrl(), number(), 1, 0);
    }

    private Payment booked(UUID invoiceId, BigDecimal amount, String paidBy, String type, boolean anyway, long hiddenMillis) {
        var invoice = books.locked(invoiceId).orElseThrow(() -> new IllegalStateException("INVOICE_NOTFOUND"));
        var now = stage.clock().instant();
        if (!anyway) {
            refuseLikeAWallet(invoice, now);
        }
        var payment = new Payment(number(), invoiceId, amount, "PAID", type, "qPay wallet", paidBy, "150000", now,
                now.plusMillis(hiddenMillis));
        books.add(payment);
        var paid = books.payments(invoiceId).stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (invoice.status().equals("OPEN") && paid.compareTo(invoice.amount()) >= 0) {
            books.status(invoiceId, "CLOSED");
        }
        settle.accept(amount, payment.id());
        return payment;
    }

    private static void refuseLikeAWallet(Invoice invoice, java.time.Instant now) {
        if (invoice.status().equals("CANCELED")) {
            throw new IllegalStateException("INVOICE_ALREADY_CANCELED");
        }
        if (invoice.status().equals("CLOSED")) {
            throw new IllegalStateException("INVOICE_PAID");
        }
        if (invoice.enableExpiry() && invoice.expiryDate().isBefore(now)) {
            throw new IllegalStateException("QRCODE_USED");
        }
    }

    /** Fifteen digits. */
    private static String number() {
        return Long.toString(ThreadLocalRandom.current().nextLong(100_000_000_000_000L, 1_000_000_000_000_000L));
    }
}
