package mn.eland.payment.ledger;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.stereotype.Component;

/**
 * Writes and reads the books. The rules (each journal sums to zero, nothing changes, no liability below zero, holds are
 * covered) live in the database; a breach is an exception and rolls the caller back.
 */
@Component
public class Ledger {

    private static final String POST = "select payment.post(?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final ElandClock clock;

    Ledger(JdbcTemplate jdbc, ElandClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Books the event in one statement; the same reference again gives the first journal number. */
    public long post(Booking booking) {
        var at = Timestamp.from(clock.instant());
        return jdbc.execute(POST, (PreparedStatementCallback<Long>) statement -> {
            var connection = statement.getConnection();
            statement.setString(1, booking.reference());
            statement.setString(2, booking.kind());
            statement.setString(3, booking.caseRef() == null ? null : booking.caseRef().number());
            statement.setTimestamp(4, at);
            statement.setArray(5, texts(connection, booking, movement -> movement.debit().path()));
            statement.setArray(6, texts(connection, booking, movement -> movement.credit().path()));
            statement.setArray(7, connection.createArrayOf("bigint",
                    booking.movements().stream().map(movement -> movement.amount().tugrug()).toArray()));
            statement.setString(8, booking.hold());
            try (var answer = statement.executeQuery()) {
                answer.next();
                return answer.getLong(1);
            }
        });
    }

    private static Array texts(java.sql.Connection connection, Booking booking, Function<Booking.Movement, String> part)
            throws SQLException {
        return connection.createArrayOf("text", booking.movements().stream().map(part).toArray());
    }

    /** Books the opposite of a journal; once per journal. */
    public long reverse(long journal, String reference) {
        return jdbc.queryForObject("select payment.reverse(?, ?, ?)", Long.class, reference, journal,
                Timestamp.from(clock.instant()));
    }

    /** Sets money aside before it leaves: nothing else can use it. Refused when it is not there. */
    public void hold(String reference, CaseRef caseRef, Account account, Money amount) {
        jdbc.queryForObject("select payment.hold(?, ?, ?, ?, ?)", Long.class, reference,
                caseRef == null ? null : caseRef.number(), account.path(), amount.tugrug(), Timestamp.from(clock.instant()));
    }

    /** Gives held money back to its account. */
    public void voidHold(String reference) {
        jdbc.queryForObject("select payment.void_hold(?, ?)", Boolean.class, reference, Timestamp.from(clock.instant()));
    }

    /** What the account owes (liabilities, income) or has (assets), always positive when in order. */
    public Money balance(Account account) {
        var signed = jdbc.queryForObject("""
                select coalesce(sum(b.amount), 0) from payment.balances b
                join payment.accounts a on a.id = b.account_id where a.path = ?""", Long.class, account.path());
        return Money.of(account.path().charAt(0) == '1' || account.path().charAt(0) == '5' ? signed : -signed);
    }

    /** The balance without what is held. */
    public Money available(Account account) {
        var held = jdbc.queryForObject("""
                select coalesce(sum(b.held), 0) from payment.balances b
                join payment.accounts a on a.id = b.account_id where a.path = ?""", Long.class, account.path());
        return balance(account).minus(Money.of(held));
    }

    /** Total that bookings of these kinds moved in a case. */
    public Money moved(CaseRef caseRef, String... kinds) {
        return Money.of(jdbc.queryForObject("""
                select coalesce(sum(p.amount), 0) from payment.journals j join payment.postings p on p.journal_id = j.id and p.amount > 0
                where j.case_no = ? and j.kind = any (?)""",
                Long.class, caseRef.number(), kinds));
    }

    public boolean isBooked(String reference) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from payment.journals where reference = ?)", Boolean.class, reference));
    }

    /** Movements of a case, oldest first. */
    public List<Entry> entries(CaseRef caseRef) {
        return jdbc.query("select * from payment.movements where case_no = ? order by journal_id, line",
                (row, n) -> new Entry(row.getLong("journal_id"), row.getInt("line"),
                        row.getTimestamp("booked_at").toInstant(), row.getString("kind"), row.getString("debit"),
                        row.getString("credit"), Money.of(row.getLong("amount")), row.getString("reference")),
                caseRef.number());
    }

    /** Adds up everything from the postings themselves, and compares the kept balances with them. */
    public Proof prove() {
        var sum = jdbc.queryForObject("select coalesce(sum(amount), 0) from payment.postings", Long.class);
        var journals = jdbc.queryForObject("select count(*) from payment.journals", Long.class);
        var belowZero = jdbc.queryForList("""
                select a.path from payment.accounts a join payment.postings p on p.account_id = a.id
                where a.guarded group by a.path having sum(p.amount) > 0 order by a.path""", String.class);
        var drifted = jdbc.queryForList("""
                select a.path from payment.accounts a
                left join (select account_id, sum(amount) as posted from payment.postings group by account_id) p on p.account_id = a.id
                left join (select account_id, sum(amount) as kept, sum(held) as held from payment.balances group by account_id) b on b.account_id = a.id
                left join (select account_id, sum(amount) as pending from payment.holds where state = 'PENDING' group by account_id) h on h.account_id = a.id
                where coalesce(p.posted, 0) <> coalesce(b.kept, 0) or coalesce(h.pending, 0) <> coalesce(b.held, 0)
                order by a.path""", String.class);
        return new Proof(Money.of(sum), belowZero, drifted, journals);
    }

    /** One movement as it stands in the books. */
    public record Entry(long journal, int line, Instant at, String kind, String debit, String credit, Money amount,
                        String reference) {
    }

    /**
     * All healthy: sum 0, nothing below zero, no drift.
     *
     * @param drifted   accounts whose kept balance or hold is not what the postings and holds add up to
     */
    public record Proof(Money sum, List<String> belowZero, List<String> drifted, long journals) {

        public boolean isHealthy() {
            return sum.isZero() && belowZero.isEmpty() && drifted.isEmpty();
        }
    }
}
