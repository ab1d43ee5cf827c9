package mn.eland.payment.spi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Payment by QR code. */
public interface PaymentGateway {

    /** Makes a payable invoice. The gateway makes a second one for the same number, so the caller keeps the id. */
    Invoice createInvoice(String senderInvoiceNo, long amountTugrug, String description, String callbackUrl, Instant expiresAt);

    /** Makes a payable invoice for a service of ours, whose payment gets a VAT receipt. */
    Invoice createServiceInvoice(String senderInvoiceNo, Service service, String callbackUrl, Instant expiresAt);

    /**
     * Makes the VAT receipt of a payment on such an invoice.
     *
     * @param receiver phone of a person, register number of a company
     */
    VatReceipt vatReceipt(String paymentId, boolean company, String receiver);

    /** What was paid on the invoice. */
    PaymentState check(String invoiceId);

    /** Harmless when it is cancelled already. False when it was paid before. */
    boolean cancel(String invoiceId);

    /** Every payment the merchant received on a day, by the gateway's own list. One question a day; not for polling. */
    List<ListedPayment> paidOn(LocalDate day);

    /** A payment by its number; empty when the gateway knows none, or none that is paid. */
    Optional<ListedPayment> payment(String paymentId);

    record ListedPayment(String paymentId, String invoiceId, long amountTugrug, Instant at) {
    }

    /** @param grossTugrug with VAT */
    record Service(String description, long grossTugrug, long vatTugrug) {
    }

    /** @param number of 33 digits; @param lottery null for a company */
    record VatReceipt(String number, long amountTugrug, long vatTugrug, String lottery, String qrData) {
    }

    record Invoice(String id, String qrText, String qrImageBase64, List<Link> links) {
    }

    record Link(String name, String description, String logo, String link) {
    }

    record PaymentState(long paidTugrug, List<Payment> payments) {
    }

    record Payment(String paymentId, long amountTugrug, Instant at, String payerName, String payerAccount) {
    }

    /** No answer, or an error of the gateway's own; ask again later. */
    final class Unavailable extends RuntimeException {
        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
