package mn.eland.auction;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import mn.eland.auction.bidding.Format;
import mn.eland.auction.bidding.Increments;
import mn.eland.auction.bidding.Increments.Step;
import mn.eland.auction.bidding.SoftClose;
import mn.eland.auction.bidding.Terms;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The tables of the auction alone in a database, with lots open now and bidders admitted to them. */
public final class BidHouse implements AutoCloseable {

    static final Duration WINDOW = Duration.ofMinutes(5);
    static final Duration EXTENSION = Duration.ofMinutes(5);

    private final HikariDataSource database;
    private final Auctions auctions;

    public BidHouse(String url, int connections) {
        Flyway.configure().dataSource(url, "postgres", "postgres").locations("classpath:db/migration/auction").load().migrate();
        var pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setUsername("postgres");
        pool.setPassword("postgres");
        pool.setMaximumPoolSize(connections);
        database = new HikariDataSource(pool);
        auctions = node();
    }

    /** One more application on the same database. */
    public Auctions node() {
        return new Auctions(database, new ElandClock(), new DataSourceTransactionManager(database));
    }

    public Auctions auctions() {
        return auctions;
    }

    DataSource database() {
        return database;
    }

    JdbcClient jdbc() {
        return JdbcClient.create(database);
    }

    /** A lot from 10 000 on in steps of 1, open for an hour. */
    public LotId lot() {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return lot(now.minusSeconds(60), now.plusSeconds(3_600));
    }

    LotId lot(Instant opens, Instant closes) {
        var lot = LotId.random();
        auctions.publish(lot, new Terms(Format.OPEN, Money.of(10_000), Optional.empty(), Money.of(1_000_000_000_000_000L),
                new Increments(List.of(new Step(Money.ZERO, Money.of(1)))), opens, closes, new SoftClose(WINDOW, EXTENSION, 12), closes));
        return lot;
    }

    public List<PartyId> bidders(LotId lot, int count) {
        return IntStream.range(0, count).mapToObj(i -> {
            var bidder = PartyId.random();
            auctions.admit(lot, bidder);
            return bidder;
        }).toList();
    }

    /** The log of a lot in order, as it was written; each line is checked against its hash and the line before. */
    List<LoggedBid> verifiedLog(LotId lot) {
        var lines = new ArrayList<LoggedBid>();
        var hash = new String[] {jdbc().sql("select terms_hash from auction.lots where id = ?").param(lot.value()).query(String.class).single()};
        jdbc().sql("select * from auction.bids where lot_id = ? order by sequence").param(lot.value()).query(row -> {
            var line = BidLog.line(lot, row);
            if (line.sequence() != lines.size() + 1 || !line.previousHash().equals(hash[0]) || !line.hash().equals(row.getString("hash"))) {
                throw new AssertionError("the chain is broken at " + line);
            }
            hash[0] = line.hash();
            lines.add(line);
        });
        return lines;
    }

    /** Runs so many at once and gives their answers. */
    static <T> List<T> atOnce(int count, IntFunction<T> work) {
        var threads = Executors.newFixedThreadPool(count);
        try {
            var answers = new ArrayList<T>();
            for (var answer : threads.invokeAll(IntStream.range(0, count).<Callable<T>>mapToObj(i -> () -> work.apply(i)).toList())) {
                answers.add(answer.get());
            }
            return answers;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
