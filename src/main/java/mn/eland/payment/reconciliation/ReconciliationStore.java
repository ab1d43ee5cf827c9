package mn.eland.payment.reconciliation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.payment.collection.Findings;
import mn.eland.payment.reconciliation.Reconciliation.DayView;
import mn.eland.payment.reconciliation.Reconciliation.DifferenceView;
import mn.eland.payment.spi.Bank.DayStatement;
import mn.eland.payment.spi.Bank.StatementLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Results of the comparisons, one for each day; comparing again replaces a result, never what officers wrote. */
@Component
class ReconciliationStore {

    private final JdbcClient jdbc;
    private final ElandClock clock;
    private final Findings findings;

    ReconciliationStore(JdbcClient jdbc, ElandClock clock, Findings findings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.findings = findings;
    }

    @Transactional
    public void keep(LocalDate day, DayStatement statement, int payments, List<Difference> differences, String ranBy) {
        var amounts = statement.lines().stream().mapToLong(StatementLine::amountTugrug).toArray();
        long in = java.util.Arrays.stream(amounts).filter(amount -> amount > 0).sum();
        long out = -java.util.Arrays.stream(amounts).filter(amount -> amount < 0).sum();
        jdbc.sql("""
                insert into payment.reconciliations (day, opening, money_in, money_out, closing, lines, payments, ran_at, ran_by_name)
                values (:day, :opening, :in, :out, :closing, :lines, :payments, :now, :by)
                on conflict (day) do update set opening = :opening, money_in = :in, money_out = :out, closing = :closing,
                    lines = :lines, payments = :payments, ran_at = :now, ran_by_name = :by""")
                .param("day", Date.valueOf(day)).param("opening", statement.openingTugrug()).param("in", in).param("out", out)
                .param("closing", statement.closingTugrug()).param("lines", amounts.length).param("payments", payments)
                .param("now", Timestamp.from(clock.instant())).param("by", ranBy).update();
        jdbc.sql("delete from payment.reconciliation_differences where day = ?").param(Date.valueOf(day)).update();
        for (int n = 0; n < differences.size(); n++) {
            keep(day, n + 1, differences.get(n));
        }
    }

    private void keep(LocalDate day, int line, Difference difference) {
        long finding = difference.line() != null
                ? findings.ofLine(difference.line(), difference.problem(), difference.expected())
                : findings.withoutLine(difference.problem(), difference.reference(), difference.amount(), difference.expected());
        jdbc.sql("""
                insert into payment.reconciliation_differences (day, line, problem, reference, expected, found, case_no, purpose, finding)
                select cast(? as date), ?, ?, ?, cast(? as bigint), cast(? as bigint), c.case_no, c.purpose, ? from (select 1) as one
                left join payment.invoices i on i.id = cast(? as text) left join payment.collections c on c.id = i.collection_id""")
                .params(Date.valueOf(day), line, difference.problem().name(), difference.reference(), difference.expected(),
                        difference.found(), finding, difference.invoice()).update();
    }

    /** What the account had at the end of the last day with a line, when every day since was compared after it was over. */
    Optional<Long> closedBefore(LocalDate day) {
        return jdbc.sql("""
                select closing from payment.reconciliations r
                where day < cast(:day as date) and closing is not null and (select count(*) from payment.reconciliations later
                    where later.day >= r.day and later.day < cast(:day as date) and later.ran_at >= (later.day + 1)::timestamp at time zone 'Asia/Ulaanbaatar') = cast(:day as date) - r.day
                order by day desc limit 1""")
                .param("day", day).query(Long.class).optional();
    }

    boolean isDone(LocalDate day) {
        return jdbc.sql("select exists (select 1 from payment.reconciliations where day = ? and ran_at >= ?)")
                .params(day, Timestamp.from(day.plusDays(1).atStartOfDay(ElandClock.ULAANBAATAR).toInstant())).query(Boolean.class).single();
    }

    Optional<LocalDate> first() {
        return jdbc.sql("select day from payment.reconciliations order by day limit 1").query((row, n) -> row.getObject(1, LocalDate.class))
                .optional();
    }

    List<DayView> days() {
        return jdbc.sql(DAYS + " group by r.day order by r.day desc limit 62").query(ReconciliationStore::day).list();
    }

    Optional<DayView> day(LocalDate day) {
        return jdbc.sql(DAYS + " where r.day = ? group by r.day").param(Date.valueOf(day)).query(ReconciliationStore::day).optional();
    }

    private static final String DAYS = """
            select r.*, count(d.line) as differences, count(d.line) filter (where f.cleared_at is null) as open
            from payment.reconciliations r left join payment.reconciliation_differences d on d.day = r.day
            left join payment.statement_findings f on f.record = d.finding""";

    List<DifferenceView> differences(LocalDate day) {
        return jdbc.sql("""
                select d.*, f.cleared_at, f.note, f.cleared_name from payment.reconciliation_differences d
                join payment.statement_findings f on f.record = d.finding where d.day = ? order by d.line""")
                .param(Date.valueOf(day)).query((row, n) -> new DifferenceView(row.getString("problem"), row.getString("reference"),
                        money(row, "expected"), money(row, "found"), row.getString("case_no"), row.getString("purpose"),
                        row.getLong("finding"), row.getTimestamp("cleared_at") == null, row.getString("note"),
                        row.getString("cleared_name"))).list();
    }

    private static DayView day(ResultSet row, int n) throws SQLException {
        return new DayView(row.getObject("day", LocalDate.class), money(row, "opening"), Money.of(row.getLong("money_in")),
                Money.of(row.getLong("money_out")), money(row, "closing"), row.getInt("lines"), row.getInt("payments"),
                row.getInt("differences"), row.getInt("open"), row.getTimestamp("ran_at").toInstant(), row.getString("ran_by_name"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        var amount = row.getObject(column, Long.class);
        return amount == null ? null : Money.of(amount);
    }
}
