package mn.eland.auction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import mn.eland.auction.bidding.Answer;
import mn.eland.auction.bidding.LotState;
import mn.eland.auction.bidding.Terms;
import mn.eland.kernel.Money;

/**
 * Decides some bids in one transaction of its own, under the locks of their lots, at the time of the database server; what is
 * answered is committed. The database itself keeps number, chain and order, so a second node or a fault of ours cannot break them.
 */
final class BidLog {

    private static final String LAST = """
            select clock_timestamp() as now_at, exists (select 1 from auction.stops s where s.lot_id = wanted.id) as stopped, b.*
            from (select ?::uuid as id) wanted left join lateral (
                select * from auction.bids where lot_id = wanted.id order by sequence desc limit 1) b on true""";
    private static final String BEGIN = "select * from auction.begin_rounds(?, ?, ?, ?)";
    private static final int LOTS_REMEMBERED = 1_000;

    private final DataSource database;
    private final UnaryOperator<Instant> clock;
    private final Map<LotId, Terms> published = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<LotId, Terms> eldest) {
            return size() > LOTS_REMEMBERED;
        }
    });

    /** {@code clock} makes the time of the house of the time of the database server. */
    BidLog(DataSource database, UnaryOperator<Instant> clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Answers each bid, in their order; all lots are locked in the order given until all is committed. */
    SortedMap<LotId, List<Receipt>> decide(SortedMap<LotId, List<Bid>> bids) {
        return alone(connection -> decide(connection, bids));
    }

    /** How the lot ended, or that it is open still. Under the lock of the lot: when it says closed, no later bid can be accepted. */
    Closing closing(LotId lot) {
        return alone(connection -> {
            var terms = terms(connection, lot);
            try (var begin = begin(connection, new TreeMap<>(Map.of(lot, List.of()))); var row = begin.executeQuery()) {
                row.next();
                return round(row, lot, terms).closing();
            }
        });
    }

    Terms terms(LotId lot) {
        return alone(connection -> terms(connection, lot));
    }

    /** All accepted bids, in order. */
    List<LoggedBid> all(LotId lot) {
        return alone(connection -> {
            var lines = new ArrayList<LoggedBid>();
            try (var select = connection.prepareStatement("select * from auction.bids where lot_id = ? order by sequence")) {
                select.setObject(1, lot.value());
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        lines.add(line(lot, row));
                    }
                }
            }
            return lines;
        });
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T alone(Work<T> work) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var done = work.on(connection);
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException | Error failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("bids were not decided", e);
        }
    }

    /** {@link IllegalArgumentException} when there is no such lot. */
    void require(LotId lot) {
        if (!published.containsKey(lot)) {
            view(lot);
        }
    }

    /** How the lot stands now. */
    LotView view(LotId lot) {
        try (var connection = database.getConnection(); var select = connection.prepareStatement(LAST)) {
            select.setObject(1, lot.value());
            try (var row = select.executeQuery()) {
                row.next();
                return round(row, lot, terms(connection, lot)).view();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("lot " + lot + " cannot be read", e);
        }
    }

    private SortedMap<LotId, List<Receipt>> decide(Connection connection, SortedMap<LotId, List<Bid>> bids) throws SQLException {
        var terms = new HashMap<LotId, Terms>();
        for (var lot : bids.keySet()) {
            terms.put(lot, terms(connection, lot));
        }
        var receipts = new TreeMap<LotId, List<Receipt>>();
        var accepted = new ArrayList<LoggedBid>();
        var refused = new ArrayList<BidRound.NotAccepted>();
        try (var begin = begin(connection, bids); var row = begin.executeQuery()) {
            for (var entry : bids.entrySet()) {
                var lot = entry.getKey();
                row.next();
                var round = round(row, lot, terms.get(lot));
                receipts.put(lot, answers(row, terms.get(lot), entry.getValue(), round));
                accepted.addAll(round.accepted());
                refused.addAll(round.refused());
            }
        }
        BidLines.accept(connection, accepted);
        BidLines.refuse(connection, refused);
        return receipts;
    }

    private static PreparedStatement begin(Connection connection, SortedMap<LotId, List<Bid>> bids) throws SQLException {
        var all = bids.values().stream().flatMap(List::stream).toList();
        var until = bids.values().stream().map(List::size).toArray();
        Arrays.parallelPrefix(until, (before, size) -> (Integer) before + (Integer) size);
        var begin = connection.prepareStatement(BEGIN);
        begin.setArray(1, connection.createArrayOf("uuid", bids.keySet().stream().map(LotId::value).toArray()));
        begin.setArray(2, connection.createArrayOf("int", until));
        begin.setArray(3, connection.createArrayOf("uuid", all.stream().map(bid -> bid.bidder().value()).toArray()));
        begin.setArray(4, connection.createArrayOf("text", all.stream().map(Bid::key).toArray()));
        return begin;
    }

    /** Rows in the order of the bids: who asks, and what the key was answered before. */
    private static List<Receipt> answers(ResultSet row, Terms terms, List<Bid> bids, BidRound round) throws SQLException {
        var receipts = new ArrayList<Receipt>(bids.size());
        for (var bid : bids) {
            row.next();
            int paddle = row.getInt("own_paddle");
            var known = known(row, terms, round);
            if (known != null) {
                round.knows(paddle, bid.key(), known);
            }
            receipts.add(round.decide(paddle, bid));
        }
        return receipts;
    }

    private Terms terms(Connection connection, LotId lot) throws SQLException {
        var known = published.get(lot);
        if (known != null) {
            return known;
        }
        try (var select = connection.prepareStatement("select * from auction.lots where id = ?")) {
            select.setObject(1, lot.value());
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalArgumentException("there is no lot " + lot);
                }
                var terms = LotTerms.read(row);
                published.put(lot, terms);
                return terms;
            }
        }
    }

    /** Time never goes back within a lot, whatever the clock of the server does. */
    private BidRound round(ResultSet row, LotId lot, Terms terms) throws SQLException {
        var now = clock.apply(LotTerms.instant(row, "now_at")).truncatedTo(ChronoUnit.MILLIS);
        var last = LotTerms.instant(row, "decided_at");
        if (last == null) {
            return new BidRound(lot, terms, now, row.getBoolean("stopped"), LotState.before(terms), 0, LotTerms.hash(lot, terms));
        }
        return new BidRound(lot, terms, now.isBefore(last) ? last : now, row.getBoolean("stopped"), state(row), row.getLong("sequence"), row.getString("hash"));
    }

    /** A row of {@code auction.bids}. */
    static LoggedBid line(LotId lot, ResultSet row) throws SQLException {
        return new LoggedBid(lot, row.getLong("sequence"), row.getInt("paddle"), row.getString("key"), Money.of(row.getLong("limit_tugrug")),
                Answer.valueOf(row.getString("answer")), state(row), LotTerms.instant(row, "decided_at"), row.getString("previous_hash"));
    }

    private static LotState state(ResultSet row) throws SQLException {
        return new LotState(Money.of(row.getLong("price_tugrug")), row.getInt("leader"), Money.of(row.getLong("leader_limit")),
                LotTerms.instant(row, "closes_at"), row.getInt("extensions"));
    }

    private static BidRound.Known known(ResultSet row, Terms terms, BidRound round) throws SQLException {
        if (row.getString("answer") != null) {
            var view = LotView.of(terms, state(row), row.getLong("sequence"));
            return new BidRound.Known(Money.of(row.getLong("limit_tugrug")), new Receipt(Answer.valueOf(row.getString("answer")),
                    view.sequence(), LotTerms.instant(row, "decided_at"), true, view));
        }
        if (row.getString("refusal") != null) {
            return new BidRound.Known(Money.of(row.getLong("refused_limit")),
                    new Receipt(Answer.valueOf(row.getString("refusal")), 0, LotTerms.instant(row, "refused_at"), true, round.view()));
        }
        return null;
    }
}
