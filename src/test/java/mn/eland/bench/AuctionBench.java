package mn.eland.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import mn.eland.auction.Bid;
import mn.eland.auction.BidHouse;
import mn.eland.auction.LotId;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Accepted bids a second, each durable before it is answered, on one lot and over a hundred, beside one row a commit and beside bare
 * inserts on the same server. All in turns, so that a busy minute hits all alike.
 */
class AuctionBench {

    private static final int BIDDERS = 100;
    private static final int NAIVE_CLIENTS = 8;
    private static final int BARE_CLIENTS = 32;
    private static final int LOTS = 100;
    private static final int ROUNDS = 3;
    private static final double SECONDS = 2;
    private static final double BUDGET = 3;
    private static final double BUDGET_P99_MILLIS = 100;
    private static final AtomicLong NUMBERS = new AtomicLong();

    private static EmbeddedPostgres server;
    private static String url;
    private static BidHouse house;

    /** One client's work; true when it counts. */
    interface Client extends AutoCloseable {
        boolean once() throws SQLException;

        @Override
        default void close() throws SQLException {
        }
    }

    interface Clients {
        Client open(int number) throws SQLException;
    }

    record Round(double perSecond, double median, double p99) {
    }

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = DurableServer.start();
        url = server.getJdbcUrl("postgres", "postgres");
        house = new BidHouse(url, 16);
        try (var connection = connection(); var statement = connection.createStatement()) {
            statement.execute("create table naive_lot (id int primary key, price bigint, leader int); insert into naive_lot values (1, 0, 0);"
                    + "create table naive_bid (id bigint generated always as identity primary key, lot int, bidder int, price bigint);"
                    + "create table bare (id bigint generated always as identity primary key, amount bigint)");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        house.close();
        server.close();
    }

    @Test
    void bidsOnOneLotAndOverAHundred() throws Exception {
        var lot = house.lot();
        var bidders = house.bidders(lot, BIDDERS);
        var lots = IntStream.range(0, LOTS).mapToObj(n -> house.lot()).toList();
        var bidderOfLot = lots.stream().map(one -> house.bidders(one, BIDDERS / LOTS)).toList();
        List<Rounds> rounds = List.of(new Rounds(NAIVE_CLIENTS, AuctionBench::naive), new Rounds(BARE_CLIENTS, AuctionBench::bare),
                new Rounds(BIDDERS, number -> bidding(lot, bidders.get(number))),
                new Rounds(BIDDERS, number -> bidding(lots.get(number % LOTS), bidderOfLot.get(number % LOTS).get(number / LOTS))));
        for (int turn = 0; turn <= ROUNDS; turn++) {
            for (var each : rounds) {
                each.run(turn > 0 ? SECONDS : SECONDS / 2, turn > 0);
            }
        }

        var naive = rounds.get(0).median();
        var bare = rounds.get(1).median();
        var one = rounds.get(2).median();
        var many = rounds.get(3).median();
        var compared = Figures.text("one row a commit: %,.0f/s; bare inserts: %,.0f/s; budget %.0f x, p99 %.0f ms", naive.perSecond(),
                bare.perSecond(), BUDGET, BUDGET_P99_MILLIS);
        say("accepted bids on one lot, 100 bidders at once", one, naive, compared);
        say("accepted bids over 100 lots, 100 bidders at once", many, naive, compared);
        assertThat(one.perSecond()).isGreaterThan(BUDGET * naive.perSecond());
        assertThat(many.perSecond()).isGreaterThan(BUDGET * naive.perSecond());
        assertThat(one.p99()).isLessThan(BUDGET_P99_MILLIS);
        assertThat(many.p99()).isLessThan(BUDGET_P99_MILLIS);
    }

    private static void say(String what, Round round, Round naive, String compared) {
        Figures.say(what, Figures.text("%,.0f/s (%.1f x), p50 %.1f ms, p99 %.1f ms", round.perSecond(), round.perSecond() / naive.perSecond(),
                round.median(), round.p99()), compared);
    }

    /** Each bid is above those before; the few that are overtaken by a much higher one are refused and do not count. */
    private static Client bidding(LotId lot, PartyId bidder) {
        return () -> {
            long number = NUMBERS.incrementAndGet();
            return house.auctions().bid(lot, new Bid(bidder, Money.of(10_000 + 1_000 * number), "n" + number)).answer().isAccepted();
        };
    }

    private static Client naive(int number) throws SQLException {
        var connection = connection();
        connection.setAutoCommit(false);
        var update = connection.prepareStatement("update naive_lot set price = price + 1, leader = ? where id = 1 returning price");
        var insert = connection.prepareStatement("insert into naive_bid (lot, bidder, price) values (1, ?, ?)");
        return closing(connection, () -> {
            update.setInt(1, number);
            try (var row = update.executeQuery()) {
                row.next();
                insert.setInt(1, number);
                insert.setLong(2, row.getLong(1));
            }
            insert.executeUpdate();
            connection.commit();
            return true;
        });
    }

    private static Client bare(int number) throws SQLException {
        var connection = connection();
        var insert = connection.prepareStatement("insert into bare (amount) values (1)");
        return closing(connection, () -> insert.executeUpdate() == 1);
    }

    private static Client closing(Connection connection, Client client) {
        return new Client() {
            @Override
            public boolean once() throws SQLException {
                return client.once();
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(url, "postgres", "postgres");
    }

    /** One kind of work and its rounds so far. */
    private static final class Rounds {
        private final int clients;
        private final Clients work;
        private final List<Round> done = new ArrayList<>();

        private Rounds(int clients, Clients work) {
            this.clients = clients;
            this.work = work;
        }

        private void run(double seconds, boolean counts) throws InterruptedException, ExecutionException {
            var threads = Executors.newFixedThreadPool(clients);
            try {
                long end = System.nanoTime() + (long) (seconds * 1e9);
                var times = new ArrayList<Double>();
                for (var answer : threads.invokeAll(IntStream.range(0, clients).<Callable<List<Double>>>mapToObj(n -> () -> times(n, end)).toList())) {
                    times.addAll(answer.get());
                }
                if (counts) {
                    var sorted = times.stream().mapToDouble(time -> time).sorted().toArray();
                    done.add(new Round(sorted.length / seconds, sorted[sorted.length / 2], sorted[sorted.length * 99 / 100]));
                }
            } finally {
                threads.shutdown();
            }
        }

        private List<Double> times(int number, long end) throws SQLException {
            var times = new ArrayList<Double>();
            try (var client = work.open(number)) {
                while (System.nanoTime() < end) {
                    long begin = System.nanoTime();
                    if (client.once()) {
                        times.add((System.nanoTime() - begin) / 1e6);
                    }
                }
            }
            return times;
        }

        private Round median() {
            return new Round(Figures.median(done.stream().mapToDouble(Round::perSecond).toArray()),
                    Figures.median(done.stream().mapToDouble(Round::median).toArray()), Figures.median(done.stream().mapToDouble(Round::p99).toArray()));
        }
    }
}
