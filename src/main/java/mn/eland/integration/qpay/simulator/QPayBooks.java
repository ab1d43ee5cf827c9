package mn.eland.integration.qpay.simulator;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The invoices and payments the simulated gateway remembers. */
public class QPayBooks {

    private final JdbcClient jdbc;

    public QPayBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An invoice of the gateway. */
    public record Invoice(UUID id, String code, String senderInvoiceNo, String branchCode, String receiverCode,
                          String description, BigDecimal amount, String callbackUrl, String status, boolean enableExpiry,
                          Instant expiryDate, String dueDate, boolean allowPartial, BigDecimal minimum,
                          boolean allowExceed, BigDecimal maximum, String note, String lines, String qrText,
                          String shortCode, Instant createdAt) {
    }

    /** @param visibleAt before this moment the payment exists but is not shown yet */
    public record Payment(String id, UUID invoiceId, BigDecimal amount, String status, String type, String wallet,
                          String paidBy, String bankCode, Instant paidAt, Instant visibleAt) {
    }

    void add(Invoice one) {
        jdbc.sql("""
                insert into simulators.qpay_invoices values
                  (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(one.id()).param(one.code()).param(one.senderInvoiceNo()).param(one.branchCode())
                .param(one.receiverCode()).param(one.description()).param(one.amount()).param(one.callbackUrl())
                .param(one.status()).param(one.enableExpiry()).param(at(one.expiryDate())).param(one.dueDate())
                .param(one.allowPartial()).param(one.minimum()).param(one.allowExceed()).param(one.maximum())
                .param(one.note()).param(one.lines()).param(one.qrText()).param(one.shortCode()).param(at(one.createdAt()))
                .update();
    }

    Optional<Invoice> locked(UUID id) {
        return jdbc.sql("select * from simulators.qpay_invoices where id = ? for update").param(id).query(QPayBooks::invoice).optional();
    }

    public Optional<Invoice> invoice(UUID id) {
        return jdbc.sql("select * from simulators.qpay_invoices where id = ?").param(id).query(QPayBooks::invoice).optional();
    }

    public Optional<Invoice> byQr(String qrText) {
        return jdbc.sql("select * from simulators.qpay_invoices where qr_text = ?").param(qrText).query(QPayBooks::invoice).optional();
    }

    public List<Invoice> newest(int limit) {
        return jdbc.sql("select * from simulators.qpay_invoices order by created_at desc, id limit ?").param(limit)
                .query(QPayBooks::invoice).list();
    }

    void status(UUID id, String status) {
        jdbc.sql("update simulators.qpay_invoices set status = ? where id = ?").param(status).param(id).update();
    }

    void add(Payment one) {
        jdbc.sql("insert into simulators.qpay_payments values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(one.id()).param(one.invoiceId()).param(one.amount()).param(one.status()).param(one.type())
                .param(one.wallet()).param(one.paidBy()).param(one.bankCode()).param(at(one.paidAt()))
                .param(at(one.visibleAt())).update();
    }

    void paymentStatus(String id, String status) {
        jdbc.sql("update simulators.qpay_payments set status = ? where id = ?").param(status).param(id).update();
    }

    Optional<Payment> payment(String id) {
        return jdbc.sql("select * from simulators.qpay_payments where id = ?").param(id).query(QPayBooks::payment).optional();
    }

    public List<Payment> payments(UUID invoiceId) {
        return jdbc.sql("select * from simulators.qpay_payments where invoice_id = ? order by paid_at, id").param(invoiceId)
                .query(QPayBooks::payment).list();
    }

    List<Payment> allPayments(int limit) {
        return jdbc.sql("select * from simulators.qpay_payments order by paid_at desc, id limit ?").param(limit)
                .query(QPayBooks::payment).list();
    }

    private static Invoice invoice(ResultSet row, int n) throws SQLException {
        return new Invoice(row.getObject("id", UUID.class), row.getString("invoice_code"), row.getString("sender_invoice_no"),
                row.getString("sender_branch_code"), row.getString("receiver_code"), row.getString("description"),
                row.getBigDecimal("amount"), row.getString("callback_url"), row.getString("status"),
                row.getBoolean("enable_expiry"), instant(row, "expiry_date"), row.getString("due_date"),
                row.getBoolean("allow_partial"), row.getBigDecimal("minimum_amount"), row.getBoolean("allow_exceed"),
                row.getBigDecimal("maximum_amount"), row.getString("note"), row.getString("lines"),
                row.getString("qr_text"), row.getString("short_code"), instant(row, "created_at"));
    }

    private static Payment payment(ResultSet row, int n) throws SQLException {
        return new Payment(row.getString("id"), row.getObject("invoice_id", UUID.class), row.getBigDecimal("amount"),
                row.getString("status"), row.getString("type"), row.getString("wallet"), row.getString("paid_by"),
                row.getString("bank_code"), instant(row, "paid_at"), instant(row, "visible_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
