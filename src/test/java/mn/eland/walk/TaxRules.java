package mn.eland.walk;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tax on the price (9A.9): paid once, out of the price or by the seller, as the seller chose and could show. */
final class TaxRules {

    private static final long FLAT_OF_A_RESIDENT = 2;
    private static final long FLAT_OF_ANOTHER = 20;

    /** @param bySeller the last choice; @param given a receipt was taken; @param amount what it was for; @param gaveUp the escrow pays after all */
    private record Facts(long price, boolean resident, boolean bySeller, long given, long amount, boolean gaveUp, boolean shownTwice) {

        long tax() {
            return mn.eland.kernel.Money.of(price).percent(resident ? FLAT_OF_A_RESIDENT : FLAT_OF_ANOTHER).tugrug();
        }
    }

    private final JdbcClient sql;

    TaxRules(JdbcClient sql) {
        this.sql = sql;
    }

    void check(WalkingDeal deal, boolean sold, Books books, List<String> faults) {
        var facts = facts(deal);
        long fromPrice = books.moved("TAX_PAID");
        var which = " " + facts;
        if (facts.given > 1 || facts.given == 1 && (fromPrice > 0 || !facts.bySeller || !facts.resident || facts.amount != facts.tax())) {
            faults.add("the seller has paid the tax otherwise than chosen and once" + which);
        }
        if (sold && facts.given == 0 && fromPrice != facts.tax() || fromPrice > 0 && fromPrice != facts.tax()) {
            faults.add("the tax was not paid once out of the price" + which);
        }
        if (fromPrice > 0 && facts.bySeller && facts.resident && !facts.gaveUp) {
            faults.add("the seller would have paid the tax" + which);
        }
        if (facts.shownTwice) {
            faults.add("one receipt has paid the tax of two sales" + which);
        }
    }

    private Facts facts(WalkingDeal deal) {
        return sql.sql("""
                select s.price_mnt, (select p.kind not in ('PERSON', 'FOREIGN_PERSON') or p.resident from identity.parties p where p.id = s.seller), coalesce(c.by_seller, false),
                    (select count(*) from sale.tax_receipts r where r.sale = s.number and r.state = 'ACCEPTED'),
                    (select coalesce(max(r.amount_mnt), 0) from sale.tax_receipts r where r.sale = s.number and r.state = 'ACCEPTED'),
                    exists (select from sale.timeline t where t.sale = s.number and t.what in ('taxUnshown', 'taxFromEscrow') and t.at >= c.chosen_at),
                    exists (select from sale.tax_receipts r join sale.tax_receipts o on o.receipt_no = r.receipt_no and o.sale <> r.sale
                        where r.sale = s.number and r.state = 'ACCEPTED' and o.state = 'ACCEPTED')
                from sale.sales s left join sale.tax_choices c on c.sale = s.number where s.number = ?""").param(deal.caseRef().number())
                .query((row, n) -> new Facts(row.getLong(1), row.getBoolean(2), row.getBoolean(3), row.getLong(4), row.getLong(5), row.getBoolean(6),
                        row.getBoolean(7))).single();
    }
}
