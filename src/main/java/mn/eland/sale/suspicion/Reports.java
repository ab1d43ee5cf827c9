package mn.eland.sale.suspicion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.workflow.spi.CaseFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of reports, and the line the inbox of compliance shows of one. */
@Component
class Reports implements CaseFacts {

    private static final String WAITING = "and kinds <> '' and filed_at is null";

    private final JdbcClient jdbc;
    private final ElandClock clock;

    Reports(JdbcClient jdbc, ElandClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return false when this cause was reported for the sale before */
    boolean open(CaseRef number, CaseRef sale, Report.Cause cause) {
        return jdbc.sql("insert into sale.suspicions (number, sale, cause, at) values (?, ?, ?, ?) on conflict (sale, cause) do nothing")
                .params(number.number(), sale.number(), cause.name(), now()).update() == 1;
    }

    boolean exists(CaseRef sale, Report.Cause cause) {
        return jdbc.sql("select exists (select from sale.suspicions where sale = ? and cause = ?)").params(sale.number(), cause.name())
                .query(Boolean.class).single();
    }

    Optional<Report> find(CaseRef number) {
        return jdbc.sql("select * from sale.suspicions where number = ?").param(number.number()).query(Reports::report).optional();
    }

    List<Report> of(CaseRef sale) {
        return jdbc.sql("select * from sale.suspicions where sale = ? order by at desc").param(sale.number()).query(Reports::report).list();
    }

    /** What was opened in these days, newest first; with {@code waiting} only what has to be reported and is not yet. */
    List<Report> opened(LocalDate from, LocalDate until, boolean waiting) {
        return jdbc.sql("select * from sale.suspicions where at >= ? and at < ? " + (waiting ? WAITING : "") + " order by at desc limit 1000")
                .params(start(from), start(until.plusDays(1))).query(Reports::report).list();
    }

    int waiting() {
        return jdbc.sql("select count(*) from sale.suspicions where true " + WAITING).query(Integer.class).single();
    }

    private static Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(ElandClock.ULAANBAATAR).toInstant());
    }

    void due(CaseRef number, List<String> kinds, Instant deadline) {
        jdbc.sql("update sale.suspicions set kinds = ?, deadline = ? where number = ?")
                .params(String.join(" ", kinds), deadline == null ? null : Timestamp.from(deadline), number.number()).update();
    }

    void drafted(CaseRef number, String by, String narrative) {
        jdbc.sql("update sale.suspicions set narrative = ?, drafted_by = ?, drafted_at = ? where number = ?")
                .params(narrative, by, now(), number.number()).update();
    }

    void filed(CaseRef number, String by, String filedNumber) {
        jdbc.sql("update sale.suspicions set filed_number = ?, filed_by = ?, filed_at = ? where number = ?")
                .params(filedNumber, by, now(), number.number()).update();
    }

    @Override
    public Optional<Facts> facts(CaseRef caseRef) {
        return caseRef.number().charAt(0) != 'C' ? Optional.empty()
                : find(caseRef).map(report -> new Facts(report.sale().number(), ""));
    }

    private static Report report(ResultSet row, int number) throws SQLException {
        var kinds = row.getString("kinds");
        return new Report(CaseRef.of(row.getString("number")), CaseRef.of(row.getString("sale")), Report.Cause.valueOf(row.getString("cause")),
                time(row, "at"), kinds == null || kinds.isBlank() ? List.of() : Arrays.asList(kinds.split(" ")), time(row, "deadline"),
                row.getString("narrative"), row.getString("drafted_by"), time(row, "drafted_at"), row.getString("filed_number"),
                row.getString("filed_by"), time(row, "filed_at"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
