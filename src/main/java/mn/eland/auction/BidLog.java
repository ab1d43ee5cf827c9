package mn.eland.auction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import mn.eland.auction.bidding.Answer;
import mn.eland.auction.bidding.LotState;
import mn.eland.auction.bidding.Terms;
import mn.eland.kernel.Money;

/**
 * Decides some bids for one lot in one transaction of its own, under the lock of the lot, at the time of the database server; what is
 * answered is committed. The database itself keeps number, chain and order, so a second node or a fault of ours cannot break them.
 */
final class BidLog {

    private static final String LAST = """
            select clock_timestamp() as now_at, b.* from (select 1) one left join lateral (
                select * from auction.bids where lot_id = ? order by sequence desc limit 1) b on true""";
    private static final String BEGIN = "select * from auction.begin_round(?, ?, ?)";
    private static final String ACCEPT = """
            insert into auction.bids (lot_id, sequence, paddle, key, limit_tugrug, answer, price_tugrug, leader, leader_limit, closes_at,
                extensions, decided_at, previous_hash, hash)
            select ?::uuid, sequence, paddle, key, limit_tugrug, answer, price, leader, leader_limit,
                timestamptz 'epoch' + closes * interval '1 millisecond', extensions, ?::timestamptz, previous_hash, hash
            from unnest(?::bigint[], ?::int[], ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::int[], ?::bigint[], ?::bigint[], ?::int[],
                ?::text[], ?::text[]) as line (sequence, paddle, key, limit_tugrug, answer, price, leader, leader_limit, closes, extensions,
                previous_hash, hash)""";
    private static final String REFUSE = """
            insert into auction.refusals (lot_id, paddle, key, limit_tugrug, answer, decided_at)
            select ?::uuid, paddle, key, limit_tugrug, answer, ?::timestamptz
            from unnest(?::int[], ?::text[], ?::bigint[], ?::text[]) as line (paddle, key, limit_tugrug, answer)""";

    private final DataSource database;
    private final UnaryOperator<Instant> clock;
    private final Map<LotId, Terms> published = new ConcurrentHashMap<>();

    /** {@code clock} makes the time of the house of the time of the database server. */
    BidLog(DataSource database, UnaryOperator<Instant> clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Answers each bid, in their order. */
    List<Receipt> decide(LotId lot, List<Bid> bids) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var receipts = decide(connection, lot, bids);
                connection.commit();
                return receipts;
            } catch (SQLException | RuntimeException | Error failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("bids for lot " + lot + " were not decided", e);
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

    private List<Receipt> decide(Connection connection, LotId lot, List<Bid> bids) throws SQLException {
        var terms = terms(connection, lot);
        try (var begin = connection.prepareStatement(BEGIN)) {
            begin.setObject(1, lot.value());
            begin.setArray(2, connection.createArrayOf("uuid", bids.stream().map(bid -> bid.bidder().value()).toArray()));
            begin.setArray(3, connection.createArrayOf("text", bids.stream().map(Bid::key).toArray()));
            try (var row = begin.executeQuery()) {
                row.next();
                var round = round(row, lot, terms);
                var receipts = answers(row, terms, bids, round);
                accept(connection, lot, round);
                refuse(connection, lot, round);
                return receipts;
            }
        }
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
            return new BidRound(lot, terms, now, LotState.before(terms), 0, LotTerms.hash(lot, terms));
        }
        return new BidRound(lot, terms, now.isBefore(last) ? last : now, state(row), row.getLong("sequence"), row.getString("hash"));
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

    private static void accept(Connection connection, LotId lot, BidRound round) throws SQLException {
        var lines = round.accepted();
        if (lines.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(ACCEPT)) {
            insert.setObject(1, lot.value());
            insert.setObject(2, LotTerms.column(round.now()));
            var columns = new Columns<>(connection, insert, lines, 3);
            columns.add("bigint", LoggedBid::sequence).add("int", LoggedBid::paddle).add("text", LoggedBid::key)
                    .add("bigint", line -> line.limit().tugrug()).add("text", line -> line.answer().name())
                    .add("bigint", line -> line.state().price().tugrug()).add("int", line -> line.state().leader())
                    .add("bigint", line -> line.state().limit().tugrug()).add("bigint", line -> line.state().closesAt().toEpochMilli())
                    .add("int", line -> line.state().extensions()).add("text", LoggedBid::previousHash).add("text", LoggedBid::hash);
            insert.executeUpdate();
        }
    }

    private static void refuse(Connection connection, LotId lot, BidRound round) throws SQLException {
        if (round.refused().isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(REFUSE)) {
            insert.setObject(1, lot.value());
            insert.setObject(2, LotTerms.column(round.now()));
            new Columns<>(connection, insert, round.refused(), 3).add("int", BidRound.NotAccepted::paddle).add("text", BidRound.NotAccepted::key)
                    .add("bigint", line -> line.limit().tugrug()).add("text", line -> line.answer().name());
            insert.executeUpdate();
        }
    }

    /** Rows handed to the server as one array a column. */
    private static final class Columns<T> {
        private final Connection connection;
        private final PreparedStatement statement;
        private final List<T> rows;
        private int place;

        private Columns(Connection connection, PreparedStatement statement, List<T> rows, int place) {
            this.connection = connection;
            this.statement = statement;
            this.rows = rows;
            this.place = place;
        }

        private Columns<T> add(String type, Function<T, Object> value) throws SQLException {
            statement.setArray(place++, connection.createArrayOf(type, rows.stream().map(value).toArray()));
            return this;
        }
    }
}
