package mn.eland.auction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Writes what a round has decided, all lines of a kind in one statement. */
final class BidLines {

    private static final String ACCEPT = """
            insert into auction.bids (lot_id, sequence, paddle, key, limit_tugrug, answer, price_tugrug, leader, leader_limit, closes_at,
                extensions, decided_at, previous_hash, hash)
            select lot_id, sequence, paddle, key, limit_tugrug, answer, price, leader, leader_limit,
                timestamptz 'epoch' + closes * interval '1 millisecond', extensions, timestamptz 'epoch' + decided * interval '1 millisecond',
                previous_hash, hash
            from unnest(?::uuid[], ?::bigint[], ?::int[], ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::int[], ?::bigint[], ?::bigint[],
                ?::int[], ?::bigint[], ?::text[], ?::text[]) as line (lot_id, sequence, paddle, key, limit_tugrug, answer, price, leader,
                leader_limit, closes, extensions, decided, previous_hash, hash)""";
    private static final String REFUSE = """
            insert into auction.refusals (lot_id, paddle, key, limit_tugrug, answer, decided_at)
            select lot_id, paddle, key, limit_tugrug, answer, timestamptz 'epoch' + decided * interval '1 millisecond'
            from unnest(?::uuid[], ?::int[], ?::text[], ?::bigint[], ?::text[], ?::bigint[])
                as line (lot_id, paddle, key, limit_tugrug, answer, decided)""";

    private BidLines() {
    }

    static void accept(Connection connection, List<LoggedBid> lines) throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(ACCEPT)) {
            new Columns<>(connection, insert, lines).add("uuid", line -> line.lot().value()).add("bigint", LoggedBid::sequence)
                    .add("int", LoggedBid::paddle).add("text", LoggedBid::key).add("bigint", line -> line.limit().tugrug())
                    .add("text", line -> line.answer().name()).add("bigint", line -> line.state().price().tugrug())
                    .add("int", line -> line.state().leader()).add("bigint", line -> line.state().limit().tugrug())
                    .add("bigint", line -> line.state().closesAt().toEpochMilli()).add("int", line -> line.state().extensions())
                    .add("bigint", line -> line.decidedAt().toEpochMilli()).add("text", LoggedBid::previousHash).add("text", LoggedBid::hash);
            insert.executeUpdate();
        }
    }

    static void refuse(Connection connection, List<BidRound.NotAccepted> lines) throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(REFUSE)) {
            new Columns<>(connection, insert, lines).add("uuid", line -> line.lot().value()).add("int", BidRound.NotAccepted::paddle)
                    .add("text", BidRound.NotAccepted::key).add("bigint", line -> line.limit().tugrug()).add("text", line -> line.answer().name())
                    .add("bigint", line -> line.decidedAt().toEpochMilli());
            insert.executeUpdate();
        }
    }

    /** Rows handed to the server as one array a column. */
    private static final class Columns<T> {
        private final Connection connection;
        private final PreparedStatement statement;
        private final List<T> rows;
        private int place = 1;

        private Columns(Connection connection, PreparedStatement statement, List<T> rows) {
            this.connection = connection;
            this.statement = statement;
            this.rows = rows;
        }

        private Columns<T> add(String type, Function<T, Object> value) throws SQLException {
            statement.setArray(place++, connection.createArrayOf(type, rows.stream().map(value).toArray()));
            return this;
        }
    }
}
