package mn.eland.sale.burden;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps which sale was looked at on which day, and the burdens that were found. */
@Repository
class BurdenStore {

    /** Between the deposit and the entry of the new owner. */
    private static final String UNDER_WAY = " ended_at is null and stage in ('FUNDING', 'NOTARY', 'TAX', 'REGISTRATION') ";

    private final JdbcClient jdbc;
    private final ElandClock clock;

    BurdenStore(JdbcClient jdbc, ElandClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Sales under way that nobody has looked at on this day. */
    List<CaseRef> due(LocalDate day) {
        return jdbc.sql("select number from sale.sales s where" + UNDER_WAY
                        + "and not exists (select from sale.burden_looks l where l.sale = s.number and l.day >= ?) order by number")
                .param(day).query((row, n) -> CaseRef.of(row.getString(1))).list();
    }

    /** @return false when somebody else looks at it on this day */
    boolean claim(CaseRef sale, LocalDate day) {
        return jdbc.sql("""
                insert into sale.burden_looks as l (sale, day) values (?, ?)
                on conflict (sale) do update set day = excluded.day where l.day < excluded.day""").params(sale.number(), day).update() == 1;
    }

    /** Holds the sale, so that it does not end or move on in the same moment. */
    boolean isUnderWay(CaseRef sale) {
        return jdbc.sql("select number from sale.sales where number = ? and" + UNDER_WAY + "for update").param(sale.number()).query(String.class)
                .optional().isPresent();
    }

    /** @return false when one is open already */
    boolean open(CaseRef sale, String code, Instant until) {
        return jdbc.sql("""
                insert into sale.burdens (sale, code, state, found_at, until) values (?, ?, 'OPEN', ?, ?)
                on conflict (sale) where state = 'OPEN' do nothing""").params(sale.number(), code, now(), Timestamp.from(until)).update() == 1;
    }

    Optional<Burden> open(CaseRef sale) {
        return jdbc.sql("select * from sale.burdens where sale = ? and state = 'OPEN'").param(sale.number())
                .query((row, n) -> new Burden(row.getLong("id"), row.getString("code"), row.getString("state"),
                        row.getTimestamp("found_at").toInstant(), row.getTimestamp("until").toInstant())).optional();
    }

    void answered(Burden burden, Actor by, String note) {
        jdbc.sql("update sale.burdens set answered_by = ?, note = ? where id = ?").params(by.party().value(), note, burden.id()).update();
    }

    /** @return false when none was open */
    boolean close(CaseRef sale, String state) {
        return jdbc.sql("update sale.burdens set state = ?, ended_at = ? where sale = ? and state = 'OPEN'").params(state, now(), sale.number())
                .update() == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
