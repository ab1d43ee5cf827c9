package mn.eland.walk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.CaseRef;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the ledger says of one case. */
final class Books {

    final long received;
    final long deposit;
    private final Map<String, Long> moved = new HashMap<>();
    private final Map<String, Long> balances = new HashMap<>();
    private final long sum;

    Books(JdbcClient sql, CaseRef caseRef) {
        var number = caseRef.number();
        sql.sql("""
                select j.kind, sum(p.amount) filter (where p.amount > 0), sum(p.amount) from payment.journals j
                join payment.postings p on p.journal_id = j.id where j.case_no = ? group by j.kind""").param(number)
                .query(row -> {
                    moved.put(row.getString(1), row.getLong(2));
                    balances.merge("sum", row.getLong(3), Long::sum);
                });
        sum = balances.getOrDefault("sum", 0L);
        balances.clear();
        var paths = List.of("2110 / " + number, "2120 / " + number, "2130 / " + number + " / buyer", "2130 / " + number + " / seller",
                "2130 / " + number + " / dispute", "2160 / " + number, "2210 / " + number, "2220 / " + number, "2230 / " + number, "2240 / " + number,
                "2250 / " + number, "2260 / " + number);
        sql.sql("""
                select a.code, -sum(b.amount) from payment.accounts a join payment.balances b on b.account_id = a.id
                where a.path in (:paths) group by a.code""").param("paths", paths)
                .query(row -> {
                    balances.put(row.getString(1), row.getLong(2));
                });
        received = sql.sql("select coalesce(sum(received), 0) from payment.collections where case_no = ?").param(number).query(Long.class).single();
        deposit = sql.sql("select coalesce(sum(received), 0) from payment.collections where case_no = ? and purpose = 'DEPOSIT'")
                .param(number).query(Long.class).single();
    }

    boolean isBalanced() {
        return sum == 0;
    }

    long moved(String... kinds) {
        return List.of(kinds).stream().mapToLong(kind -> moved.getOrDefault(kind, 0L)).sum();
    }

    long balance(String code) {
        return balances.getOrDefault(code, 0L);
    }

    long frozen() {
        return balance("2130");
    }

    /** Everything but what is frozen. */
    long left() {
        return balances.values().stream().mapToLong(Long::longValue).sum() - frozen();
    }

    @Override
    public String toString() {
        return "received " + received + ", moved " + moved + ", balances " + balances;
    }
}
