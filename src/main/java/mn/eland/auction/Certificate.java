package mn.eland.auction;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import mn.eland.auction.bidding.Result;
import mn.eland.auction.bidding.Terms;
import mn.eland.audit.sealing.SealKey;

/**
 * What proves afterwards that a lot went by its rules: the published terms, every accepted bid in order, the result, signed. Bidders stand in
 * it by their paddle numbers. Written as {@code eland_auction_verify.py} reads it: keys in order, no needless space.
 */
final class Certificate {

    private static final HexFormat HEX = HexFormat.of();

    private Certificate() {
    }

    static byte[] of(LotId lot, Terms terms, List<LoggedBid> bids, Result result, SealKey key) {
        var lines = new StringBuilder(head(lot, terms, key)).append('\n');
        bids.forEach(bid -> lines.append(line(bid)).append('\n'));
        lines.append("{\"kind\":\"").append(result.kind()).append("\",\"price\":").append(result.price().tugrug())
                .append(",\"type\":\"result\",\"winner\":").append(result.winner()).append("}\n");
        var hash = LotTerms.sha256(lines.toString());
        lines.append("{\"sha256\":\"").append(hash).append("\",\"signature\":\"").append(HEX.formatHex(key.sign("eland-auction-end:" + hash)))
                .append("\",\"type\":\"end\"}\n");
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String head(LotId lot, Terms terms, SealKey key) {
        var steps = terms.increments().steps().stream().map(step -> "[" + step.from().tugrug() + "," + step.more().tugrug() + "]")
                .collect(Collectors.joining(",", "[", "]"));
        var soft = terms.softClose();
        return "{\"format\":\"eland-auction-1\",\"key\":\"" + key.fingerprint() + "\",\"lot\":\"" + lot + "\",\"publicKey\":\""
                + HEX.formatHex(key.publicKey()) + "\",\"terms\":{\"closesAt\":" + terms.closesAt().toEpochMilli() + ",\"extension\":"
                + soft.extension().toMillis() + ",\"format\":\"" + terms.format() + "\",\"most\":" + terms.most().tugrug() + ",\"mostExtensions\":"
                + soft.most() + ",\"opensAt\":" + terms.opensAt().toEpochMilli() + ",\"reserve\":"
                + terms.reserve().map(reserve -> Long.toString(reserve.tugrug())).orElse("null") + ",\"revealUntil\":"
                + terms.revealUntil().toEpochMilli() + ",\"start\":" + terms.start().tugrug() + ",\"steps\":" + steps + ",\"window\":"
                + soft.window().toMillis() + "},\"type\":\"auction\"}";
    }

    private static String line(LoggedBid bid) {
        var state = bid.state();
        return "{\"answer\":\"" + bid.answer() + "\",\"bid\":" + bid.sequence() + ",\"closesAt\":" + state.closesAt().toEpochMilli()
                + ",\"decidedAt\":" + bid.decidedAt().toEpochMilli() + ",\"extensions\":" + state.extensions() + ",\"hash\":\"" + bid.hash()
                + "\",\"key\":\"" + bid.key() + "\",\"leader\":" + state.leader() + ",\"leaderLimit\":" + state.limit().tugrug() + ",\"limit\":"
                + bid.limit().tugrug() + ",\"paddle\":" + bid.paddle() + ",\"previous\":\"" + bid.previousHash() + "\",\"price\":"
                + state.price().tugrug() + ",\"type\":\"bid\"}";
    }
}
