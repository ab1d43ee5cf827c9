package mn.eland.auction;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mn.eland.auction.bidding.Format;
import mn.eland.auction.bidding.Increments;
import mn.eland.auction.bidding.SoftClose;
import mn.eland.auction.bidding.Terms;
import mn.eland.kernel.Money;

/** The terms of a lot as a row, and the line whose hash begins the chain of its bids. */
final class LotTerms {

    private LotTerms() {
    }

    static Terms read(ResultSet row) throws SQLException {
        var from = (Long[]) row.getArray("step_from").getArray();
        var more = (Long[]) row.getArray("step_more").getArray();
        var steps = IntStream.range(0, from.length).mapToObj(i -> new Increments.Step(Money.of(from[i]), Money.of(more[i]))).toList();
        var soft = new SoftClose(Duration.ofMillis(row.getLong("window_millis")), Duration.ofMillis(row.getLong("extension_millis")),
                row.getInt("most_extensions"));
        return new Terms(Format.valueOf(row.getString("format")), Money.of(row.getLong("start_tugrug")),
                Optional.ofNullable(row.getObject("reserve_tugrug", Long.class)).map(Money::of), Money.of(row.getLong("most_tugrug")),
                new Increments(steps), instant(row, "opens_at"), instant(row, "closes_at"), soft, instant(row, "reveal_until"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime column(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static Array amounts(java.sql.Connection connection, java.util.List<Money> amounts) throws SQLException {
        return connection.createArrayOf("bigint", amounts.stream().map(Money::tugrug).toArray());
    }

    static String hash(LotId lot, Terms terms) {
        var soft = terms.softClose();
        var steps = terms.increments().steps().stream().map(step -> step.from().tugrug() + ":" + step.more().tugrug())
                .collect(Collectors.joining(","));
        return sha256(String.join("|", "eland-lot-1", lot.toString(), terms.format().name(), text(terms.start()),
                terms.reserve().map(LotTerms::text).orElse(""), text(terms.most()), steps, text(terms.opensAt()), text(terms.closesAt()),
                Long.toString(soft.window().toMillis()), Long.toString(soft.extension().toMillis()), Integer.toString(soft.most()),
                text(terms.revealUntil())));
    }

    static String sha256(String line) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Money amount) {
        return Long.toString(amount.tugrug());
    }

    private static String text(Instant at) {
        return Long.toString(at.toEpochMilli());
    }
}
