package mn.eland.payment.vat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.payment.VatPayer;
import mn.eland.payment.VatReceiptView;
import mn.eland.payment.spi.PaymentGateway.VatReceipt;
import mn.eland.store.vault.SealedColumn;
import mn.eland.store.vault.SealedColumns;
import mn.eland.store.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of VAT receipts: asked for with the payment, made by the gateway afterwards. */
@Component
class VatReceiptStore implements SealedColumns {

    private final JdbcClient jdbc;
    private final ElandClock clock;
    private final Vault vault;

    VatReceiptStore(JdbcClient jdbc, ElandClock clock, Vault vault) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.vault = vault;
    }

    /** A payment whose receipt is missing. */
    record Due(String paymentId, CaseRef caseRef, PartyId payer, VatPayer named, int tries) {
    }

    void due(String paymentId, UUID collection) {
        jdbc.sql("insert into payment.vat_receipts (payment_id, collection_id, next_try_at) values (?, ?, ?) on conflict do nothing")
                .params(paymentId, collection, now()).update();
    }

    List<Due> due() {
        return jdbc.sql("""
                select v.payment_id, v.tries, c.case_no, c.payer, c.vat_company, c.vat_number, c.id
                from payment.vat_receipts v join payment.collections c on c.id = v.collection_id
                where v.issued_at is null and v.next_try_at <= ? order by v.next_try_at limit 50""").param(now())
                .query((row, n) -> new Due(row.getString("payment_id"), CaseRef.of(row.getString("case_no")),
                        new PartyId(row.getObject("payer", UUID.class)),
                        new VatPayer(row.getBoolean("vat_company"), vault.open(row.getString("vat_number"), VatPayer.SEALED.place(row.getObject("id")))), row.getInt("tries"))).list();
    }

    void failed(Due due, Duration pause, String error) {
        jdbc.sql("update payment.vat_receipts set tries = tries + 1, next_try_at = ?, last_error = ? where payment_id = ?")
                .params(Timestamp.from(clock.instant().plus(pause)), error, due.paymentId()).update();
    }

    void hurry() {
        jdbc.sql("update payment.vat_receipts set next_try_at = ? where issued_at is null and next_try_at > ?").params(now(), now()).update();
    }

    /** @return false when it was kept before */
    boolean keep(Due due, VatReceipt made, Instant at) {
        return jdbc.sql("""
                update payment.vat_receipts set tries = tries + 1, last_error = null, number = ?, amount = ?, vat = ?, lottery = ?,
                    qr_data = ?, issued_at = ? where payment_id = ? and issued_at is null""")
                .params(made.number(), made.amountTugrug(), made.vatTugrug(), made.lottery(), made.qrData(), Timestamp.from(at),
                        due.paymentId()).update() == 1;
    }

    Optional<VatReceiptView> of(UUID collection) {
        return jdbc.sql("select * from payment.vat_receipts where collection_id = ? order by payment_id limit 1").param(collection)
                .query((row, n) -> new VatReceiptView(row.getString("number"), Money.of(row.getLong("amount")), Money.of(row.getLong("vat")),
                        row.getString("lottery"), row.getString("qr_data"),
                        row.getTimestamp("issued_at") == null ? null : row.getTimestamp("issued_at").toInstant())).optional();
    }

    void forget(Instant issuedBefore) {
        jdbc.sql("update payment.vat_receipts set lottery = null, qr_data = null where issued_at < ? and qr_data is not null")
                .param(Timestamp.from(issuedBefore)).update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(VatPayer.SEALED);
    }
}
