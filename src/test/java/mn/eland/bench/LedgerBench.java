package mn.eland.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Postings a second on one hot escrow account, each committed durably, beside a bare balance row on the same server. */
class LedgerBench {

    private static final int CLIENTS = 16;
    private static final double SECONDS = 4;
    private static final int ROUNDS = 3;
    private static final int BUDGET = 2_000;
    private static final AtomicLong REFERENCES = new AtomicLong();

    private static EmbeddedPostgres server;
    private static String url;

    /** One client's work: prepare once, then one committed posting a call. */
    interface Client {
        Posting on(Connection connection) throws SQLException;
    }

    interface Posting {
        void once() throws SQLException;
    }

    @BeforeAll
    static void startDurableServer() throws IOException, SQLException {
        server = DurableServer.start();
        url = server.getJdbcUrl("postgres", "postgres");
        Flyway.configure().dataSource(url, "postgres", "postgres").locations("classpath:db/migration/payment").load().migrate();
        try (var connection = connection(); var statement = connection.createStatement()) {
            statement.execute("create table naive_balance (id int primary key, amount bigint); insert into naive_balance values (1, 0);"
                    + "create table naive_entry (id bigint generated always as identity primary key, amount bigint)");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void oneHotEscrowAccount() throws Exception {
        List<Client> clients = List.of(LedgerBench::bareRow,
                connection -> posting(connection, n -> "2110 / S-2026-%06d".formatted(n % 1000)),
                connection -> posting(connection, n -> "2140"),
                connection -> posting(connection, n -> "2110 / S-2026-999999"));
        var figures = perSecond(clients);
        double bare = figures.get(0);
        double spread = figures.get(1);
        double shared = figures.get(2);
        double oneCase = figures.get(3);

        var compared = Figures.text("balance row + insert, no rules: %,.0f/s; budget %,d/s", bare, BUDGET);
        Figures.say("ledger postings, hot bank account 1110, 1000 cases", Figures.text("%,.0f/s (%.1f x)", spread, spread / bare), compared);
        Figures.say("ledger postings, hot bank account and hot guarded account 2140", Figures.text("%,.0f/s (%.1f x)", shared, shared / bare), compared);
        Figures.say("ledger postings, hot bank account 1110, one case", Figures.text("%,.0f/s (%.1f x)", oneCase, oneCase / bare), compared);
        try (var connection = connection(); var statement = connection.createStatement();
             var sum = statement.executeQuery("select (select sum(amount) from payment.postings), (select sum(amount) from payment.balances)")) {
            sum.next();
            assertThat(sum.getLong(1)).isZero();
            assertThat(sum.getLong(2)).isZero();
        }
        assertThat(spread).isGreaterThan(0.8 * bare);
        assertThat(oneCase).as("many payments into one case do not queue").isGreaterThan(0.6 * bare);
    }

    private static Posting bareRow(Connection connection) throws SQLException {
        var call = connection.prepareStatement("with moved as (update naive_balance set amount = amount + 1 where id = 1 returning 1) "
                + "insert into naive_entry (amount) select 1 from moved");
        return call::execute;
    }

    private static Posting posting(Connection connection, java.util.function.LongFunction<String> credit) throws SQLException {
        PreparedStatement call = connection.prepareStatement(
                "select payment.post(?, 'BENCH', null, now(), array['1110'], array[?], array[100::bigint])");
        return () -> {
            long n = REFERENCES.incrementAndGet();
            call.setString(1, "bench-" + n);
            call.setString(2, credit.apply(n));
            call.execute();
        };
    }

    /** Median of three rounds of each, taken in turn so that a busy minute hits all alike; every call commits by itself. */
    private static List<Double> perSecond(List<Client> clients) {
        clients.forEach(client -> round(client, 1));
        var rounds = IntStream.range(0, ROUNDS)
                .mapToObj(n -> clients.stream().map(client -> round(client, SECONDS / ROUNDS)).toList()).toList();
        return IntStream.range(0, clients.size())
                .mapToObj(n -> Figures.median(rounds.stream().mapToDouble(round -> round.get(n)).toArray())).toList();
    }

    private static double round(Client client, double seconds) {
        var threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            long end = System.nanoTime() + (long) (seconds * 1e9);
            var counts = threads.invokeAll(IntStream.range(0, CLIENTS).<Callable<Long>>mapToObj(n -> () -> {
                try (var connection = connection()) {
                    var posting = client.on(connection);
                    long count = 0;
                    while (System.nanoTime() < end) {
                        posting.once();
                        count++;
                    }
                    return count;
                }
            }).toList());
            long total = 0;
            for (var count : counts) {
                total += count.get();
            }
            return total / seconds;
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(url, "postgres", "postgres");
    }
}
