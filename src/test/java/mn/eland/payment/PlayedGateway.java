package mn.eland.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mn.eland.kernel.ElandClock;
import mn.eland.payment.spi.PaymentGateway;

/** A gateway that makes a new invoice for each request and knows what was paid. */
class PlayedGateway implements PaymentGateway {

    private final ElandClock clock;
    private final Map<String, List<Payment>> paid = new LinkedHashMap<>();
    final Map<String, Long> amounts = new LinkedHashMap<>();
    final Map<String, String> callbacks = new LinkedHashMap<>();
    final Set<String> cancelled = new HashSet<>();
    final Map<String, Service> services = new LinkedHashMap<>();
    final List<String> named = new ArrayList<>();
    /** Payments that nobody can see yet. */
    final Set<String> unseen = new HashSet<>();
    boolean down;
    boolean taxOfficeDown;

    PlayedGateway(ElandClock clock) {
        this.clock = clock;
    }

    void reset() {
        paid.clear();
        amounts.clear();
        callbacks.clear();
        cancelled.clear();
        services.clear();
        named.clear();
        unseen.clear();
        down = false;
        taxOfficeDown = false;
    }

    /** Somebody pays the invoice, whatever its state. */
    String pays(String invoice, long amount) {
        var id = UUID.randomUUID().toString();
        paid.get(invoice).add(new Payment(id, amount, clock.instant(), "Баярын Энхжин", "1234****"));
        return id;
    }

    @Override
    public Invoice createInvoice(String senderInvoiceNo, long amountTugrug, String description, String callbackUrl, Instant expiresAt) {
        answer();
        var id = UUID.randomUUID().toString();
        paid.put(id, new ArrayList<>());
        amounts.put(id, amountTugrug);
        callbacks.put(id, callbackUrl);
        return new Invoice(id, "000201" + id, "iVBORw0KGgo=", List.of(new Link("Khan bank", "Хаан банк", "https://qpay.mn/khan.png", "khanbank://q?qPay_QRcode=" + id)));
    }

    @Override
    public Invoice createServiceInvoice(String senderInvoiceNo, Service service, String callbackUrl, Instant expiresAt) {
        var made = createInvoice(senderInvoiceNo, service.grossTugrug(), service.description(), callbackUrl, expiresAt);
        services.put(made.id(), service);
        return made;
    }

    @Override
    public VatReceipt vatReceipt(String paymentId, boolean company, String receiver) {
        if (taxOfficeDown) {
            throw new Unavailable("EBARIMT is busy", null);
        }
        named.add(receiver);
        var invoice = paid.entrySet().stream().filter(entry -> entry.getValue().stream().anyMatch(one -> one.paymentId().equals(paymentId)))
                .map(Map.Entry::getKey).findFirst().orElseThrow();
        return new VatReceipt("3".repeat(20) + paymentId.replaceAll("\\D", "").substring(0, 10), services.get(invoice).grossTugrug(),
                services.get(invoice).vatTugrug(), company ? null : "AB 12345678", "4".repeat(60));
    }

    @Override
    public PaymentState check(String invoiceId) {
        answer();
        var payments = paid.getOrDefault(invoiceId, List.of()).stream().filter(one -> !unseen.contains(one.paymentId())).toList();
        return new PaymentState(payments.stream().mapToLong(Payment::amountTugrug).sum(), payments);
    }

    @Override
    public boolean cancel(String invoiceId) {
        answer();
        cancelled.add(invoiceId);
        return paid.getOrDefault(invoiceId, List.of()).isEmpty();
    }

    @Override
    public List<ListedPayment> paidOn(LocalDate day) {
        answer();
        return paid.entrySet().stream().flatMap(entry -> entry.getValue().stream()
                .map(one -> new ListedPayment(one.paymentId(), entry.getKey(), one.amountTugrug(), one.at())))
                .filter(one -> LocalDate.ofInstant(one.at(), ElandClock.ULAANBAATAR).equals(day)).toList();
    }

    @Override
    public Optional<ListedPayment> payment(String paymentId) {
        answer();
        return paid.entrySet().stream().flatMap(entry -> entry.getValue().stream()
                .map(one -> new ListedPayment(one.paymentId(), entry.getKey(), one.amountTugrug(), one.at())))
                .filter(one -> one.paymentId().equals(paymentId) && !unseen.contains(paymentId)).findFirst();
    }

    private void answer() {
        if (down) {
            throw new Unavailable("the gateway does not answer", null);
        }
    }
}
