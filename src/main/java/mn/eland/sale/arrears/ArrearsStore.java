package mn.eland.sale.arrears;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of late balances. */
@Component
class ArrearsStore {

    private final JdbcClient jdbc;

    ArrearsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A late balance and the interest counted so far.
     *
     * @param owed  part of the price that was missing when it fell due
     * @param rate  agreed part of one a day
     */
    record Delay(CaseRef sale, Instant dueAt, Instant extraUntil, Money owed, boolean agreed, double rate, long countedDays,
                 Money interest, String state) {

        Delay counted(long days, Money more) {
            return new Delay(sale, dueAt, extraUntil, owed, agreed, rate, days, more, state);
        }

        boolean isOpen() {
            return state.equals("OPEN");
        }
    }

    /** Opening again harms nothing. */
    void open(Delay delay) {
        jdbc.sql("""
                insert into sale.arrears (sale, due_at, owed_mnt, agreed, rate_per_day, counted_days, interest_mnt, state)
                values (?, ?, ?, ?, ?, 0, 0, 'OPEN') on conflict (sale) do nothing""")
                .params(delay.sale().number(), Timestamp.from(delay.dueAt()), delay.owed().tugrug(), delay.agreed(), delay.rate()).update();
    }

    void granted(CaseRef sale, Instant until) {
        jdbc.sql("update sale.arrears set extra_until = ? where sale = ?").params(Timestamp.from(until), sale.number()).update();
    }

    void save(Delay delay) {
        jdbc.sql("update sale.arrears set counted_days = ?, interest_mnt = ? where sale = ?")
                .params(delay.countedDays(), delay.interest().tugrug(), delay.sale().number()).update();
    }

    void end(CaseRef sale, String state) {
        jdbc.sql("update sale.arrears set state = ? where sale = ?").params(state, sale.number()).update();
    }

    Optional<Delay> find(CaseRef sale) {
        return jdbc.sql("select * from sale.arrears where sale = ?").param(sale.number()).query((row, n) -> {
            var until = row.getTimestamp("extra_until");
            return new Delay(sale, row.getTimestamp("due_at").toInstant(), until == null ? null : until.toInstant(),
                    Money.of(row.getLong("owed_mnt")), row.getBoolean("agreed"), row.getDouble("rate_per_day"),
                    row.getLong("counted_days"), Money.of(row.getLong("interest_mnt")), row.getString("state"));
        }).optional();
    }
}
