package mn.eland.payment.collection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.payment.spi.Bank.StatementLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lines of the escrow statement that no rule may book: the bank's own corrections and money that left without an order of
 * ours. An escrow officer clears each with the bank and writes down what came of it.
 */
@Component
public class Findings {

    private static final int SHORTEST_NOTE = 5;
    private static final int LONGEST_NOTE = 500;

    private final JdbcClient jdbc;
    private final ElandClock clock;

    Findings(JdbcClient jdbc, ElandClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public enum Problem {
        CORRECTION, NO_ORDER, AMOUNT_DIFFERS, LINE_NOT_BOOKED, TRANSFER_NOT_IN_STATEMENT, TRANSFER_UNANSWERED, RECEIPT_NOT_IN_STATEMENT,
        RECEIPT_DIFFERS, OPENING_DIFFERS, CLOSING_DIFFERS, QPAY_NOT_BOOKED, QPAY_NOT_AT_GATEWAY, QPAY_DIFFERS
    }

    /**
     * @param incoming false for money that left
     * @param ordered  what we had ordered where the bank has booked another sum, else null
     * @param problem  message key {@code payment.problem.<problem>}
     */
    public record FindingView(long record, Instant at, boolean incoming, Money amount, Money ordered, String problem, String account, String description,
                              String journalNo) {
    }

    /** A line read twice is found once. */
    void found(StatementLine line, Problem problem) {
        found(line, problem, null);
    }

    /** The bank has booked another sum than was ordered; the books keep the order until the bank has put it right. */
    void otherAmount(StatementLine line, Money ordered) {
        found(line, Problem.AMOUNT_DIFFERS, ordered.tugrug());
    }

    /** A line that the comparison of a day stumbled over; found before, it stays what it was. @return its record */
    public long ofLine(StatementLine line, Problem problem, Long expected) {
        found(line, problem, expected == null ? null : Math.abs(expected));
        return line.record();
    }

    /** A difference without a line of the statement, found once. @return its number on the list, below zero */
    public long withoutLine(Problem problem, String reference, long amount, Long expected) {
        var known = problem + ":" + reference;
        jdbc.sql("""
                insert into payment.statement_findings (record, booked_at, amount, problem, description, ordered, reference)
                values (-nextval('payment.findings_without_line'), ?, ?, ?, ?, ?, ?) on conflict (reference) do nothing""")
                .params(Timestamp.from(clock.instant()), amount, problem.name(), reference, expected == null ? null : Math.abs(expected),
                        known).update();
        return jdbc.sql("select record from payment.statement_findings where reference = ?").param(known).query(Long.class).single();
    }

    private void found(StatementLine line, Problem problem, Long ordered) {
        jdbc.sql("""
                insert into payment.statement_findings (record, booked_at, amount, problem, account, description, journal_no, ordered)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (record) do nothing""")
                .params(line.record(), Timestamp.from(line.at()), line.amountTugrug(), problem.name(), line.relatedAccount(),
                        line.description(), line.journalNo(), ordered).update();
    }

    public List<FindingView> open() {
        return jdbc.sql("select * from payment.statement_findings where cleared_at is null order by record limit 200")
                .query(Findings::view).list();
    }

    int count() {
        return jdbc.sql("select count(*) from payment.statement_findings where cleared_at is null").query(Integer.class).single();
    }

    /** An escrow officer has cleared the line with the bank; what came of it stays on record. */
    @Transactional
    public Outcome<Void> clear(Actor actor, long record, String note) {
        if (!actor.is(Role.ESCROW_OFFICER)) {
            return Outcome.refused(Refusal.forbidden("ESCROW_OFFICERS_ONLY"));
        }
        var text = note == null ? "" : note.strip();
        if (text.length() < SHORTEST_NOTE || text.length() > LONGEST_NOTE) {
            return Outcome.refused(Refusal.invalid("FINDING_NOTE", "note"));
        }
        var cleared = jdbc.sql("""
                update payment.statement_findings set note = ?, cleared_by = ?, cleared_name = ?, cleared_at = ?
                where record = ? and cleared_at is null""")
                .params(text, actor.party().value(), actor.name(), Timestamp.from(clock.instant()), record).update();
        return cleared == 1 ? Outcome.done() : Outcome.refused(Refusal.conflict("RECEIPT_DECIDED"));
    }

    private static FindingView view(ResultSet row, int n) throws SQLException {
        long amount = row.getLong("amount");
        long ordered = row.getLong("ordered");
        return new FindingView(row.getLong("record"), row.getTimestamp("booked_at").toInstant(), amount > 0, Money.of(Math.abs(amount)),
                ordered == 0 ? null : Money.of(ordered),
                row.getString("problem"), row.getString("account"), row.getString("description"), row.getString("journal_no"));
    }
}
