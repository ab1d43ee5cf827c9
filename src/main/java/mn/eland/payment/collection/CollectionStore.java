package mn.eland.payment.collection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.payment.Payments.BankLink;
import mn.eland.payment.Payments.Purpose;
import mn.eland.payment.Payments.QrInvoice;
import mn.eland.payment.VatPayer;
import mn.eland.store.reading.Reads;
import mn.eland.store.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of collections and their invoices. */
@Component
class CollectionStore {

    private static final Reads OF_CASE = Reads.of("payment.collections");
    private final JdbcClient jdbc;
    private final ElandClock clock;
    private final ObjectMapper json;
    private final Vault vault;

    CollectionStore(JdbcClient jdbc, ElandClock clock, ObjectMapper json, Vault vault) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
        this.vault = vault;
    }

    /** An invoice at the gateway. */
    record InvoiceRow(String id, Money amount, boolean open, QrInvoice qr) {
    }

    void insert(CollectionRow row) {
        jdbc.sql("""
                insert into payment.collections (id, case_no, purpose, payer, amount, pay_by, state, reference, callback_token, opened_at)
                values (?, ?, ?, ?, ?, ?, 'OPEN', ?, ?, ?)""")
                .params(row.id(), row.caseRef().number(), row.purpose().name(), row.payer().value(), row.amount().tugrug(),
                        Timestamp.from(row.payBy()), row.reference(), row.callbackToken(), now()).update();
    }

    /** What is VAT in the sum. */
    Money vat(UUID id) {
        return Money.of(jdbc.sql("select coalesce(vat, 0) from payment.collections where id = ?").param(id).query(Long.class).single());
    }

    void offer(UUID id, Money vat, VatPayer payer) {
        jdbc.sql("update payment.collections set vat = ?, vat_company = ?, vat_number = ? where id = ?")
                .params(vat.tugrug(), payer.company(), vault.seal(payer.number(), VatPayer.SEALED.place(id)), id).update();
    }

    void reopen(UUID id, Money amount, Instant payBy) {
        jdbc.sql("""
                update payment.collections set pay_by = ?, amount = ?,
                       state = case when received >= ? then 'FUNDED' else 'OPEN' end where id = ?""")
                .params(Timestamp.from(payBy), amount.tugrug(), amount.tugrug(), id).update();
    }

    void count(UUID id, Money accepted) {
        jdbc.sql("""
                update payment.collections set received = received + ?, state = case when received + ? = amount then 'FUNDED' else state end
                where id = ?""").params(accepted.tugrug(), accepted.tugrug(), id).update();
    }

    /** Nobody makes a new invoice for it from now on; what is on its way still counts. */
    void endTerm(UUID id, Instant now) {
        jdbc.sql("update payment.collections set pay_by = least(pay_by, ?) where id = ?").params(Timestamp.from(now), id).update();
    }

    void lapse(UUID id) {
        jdbc.sql("update payment.collections set state = 'LAPSED', check_at = null where id = ? and state = 'OPEN'").param(id).update();
    }

    Optional<CollectionRow> locked(CaseRef caseRef, Purpose purpose) {
        return jdbc.sql("select * from payment.collections where case_no = ? and purpose = ? for update")
                .params(caseRef.number(), purpose.name()).query(CollectionRow::of).optional();
    }

    Optional<CollectionRow> lockedByReference(String reference) {
        return jdbc.sql("select * from payment.collections where reference = ? for update").param(reference)
                .query(CollectionRow::of).optional();
    }

    /** What a bank transfer to the deal's own account may be for, oldest first. */
    List<CollectionRow> lockedForTransfer(CaseRef caseRef) {
        return jdbc.sql("select * from payment.collections where case_no = ? and purpose <> 'COMMISSION' order by opened_at, purpose desc for update")
                .param(caseRef.number()).query(CollectionRow::of).list();
    }

    Optional<CollectionRow> locked(UUID id) {
        return jdbc.sql("select * from payment.collections where id = ? for update").param(id).query(CollectionRow::of).optional();
    }

    Optional<CollectionRow> find(CaseRef caseRef, Purpose purpose) {
        return jdbc.sql("select * from payment.collections where case_no = ? and purpose = ?")
                .params(caseRef.number(), purpose.name()).query(CollectionRow::of).optional();
    }

    Optional<CollectionRow> byToken(String token) {
        return jdbc.sql("select * from payment.collections where callback_token = ?").param(token).query(CollectionRow::of).optional();
    }

    /** The only open collection that lacks exactly this amount and whose payer's account this is. */
    Optional<CollectionRow> byAmountAndAccount(Money amount, String account) {
        var fitting = jdbc.sql("""
                select c.* from payment.collections c
                join payment.beneficiaries b on b.case_no = c.case_no and b.payee = 'BUYER' and b.iban = ?
                where c.state = 'OPEN' and c.purpose <> 'COMMISSION' and c.amount - c.received = ? limit 2""")
                .params(account, amount.tugrug()).query(CollectionRow::of).list();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    List<CollectionRow> ofCase(CaseRef caseRef) {
        return OF_CASE.once(caseRef, () -> jdbc.sql("select * from payment.collections where case_no = ? order by opened_at, purpose desc")
                .param(caseRef.number()).query(CollectionRow::of).list());
    }

    /** Asks again after this while; hints come before the payment can be seen. */
    void checkLater(UUID id, Duration after, int left) {
        jdbc.sql("update payment.collections set check_at = ?, checks_left = ? where id = ?")
                .params(Timestamp.from(clock.instant().plus(after)), left, id).update();
    }

    void checked(UUID id) {
        jdbc.sql("update payment.collections set check_at = null, checks_left = 0 where id = ?").param(id).update();
    }

    /** Takes the pause away from those that are to be asked for again, and counts no check for it. */
    void hurryChecks(int most) {
        jdbc.sql("update payment.collections set check_at = ?, checks_left = least(checks_left + 1, ?) where check_at > ?").params(now(), most, now()).update();
    }

    List<CollectionRow> dueForCheck() {
        return jdbc.sql("select * from payment.collections where check_at <= ? order by check_at limit 50").param(now())
                .query(CollectionRow::of).list();
    }

    List<InvoiceRow> invoices(UUID collection) {
        return jdbc.sql("select * from payment.invoices where collection_id = ? order by made_at").param(collection)
                .query((row, n) -> new InvoiceRow(row.getString("id"), Money.of(row.getLong("amount")),
                        row.getString("state").equals("OPEN"), new QrInvoice(row.getString("id"), row.getString("qr_text"),
                        row.getString("qr_image"), links(row.getString("links"))))).list();
    }

    Optional<UUID> byInvoice(String invoice) {
        return jdbc.sql("select collection_id from payment.invoices where id = ?").param(invoice).query(UUID.class).optional();
    }

    Optional<InvoiceRow> openInvoice(UUID collection) {
        return invoices(collection).stream().filter(InvoiceRow::open).findFirst();
    }

    /** False when somebody else has stored one meanwhile. */
    boolean keep(UUID collection, Money amount, QrInvoice qr) {
        return jdbc.sql("""
                insert into payment.invoices (id, collection_id, amount, qr_text, qr_image, links, state, made_at)
                values (?, ?, ?, ?, ?, ?::jsonb, 'OPEN', ?) on conflict do nothing""")
                .params(qr.invoiceId(), collection, amount.tugrug(), qr.qrText(), qr.qrImage(), write(qr.links()), now()).update() == 1;
    }

    void cancelled(String invoice) {
        jdbc.sql("update payment.invoices set state = 'CANCELLED' where id = ?").param(invoice).update();
    }

    private List<BankLink> links(String text) {
        try {
            return json.readValue(text, new TypeReference<>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(List<BankLink> links) {
        try {
            return json.writeValueAsString(links);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
