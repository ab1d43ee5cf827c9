package mn.eland.auction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.sql.DataSource;
import mn.eland.auction.bidding.Increments.Step;
import mn.eland.auction.bidding.Terms;
import mn.eland.audit.sealing.SealKey;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lots, who may bid for them, and their bids. */
@Component
public class Auctions {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ElandClock clock;
    private final BidLog log;
    private final BidQueue queue;
    private volatile Consumer<LotId> listener = lot -> { };
    private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);

    Auctions(DataSource database, ElandClock clock, PlatformTransactionManager transactions) {
        clock.onShift(shift::set);
        this.jdbc = new JdbcTemplate(database);
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.log = new BidLog(database, now -> now.plus(shift.get()));
        this.queue = new BidQueue(bids -> {
            var receipts = log.decide(bids);
            receipts.forEach((lot, answers) -> {
                if (answers.stream().anyMatch(answer -> answer.answer().isAccepted() && !answer.repeated())) {
                    listener.accept(lot);
                }
            });
            return receipts;
        });
    }

    /**
     * Decides the bid at the time of the server, in a transaction of its own; when it returns, an accepted bid is durable and binding.
     * The same key again gives the first answer. An exception means that nothing is known: ask again with the same key.
     */
    public Receipt bid(LotId lot, Bid bid) {
        log.require(lot);
        return queue.decide(lot, bid);
    }

    /** Tells of each round of this node in which a lot got a bid, after it is durable. Must not wait. */
    public void onBids(Consumer<LotId> told) {
        listener = told;
    }

    /** The newest accepted bids after one of them as everybody may see them, in order. */
    public List<PublicBid> bids(LotId lot, long after, int most) {
        return jdbc.query("""
                        select * from (select b.sequence, b.paddle, b.price_tugrug, b.leader, b.decided_at, b.extensions
                            > coalesce(lag(b.extensions) over (order by b.sequence), 0) as extended from auction.bids b where b.lot_id = ? and b.sequence >= ?) x
                        where x.sequence > ? order by x.sequence desc limit ?""",
                (row, n) -> new PublicBid(row.getLong("sequence"), row.getInt("paddle"), row.getInt("leader"), Money.of(row.getLong("price_tugrug")),
                        LotTerms.instant(row, "decided_at"), row.getBoolean("extended")), lot.value(), after, after, most)
                .stream().sorted(Comparator.comparingLong(PublicBid::sequence)).toList();
    }

    /** The most this paddle has bid: for its holder only. */
    public Optional<Money> ownLimit(LotId lot, int paddle) {
        return jdbc.queryForList("select max(limit_tugrug) from auction.bids where lot_id = ? and paddle = ? having max(limit_tugrug) is not null", Long.class,
                lot.value(), paddle).stream().findFirst().map(Money::of);
    }

    /** One accepted bid, without its limit. {@code extended}: it moved the close. */
    public record PublicBid(long sequence, int paddle, int leader, Money price, Instant at, boolean extended) {
    }

    /** How the lot stands, for everybody. */
    public LotView view(LotId lot) {
        return log.view(lot);
    }

    /** How the lot stands at the hammer; once it says closed, no bid can be accepted any more. */
    public Closing closing(LotId lot) {
        return log.closing(lot);
    }

    /** The signed proof of how a lot went, for who may see all limits of it; empty while it is open. */
    public Optional<byte[]> certificate(LotId lot, SealKey key) {
        var closing = log.closing(lot);
        return closing.closed() ? Optional.of(Certificate.of(lot, log.terms(lot), log.all(lot), closing.result(), key)) : Optional.empty();
    }

    /** Takes the lot back for good: from the commit on no bid is accepted. Joins the transaction. @return false when the hammer was faster */
    public boolean stop(LotId lot) {
        return transaction.execute(status -> {
            jdbc.queryForList("select 1 from auction.lots where id = ? for no key update", lot.value());
            var before = jdbc.queryForObject("""
                    select clock_timestamp() + ? * interval '1 millisecond' < coalesce(b.closes_at, l.closes_at) from auction.lots l left join lateral (
                        select x.closes_at from auction.bids x where x.lot_id = l.id order by x.sequence desc limit 1) b on true where l.id = ?""",
                    Boolean.class, shift.get().toMillis(), lot.value());
            return Boolean.TRUE.equals(before) && jdbc.update("insert into auction.stops (lot_id, stopped_at) values (?, ?) on conflict do nothing",
                    lot.value(), LotTerms.column(clock.instant())) == 1;
        });
    }

    /** Who holds the paddle. */
    public PartyId bidder(LotId lot, int paddle) {
        return new PartyId(jdbc.queryForObject("select party_id from auction.paddles where lot_id = ? and paddle = ?", UUID.class, lot.value(), paddle));
    }

    /** The paddle of somebody for this lot; empty when he is not admitted. */
    public Optional<Integer> paddle(LotId lot, PartyId bidder) {
        return jdbc.queryForList("select paddle from auction.paddles where lot_id = ? and party_id = ?", Integer.class, lot.value(), bidder.value())
                .stream().findFirst();
    }

    /** The best bid of those who are not {@code passed}; of equal ones the earliest. */
    public Optional<Best> best(LotId lot, Collection<Integer> passed) {
        return jdbc.query("""
                        select paddle, max(limit_tugrug) as limit_tugrug from auction.bids where lot_id = ? and paddle <> all (?)
                        group by paddle order by max(limit_tugrug) desc, min(sequence) limit 1""",
                (row, n) -> new Best(row.getInt("paddle"), Money.of(row.getLong("limit_tugrug"))), lot.value(),
                passed.stream().mapToInt(Integer::intValue).toArray()).stream().findFirst();
    }

    /** The most that a bidder has bid. */
    public record Best(int paddle, Money limit) {
    }

    /** Publishes a lot; its terms can no longer be changed. Joins the transaction. */
    public void publish(LotId lot, Terms terms) {
        jdbc.update(connection -> insert(connection, lot, terms));
    }

    /** Gives an admitted bidder the next paddle of the lot; the one it has when it was admitted before. Joins the transaction. */
    public int admit(LotId lot, PartyId bidder) {
        return transaction.execute(status -> nextPaddle(lot, bidder));
    }

    private int nextPaddle(LotId lot, PartyId bidder) {
        jdbc.queryForList("select 1 from auction.lots where id = ? for update", lot.value());
        jdbc.update("""
                insert into auction.paddles (lot_id, paddle, party_id, admitted_at)
                select ?, coalesce(max(paddle), 0) + 1, ?, ? from auction.paddles where lot_id = ? on conflict (lot_id, party_id) do nothing""",
                lot.value(), bidder.value(), LotTerms.column(clock.instant()), lot.value());
        return jdbc.queryForObject("select paddle from auction.paddles where lot_id = ? and party_id = ?", Integer.class, lot.value(), bidder.value());
    }

    private static PreparedStatement insert(Connection connection, LotId lot, Terms terms) throws SQLException {
        var insert = connection.prepareStatement("""
                insert into auction.lots (id, format, start_tugrug, reserve_tugrug, most_tugrug, step_from, step_more, opens_at, closes_at,
                    window_millis, extension_millis, most_extensions, reveal_until, terms_hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
        var steps = terms.increments().steps();
        var soft = terms.softClose();
        int place = 0;
        for (var value : List.of(lot.value(), terms.format().name(), terms.start().tugrug())) {
            insert.setObject(++place, value);
        }
        insert.setObject(++place, terms.reserve().map(amount -> (Object) amount.tugrug()).orElse(null), java.sql.Types.BIGINT);
        for (var value : List.of(terms.most().tugrug(), LotTerms.amounts(connection, steps.stream().map(Step::from).toList()),
                LotTerms.amounts(connection, steps.stream().map(Step::more).toList()), LotTerms.column(terms.opensAt()),
                LotTerms.column(terms.closesAt()), soft.window().toMillis(), soft.extension().toMillis(), soft.most(),
                LotTerms.column(terms.revealUntil()), LotTerms.hash(lot, terms))) {
            insert.setObject(++place, value);
        }
        return insert;
    }
}
