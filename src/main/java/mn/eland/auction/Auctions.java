package mn.eland.auction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import mn.eland.auction.bidding.Increments.Step;
import mn.eland.auction.bidding.Terms;
import mn.eland.kernel.ElandClock;
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

    Auctions(DataSource database, ElandClock clock, PlatformTransactionManager transactions) {
        var shift = new AtomicReference<>(Duration.ZERO);
        clock.onShift(shift::set);
        this.jdbc = new JdbcTemplate(database);
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.log = new BidLog(database, now -> now.plus(shift.get()));
        this.queue = new BidQueue(log::decide);
    }

    /**
     * Decides the bid at the time of the server, in a transaction of its own; when it returns, an accepted bid is durable and binding.
     * The same key again gives the first answer. An exception means that nothing is known: ask again with the same key.
     */
    public Receipt bid(LotId lot, Bid bid) {
        log.require(lot);
        return queue.decide(lot, bid);
    }

    /** How the lot stands, for everybody. */
    public LotView view(LotId lot) {
        return log.view(lot);
    }

    /** Publishes a lot; its terms can no longer be changed. */
    void publish(LotId lot, Terms terms) {
        jdbc.update(connection -> insert(connection, lot, terms));
    }

    /** Gives an admitted bidder the next paddle of the lot; the one it has when it was admitted before. */
    int admit(LotId lot, PartyId bidder) {
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
