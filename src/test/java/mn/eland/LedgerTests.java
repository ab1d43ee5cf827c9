package mn.eland;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The books defend themselves: each attack is plain SQL with all rights, past every line of Java. */
class LedgerTests {

    private static final String BUYER = "2110 / S-2026-000001";
    private static final String SELLER = "2120 / S-2026-000001";
    private static String url;

    private Connection db;

    @BeforeAll
    static void createDatabase() {
        url = TestDatabase.freshDatabase();
        Flyway.configure().dataSource(url, "postgres", "postgres").locations("classpath:db/migration/payment").load().migrate();
    }

    @BeforeEach
    void connect() throws SQLException {
        db = connection();
    }

    @AfterEach
    void booksBalance() throws SQLException {
        assertThat(number("select coalesce(sum(amount), 0) from payment.postings")).isZero();
        assertThat(number("select coalesce(sum(amount), 0) from payment.balances")).isZero();
        assertThat(number("""
                select count(*) from payment.accounts a where a.guarded
                and (select coalesce(sum(amount), 0) from payment.postings where account_id = a.id) > 0""")).isZero();
        assertThat(number("select count(*) from payment.balances where guarded and amount + held > 0")).isZero();
        db.close();
    }

    @Test
    void aBookingMovesMoneyFromOneAccountToTheOther() throws SQLException {
        var before = balance(BUYER);

        post("received-1", "1110", BUYER, 28_500_000);

        assertThat(balance(BUYER) - before).isEqualTo(28_500_000);
    }

    @Test
    void theSameReferenceGivesTheFirstAnswerAndBooksOnce() throws SQLException {
        var first = post("twice", "1110", BUYER, 1_000);
        var before = balance(BUYER);

        var second = post("twice", "1110", BUYER, 1_000);

        assertThat(second).isEqualTo(first);
        assertThat(balance(BUYER)).isEqualTo(before);
    }

    @Test
    void theSameReferenceWithAnotherAmountIsRefused() throws SQLException {
        post("other-amount", "1110", BUYER, 1_000);

        assertRefused("EL002", () -> post("other-amount", "1110", BUYER, 2_000));
    }

    @Test
    void twentyConnectionsWithOneReferenceBookOnce() throws Exception {
        var before = balance(BUYER);
        var threads = Executors.newFixedThreadPool(20);

        var journals = threads.invokeAll(IntStream.range(0, 20).<Callable<Long>>mapToObj(n -> () -> {
            try (var own = connection()) {
                return post(own, "race", "1110", BUYER, 5_000);
            }
        }).toList()).stream().map(LedgerTests::answer).distinct().toList();
        threads.shutdown();

        assertThat(journals).hasSize(1);
        assertThat(balance(BUYER) - before).isEqualTo(5_000);
    }

    @Test
    void aJournalThatDoesNotSumToZeroIsRefused() {
        assertRefused("EL004", () -> inTransaction("""
                insert into payment.journals (reference, kind, booked_at, content, transaction_id)
                    values ('lopsided', 'ATTACK', now(), '', pg_current_xact_id());
                insert into payment.postings select max(id), 1, payment.account('1110'), 500 from payment.journals;
                insert into payment.postings select max(id), 1, payment.account('2110 / X'), -400 from payment.journals;"""));
    }

    @Test
    void checkingEarlyDoesNotOpenADoorForTheRestOfTheTransaction() {
        assertRefused("EL004", () -> inTransaction("""
                insert into payment.journals (reference, kind, booked_at, content, transaction_id)
                    values ('early', 'ATTACK', now(), '', pg_current_xact_id());
                insert into payment.postings select max(id), 1, payment.account('1110'), 500 from payment.journals;
                insert into payment.postings select max(id), 1, payment.account('2110 / X'), -500 from payment.journals;
                set constraints all immediate;
                insert into payment.postings select max(id), 2, payment.account('2110 / X'), -900 from payment.journals;"""));
    }

    @Test
    void aJournalWithoutPostingsIsRefused() {
        assertRefused("EL004", () -> execute("""
                insert into payment.journals (reference, kind, booked_at, content, transaction_id)
                    values ('empty', 'ATTACK', now(), '', pg_current_xact_id())"""));
    }

    @Test
    void nothingCanBeAddedToAClosedJournal() throws SQLException {
        var journal = post("closed", "1110", BUYER, 700);

        assertRefused("EL003", () -> inTransaction("""
                insert into payment.postings values (%1$d, 9, payment.account('1110'), 500),
                                                    (%1$d, 9, payment.account('2110 / X'), -500);""".formatted(journal)));
    }

    @Test
    void postingsAndJournalsCannotBeChangedRemovedOrTruncated() throws SQLException {
        post("immutable", "1110", BUYER, 700);

        assertRefused("EL003", () -> execute("update payment.postings set amount = amount * 2"));
        assertRefused("EL003", () -> execute("delete from payment.postings"));
        assertRefused("EL003", () -> execute("truncate payment.postings"));
        assertRefused("EL003", () -> execute("truncate payment.journals cascade"));
        assertRefused("EL003", () -> execute("update payment.journals set booked_at = now() - interval '1 year'"));
        assertRefused("EL003", () -> execute("delete from payment.journals"));
        assertRefused("EL003", () -> execute("update payment.accounts set guarded = false"));
        assertRefused("EL003", () -> execute("truncate payment.holds"));
    }

    @Test
    void playingTheReplicaDoesNotSilenceTheTriggers() throws SQLException {
        post("replica", "1110", BUYER, 700);

        assertRefused("EL003", () -> execute("set session_replication_role = replica; delete from payment.postings"));
    }

    @Test
    void balancesCannotBeWrittenByHand() throws SQLException {
        post("by-hand", "1110", BUYER, 700);

        assertRefused("EL003", () -> execute("update payment.balances set amount = amount - 1000000"));
        assertRefused("EL003", () -> execute("delete from payment.balances"));
        assertRefused("EL003", () -> execute("insert into payment.balances values (1, 99, -5, 0)"));
        assertRefused("EL003", () -> execute("truncate payment.balances"));
    }

    @Test
    void nobodyPaysOutMoreThanIsOwed() throws SQLException {
        post("little", "1110", "2120 / S-2026-000002", 100);

        assertRefused("EL001", () -> post("much", "2120 / S-2026-000002", "1110", 101));
        assertRefused("EL001", () -> inTransaction("""
                insert into payment.journals (reference, kind, booked_at, content, transaction_id)
                    values ('overdraw', 'ATTACK', now(), '', pg_current_xact_id());
                insert into payment.postings select max(id), 1, payment.account('2120 / S-2026-000002'), 500 from payment.journals;
                insert into payment.postings select max(id), 1, payment.account('1110'), -500 from payment.journals;"""));
        assertThat(balance("2120 / S-2026-000002")).isEqualTo(100);
    }

    @Test
    void anAccountCannotClaimToBeUnguarded() throws SQLException {
        execute("insert into payment.accounts (path, code, guarded, stripes) values ('2120 / sly', '1110', false, 1)");

        assertThat(number("select count(*) from payment.accounts where path = '2120 / sly' and guarded and code = '2120'")).isOne();
        assertRefused("EL001", () -> post("sly", "2120 / sly", "1110", 1));
    }

    @Test
    void fiftyPayOutsAtOnceTakeWhatIsThereAndNotMore() throws Exception {
        post("fund-race", "1110", "2120 / S-2026-000003", 1_000);
        var threads = Executors.newFixedThreadPool(50);

        var done = threads.invokeAll(IntStream.range(0, 50).<Callable<Boolean>>mapToObj(n -> () -> {
            try (var own = connection()) {
                post(own, "take-" + n, "2120 / S-2026-000003", "1110", 100);
                return true;
            } catch (SQLException e) {
                return false;
            }
        }).toList()).stream().map(LedgerTests::answer).filter(taken -> taken).count();
        threads.shutdown();

        assertThat(done).isEqualTo(10);
        assertThat(balance("2120 / S-2026-000003")).isZero();
    }

    @Test
    void heldMoneyCannotBeUsedTwice() throws SQLException {
        post("fund-hold", "1110", "2120 / S-2026-000004", 1_000);
        hold("pay-1", "2120 / S-2026-000004", 800);

        assertRefused("EL001", () -> hold("pay-2", "2120 / S-2026-000004", 300));
        assertRefused("EL001", () -> post("around", "2120 / S-2026-000004", "1110", 300));

        execute("select payment.void_hold('pay-1', now())");
        post("after-void", "2120 / S-2026-000004", "1110", 1_000);
        assertThat(balance("2120 / S-2026-000004")).isZero();
    }

    @Test
    void aHoldBecomesAPostingOnce() throws SQLException {
        post("fund-post", "1110", "2120 / S-2026-000005", 1_000);
        hold("pay-3", "2120 / S-2026-000005", 600);

        postHeld("posted", "2120 / S-2026-000005", 600, "pay-3");

        assertThat(balance("2120 / S-2026-000005")).isEqualTo(400);
        assertRefused("EL005", () -> postHeld("posted-again", "2120 / S-2026-000005", 300, "pay-3"));
        assertRefused("EL005", () -> execute("select payment.void_hold('pay-3', now())"));
        assertRefused("EL005", () -> execute("update payment.holds set state = 'PENDING' where reference = 'pay-3'"));
        assertRefused("EL003", () -> execute("delete from payment.holds where reference = 'pay-3'"));
    }

    @Test
    void aHoldCannotGrowLater() throws SQLException {
        post("fund-grow", "1110", "2120 / S-2026-000006", 1_000);
        hold("pay-4", "2120 / S-2026-000006", 600);

        assertRefused("EL005", () -> execute("update payment.holds set amount = 1 where reference = 'pay-4'"));
    }

    @Test
    void aMistakeIsReversedOnce() throws SQLException {
        var journal = post("mistake", "1110", "2110 / S-2026-000007", 900);

        var reversal = number("select payment.reverse('undo', " + journal + ", now())");

        assertThat(balance("2110 / S-2026-000007")).isZero();
        assertThat(number("select payment.reverse('undo', " + journal + ", now())")).isEqualTo(reversal);
        assertRefused("EL002", () -> execute("select payment.reverse('undo-again', " + journal + ", now())"));
    }

    @Test
    void paymentsIntoOneAccountDoNotWaitForEachOther() throws SQLException {
        var account = "2120 / S-2026-000009";
        post("first-of-9", "1110", account, 1_000);
        try (var slow = connection()) {
            slow.setAutoCommit(false);
            post(slow, "slow", "1110", account, 300);
            execute("set lock_timeout = '2s'");
            post("quick", "1110", account, 200);
            assertThat(balance(account)).isEqualTo(1_200);
            slow.commit();
        }

        assertThat(balance(account)).isEqualTo(1_500);
        assertThat(slots(account)).isEqualTo(2);
        post("both-slots", account, "1110", 1_450);
        assertThat(balance(account)).isEqualTo(50);
        assertRefused("EL001", () -> post("too-much", account, "1110", 51));
    }

    @Test
    void aHoldGathersWhatLiesInSeveralSlots() throws SQLException {
        var account = "2120 / S-2026-000010";
        post("first-of-10", "1110", account, 1_000);
        try (var slow = connection()) {
            slow.setAutoCommit(false);
            post(slow, "slow-hold", "1110", account, 300);
            post("quick-hold", "1110", account, 200);
            slow.commit();
        }
        assertThat(slots(account)).isEqualTo(2);

        hold("gathered", account, 1_450);

        assertRefused("EL001", () -> post("around-gathered", account, "1110", 51));
        postHeld("posted-gathered", account, 1_450, "gathered");
        assertThat(balance(account)).isEqualTo(50);
    }

    @Test
    void eachStatementBringsWholeJournals() {
        assertRefused("EL004", () -> inTransaction("""
                insert into payment.journals (reference, kind, booked_at, content, transaction_id)
                    values ('halves', 'ATTACK', now(), '', pg_current_xact_id());
                insert into payment.postings select max(id), 1, payment.account('1110'), 500 from payment.journals;
                insert into payment.postings select max(id), 1, payment.account('2110 / X'), -500 from payment.journals;"""));
        assertRefused("EL004", () -> inTransaction("""
                insert into payment.journals (reference, kind, booked_at, content, transaction_id)
                    select reference, 'ATTACK', now(), '', pg_current_xact_id() from (values ('left'), ('right')) j (reference);
                insert into payment.postings select id, 1, payment.account('1110'), case reference when 'left' then 5 else -5 end
                    from payment.journals where reference in ('left', 'right');"""));
    }

    @Test
    void postingsNeedAJournalAndAccountsThatExist() {
        assertRefused("EL003", () -> execute("""
                insert into payment.postings values (-1, 1, payment.account('1110'), 5), (-1, 1, payment.account('2110 / X'), -5)"""));
        assertRefused("23503", () -> inTransaction("""
                insert into payment.journals (reference, kind, booked_at, content, transaction_id)
                    values ('nowhere', 'ATTACK', now(), '', pg_current_xact_id());
                insert into payment.postings select max(id), 1, unnest(array[-1, -2]), unnest(array[5, -5]) from payment.journals;"""));
    }

    @Test
    void anUnknownAccountCodeIsRefused() {
        assertRefused("23502", () -> post("unknown", "1110", "9999 / X", 1));
    }

    @Test
    void amountsAreWholeAndPositive() {
        assertRefused("23514", () -> post("nothing", "1110", BUYER, 0));
        assertRefused("EL001", () -> post("backwards", "1110", "2110 / S-2026-000008", -5));
    }

    private interface Attack {
        void run() throws SQLException;
    }

    private static void assertRefused(String state, Attack attack) {
        assertThatThrownBy(attack::run).isInstanceOfSatisfying(SQLException.class,
                refusal -> assertThat(refusal.getSQLState()).as(refusal.getMessage()).isEqualTo(state));
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(url, "postgres", "postgres");
    }

    private long post(String reference, String debit, String credit, long amount) throws SQLException {
        return post(db, reference, debit, credit, amount);
    }

    private static long post(Connection db, String reference, String debit, String credit, long amount) throws SQLException {
        try (var call = db.prepareStatement("select payment.post(?, 'TEST', null, now(), array[?], array[?], array[?::bigint])")) {
            call.setString(1, reference);
            call.setString(2, debit);
            call.setString(3, credit);
            call.setLong(4, amount);
            var answer = call.executeQuery();
            answer.next();
            return answer.getLong(1);
        }
    }

    private void postHeld(String reference, String debit, long amount, String hold) throws SQLException {
        execute("select payment.post('%s', 'TEST', null, now(), array['%s'], array['1110'], array[%d::bigint], '%s')"
                .formatted(reference, debit, amount, hold));
    }

    private void hold(String reference, String account, long amount) throws SQLException {
        execute("select payment.hold('%s', null, '%s', %d, now())".formatted(reference, account, amount));
    }

    private long balance(String path) throws SQLException {
        return -number("""
                select coalesce(sum(b.amount), 0) from payment.balances b join payment.accounts a on a.id = b.account_id
                where a.path = '%s'""".formatted(path));
    }

    private long slots(String path) throws SQLException {
        return number("select count(*) from payment.balances b join payment.accounts a on a.id = b.account_id where a.path = '%s'"
                .formatted(path));
    }

    private long number(String query) throws SQLException {
        try (var statement = db.createStatement(); var answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = db.createStatement()) {
            statement.execute(sql);
        }
    }

    private void inTransaction(String sql) throws SQLException {
        db.setAutoCommit(false);
        try {
            execute(sql);
            db.commit();
        } catch (SQLException e) {
            db.rollback();
            throw e;
        } finally {
            db.setAutoCommit(true);
        }
    }

    private static <T> T answer(java.util.concurrent.Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
