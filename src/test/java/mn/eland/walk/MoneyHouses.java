package mn.eland.walk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import mn.eland.kernel.ElandClock;
import mn.eland.payment.spi.Bank;
import mn.eland.payment.spi.PaymentGateway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bank and the payment gateway, played from memory: what they are told they remember, and at times they are silent. */
final class MoneyHouses implements Bank, PaymentGateway {

    private static final class Bill {
        private final long amount;
        private final List<Payment> payments = new ArrayList<>();
        private boolean cancelled;

        private Bill(long amount) {
            this.amount = amount;
        }
    }

    private record Later(Instant at, long amount, String description, String account) {
    }

    private final ElandClock clock;
    private final JdbcClient jdbc;
    private final List<StatementLine> statement = new ArrayList<>();
    private final List<Later> coming = new ArrayList<>();
    private final Map<String, Bill> bills = new LinkedHashMap<>();
    private Mischance mischance = new Mischance(new Random(0));
    private long records;
    private long forgotten;

    MoneyHouses(ElandClock clock, JdbcClient jdbc) {
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** The statement begins with a new page; what stood before is only a sum. */
    void begin(Mischance next) {
        mischance = next;
        forgotten += statement.stream().mapToLong(StatementLine::amountTugrug).sum();
        statement.clear();
        coming.clear();
        bills.clear();
    }

    /** What lies in the escrow account. */
    long inEscrow() {
        return forgotten + statement.stream().mapToLong(StatementLine::amountTugrug).sum();
    }

    boolean isQuiet() {
        return coming.isEmpty();
    }

    /** Somebody transfers money to the escrow account. */
    void receives(long amount, String description, String fromIban) {
        line(amount, description, fromIban);
    }

    /** The same, but it takes a while. */
    void willReceive(Duration in, long amount, String description, String fromIban) {
        coming.add(new Later(clock.instant().plus(in), amount, description, fromIban));
    }

    /** Enters what was on its way. */
    void day() {
        var arrived = coming.stream().filter(one -> !clock.instant().isBefore(one.at)).toList();
        arrived.forEach(one -> line(one.amount, one.description, one.account));
        coming.removeAll(arrived);
    }

    /** Somebody scans the code and pays; the gateway hands the money on later. */
    void paysBill(String invoice) {
        var bill = bills.get(invoice);
        if (!bill.cancelled && bill.payments.isEmpty()) {
            var id = "P" + ++records;
            bill.payments.add(new Payment(id, bill.amount, clock.instant(), "Төлөгч", "1234****"));
            willReceive(Duration.ofHours(1 + mischance.random().nextInt(40)), bill.amount, "QPAY " + id, null);
        }
    }

    private StatementLine line(long amount, String description, String account) {
        long record = ++records;
        var line = new StatementLine(record, clock.instant(), amount, description, account, "J" + record, false);
        statement.add(line);
        return line;
    }

    @Override
    public Optional<AccountName> nameOf(String iban) {
        var holder = jdbc.sql("select coalesce(company_name, concat_ws(' ', parent_name, given_name)) from identity.parties where iban = ?")
                .param(iban).query(String.class).list().stream().findFirst().orElse("Хэн нэгэн");
        return Optional.of(new AccountName(iban, holder, "050000"));
    }

    @Override
    public TransferResult transfer(Transfer transfer) {
        if (mischance.strikes(0.03, "transfer " + transfer.description())) {
            return mischance.random().nextBoolean() ? new TransferResult(TransferResult.State.REFUSED, null, "played")
                    : new TransferResult(TransferResult.State.UNKNOWN, null, "played");
        }
        var booked = line(-transfer.amountTugrug(), transfer.marker() + " " + transfer.description(), transfer.toIban());
        return mischance.strikes(0.03, "answer " + transfer.description()) ? new TransferResult(TransferResult.State.UNKNOWN, null, "played")
                : new TransferResult(TransferResult.State.BOOKED, booked.journalNo(), null);
    }

    @Override
    public Optional<StatementLine> find(String marker, LocalDate since) {
        return statement.stream().filter(line -> line.amountTugrug() < 0 && line.description().contains(marker)).findFirst();
    }

    @Override
    public DayStatement statementOf(LocalDate day) {
        var lines = statement.stream().filter(line -> dayOf(line.at()).equals(day)).toList();
        if (lines.isEmpty()) {
            return new DayStatement(null, null, lines);
        }
        long opening = forgotten + statement.stream().filter(line -> dayOf(line.at()).isBefore(day)).mapToLong(StatementLine::amountTugrug).sum();
        return new DayStatement(opening, opening + lines.stream().mapToLong(StatementLine::amountTugrug).sum(), lines);
    }

    @Override
    public List<ListedPayment> paidOn(LocalDate day) {
        return bills.entrySet().stream().flatMap(bill -> bill.getValue().payments.stream()
                .map(one -> new ListedPayment(one.paymentId(), bill.getKey(), one.amountTugrug(), one.at())))
                .filter(one -> dayOf(one.at()).equals(day)).toList();
    }

    @Override
    public Optional<ListedPayment> payment(String paymentId) {
        if (mischance.strikes(0.03, "payment " + paymentId)) {
            throw new PaymentGateway.Unavailable("played", null);
        }
        return bills.entrySet().stream().flatMap(bill -> bill.getValue().payments.stream()
                .map(one -> new ListedPayment(one.paymentId(), bill.getKey(), one.amountTugrug(), one.at())))
                .filter(one -> one.paymentId().equals(paymentId)).findFirst();
    }

    private static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ElandClock.ULAANBAATAR);
    }

    @Override
    public List<StatementLine> statementAfter(long record) {
        return statement.stream().filter(line -> line.record() > record).toList();
    }

    @Override
    public Invoice createInvoice(String senderInvoiceNo, long amountTugrug, String description, String callbackUrl, Instant expiresAt) {
        if (mischance.strikes(0.05, "invoice " + senderInvoiceNo)) {
            throw new PaymentGateway.Unavailable("played", null);
        }
        var id = "Q" + ++records;
        bills.put(id, new Bill(amountTugrug));
        return new Invoice(id, "000201" + id, "iVBORw0KGgo=", List.of());
    }

    @Override
    public Invoice createServiceInvoice(String senderInvoiceNo, Service service, String callbackUrl, Instant expiresAt) {
        return createInvoice(senderInvoiceNo, service.grossTugrug(), service.description(), callbackUrl, expiresAt);
    }

    @Override
    public VatReceipt vatReceipt(String paymentId, boolean company, String receiver) {
        if (mischance.strikes(0.2, "vat receipt " + paymentId)) {
            throw new PaymentGateway.Unavailable("played", null);
        }
        return new VatReceipt("V" + ++records, 0, 0, company ? null : "AB 12345678", "4");
    }

    @Override
    public PaymentState check(String invoiceId) {
        if (mischance.strikes(0.03, "check " + invoiceId)) {
            throw new PaymentGateway.Unavailable("played", null);
        }
        var payments = List.copyOf(bills.get(invoiceId).payments);
        return new PaymentState(payments.stream().mapToLong(Payment::amountTugrug).sum(), payments);
    }

    @Override
    public boolean cancel(String invoiceId) {
        if (mischance.strikes(0.03, "cancel " + invoiceId)) {
            throw new PaymentGateway.Unavailable("played", null);
        }
        var bill = bills.get(invoiceId);
        bill.cancelled = true;
        return bill.payments.isEmpty();
    }
}
