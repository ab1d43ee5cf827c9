package mn.eland.sale.tax;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Optional;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.sale.tax.TaxReceipts.NewReceipt;
import mn.eland.sale.tax.TaxView.Receipt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps who pays the tax of a sale, and the receipts that were shown; the files themselves are kept under their hashes. */
@Repository
class TaxReceiptStore {

    private final JdbcClient jdbc;
    private final ElandClock clock;

    TaxReceiptStore(JdbcClient jdbc, ElandClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void choose(CaseRef sale, boolean bySeller) {
        jdbc.sql("""
                insert into sale.tax_choices (sale, by_seller, chosen_at) values (?, ?, ?)
                on conflict (sale) do update set by_seller = excluded.by_seller, chosen_at = excluded.chosen_at""")
                .params(sale.number(), bySeller, now()).update();
    }

    boolean isBySeller(CaseRef sale) {
        return jdbc.sql("select by_seller from sale.tax_choices where sale = ?").param(sale.number()).query(Boolean.class).optional().orElse(false);
    }

    void show(Actor seller, CaseRef sale, NewReceipt receipt, Money amount, String sha256) {
        jdbc.sql("""
                insert into sale.tax_receipts (sale, receipt_no, paid_on, amount_mnt, type, sha256, state, shown_by, shown_at)
                values (?, ?, ?, ?, ?, ?, 'WAITING', ?, ?)""")
                .params(sale.number(), receipt.number().strip(), receipt.paidOn(), amount.tugrug(), receipt.type(), sha256,
                        seller.party().value(), now()).update();
    }

    Optional<Receipt> last(CaseRef sale) {
        return jdbc.sql("select * from sale.tax_receipts where sale = ? order by id desc limit 1").param(sale.number())
                .query(TaxReceiptStore::receipt).optional();
    }

    /** True when this receipt, or the very same file, has paid the tax of another sale. */
    boolean isUsed(Receipt receipt) {
        return jdbc.sql("select exists (select from sale.tax_receipts where (receipt_no = ? or sha256 = ?) and state = 'ACCEPTED' and id <> ?)")
                .params(receipt.number(), receipt.sha256(), receipt.id()).query(Boolean.class).single();
    }

    void answer(Actor officer, Receipt receipt, boolean accepted, String reason) {
        jdbc.sql("update sale.tax_receipts set state = ?, reason = ?, answered_by = ?, answered_at = ? where id = ?")
                .params(accepted ? "ACCEPTED" : "SENT_BACK", accepted ? null : reason, officer.party().value(), now(), receipt.id()).update();
    }

    /** Nothing is taken from the price for the tax: it is the seller's. */
    void settleWithoutTax(CaseRef sale, Money net) {
        jdbc.sql("update sale.settlements set tax_mnt = 0, seller_net_mnt = ? where sale = ?").params(net.tugrug(), sale.number()).update();
    }

    private static Receipt receipt(ResultSet row, int number) throws SQLException {
        return new Receipt(row.getLong("id"), row.getString("receipt_no"), row.getObject("paid_on", LocalDate.class),
                Money.of(row.getLong("amount_mnt")), row.getString("type"), row.getString("sha256"), row.getString("state"),
                row.getString("reason"), row.getTimestamp("shown_at").toInstant());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
