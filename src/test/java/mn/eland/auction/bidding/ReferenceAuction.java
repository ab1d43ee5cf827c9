package mn.eland.auction.bidding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The auction as the published rules tell it (handbook A12, 9A.15, 9B.3 and the rules on the lot page), in plain numbers and
 * without looking at the code: it keeps everything that was ever accepted and works every answer out from that list anew.
 * Times are milliseconds, amounts tögrög.
 */
final class ReferenceAuction {

    /** A lot as its page tells it; {@code reserve} 0 is none, {@code steps} are pairs of a price and the step from there on. */
    record Lot(String format, long start, long reserve, long most, long[][] steps, long opens, long closes, long window, long extension,
               int mostExtensions, long revealUntil) {
    }

    /** One line of the list of accepted bids. */
    private record Accepted(int paddle, long limit) {
    }

    private final Lot lot;
    private final List<Accepted> list = new ArrayList<>();
    private final Map<Integer, Integer> sealedAs = new HashMap<>();
    private final Map<Integer, Long> opened = new HashMap<>();
    private long price;
    private long closes;
    private int extended;

    ReferenceAuction(Lot lot) {
        this.lot = lot;
        this.closes = lot.closes();
    }

    String bid(int paddle, long limit, long at) {
        if (at < lot.opens()) {
            return "TOO_EARLY";
        }
        if (at >= closes) {
            return "TOO_LATE";
        }
        if (limit > lot.most()) {
            return "TOO_HIGH";
        }
        int leaderBefore = leader();
        if (leaderBefore == paddle) {
            if (best(paddle).limit() >= limit) {
                return "OWN_BID";
            }
        } else if (limit < leastNext()) {
            return "TOO_LOW";
        }
        list.add(new Accepted(paddle, limit));
        long priceBefore = price;
        if (leaderBefore != paddle) {
            price = beatsAllOthers();
        }
        if (lot.reserve() > price && best(leader()).limit() >= lot.reserve()) {
            price = lot.reserve();
        }
        if ((price != priceBefore || leader() != leaderBefore) && closes - at <= lot.window() && extended < lot.mostExtensions()) {
            closes += lot.extension();
            extended++;
        }
        return leader() == paddle ? "LEADING" : "OUTBID";
    }

    /** Second price plus one step, but never more than the best limit; the start price while there is one bidder. */
    private long beatsAllOthers() {
        int first = leader();
        var second = list.stream().filter(one -> one.paddle() != first).mapToLong(Accepted::limit).max();
        return second.isEmpty() ? lot.start() : Math.min(best(first).limit(), second.getAsLong() + step(second.getAsLong()));
    }

    long leastNext() {
        return list.isEmpty() ? lot.start() : price + step(price);
    }

    /** The highest limit leads; of equal ones the one that came first. */
    int leader() {
        return list.stream().max(Comparator.comparingLong(Accepted::limit).thenComparing(list::indexOf, Comparator.reverseOrder()))
                .map(Accepted::paddle).orElse(0);
    }

    private Accepted best(int paddle) {
        return list.stream().filter(one -> one.paddle() == paddle).max(Comparator.comparingLong(Accepted::limit)).orElseThrow();
    }

    private long step(long from) {
        long found = 0;
        for (var row : lot.steps()) {
            if (from >= row[0]) {
                found = row[1];
            }
        }
        return found;
    }

    String seal(int paddle, long at) {
        if (at < lot.opens()) {
            return "TOO_EARLY";
        }
        if (at >= lot.closes()) {
            return "TOO_LATE";
        }
        return sealedAs.putIfAbsent(paddle, sealedAs.size()) == null ? "SEALED" : "OWN_BID";
    }

    String reveal(int paddle, long amount, boolean asSealed, long at) {
        if (at < lot.closes()) {
            return "TOO_EARLY";
        }
        if (at >= lot.revealUntil()) {
            return "TOO_LATE";
        }
        if (!sealedAs.containsKey(paddle)) {
            return "NOTHING_SEALED";
        }
        if (opened.containsKey(paddle)) {
            return "OWN_BID";
        }
        if (!asSealed) {
            return "NOT_AS_SEALED";
        }
        opened.put(paddle, amount);
        return fits(amount) ? "REVEALED" : "REVEALED_UNFIT";
    }

    private boolean fits(long amount) {
        return amount >= lot.start() && amount <= lot.most();
    }

    /** Kind, winner, price and the paddles whose bond is lost, in one line. */
    String result() {
        if (lot.format().equals("OPEN")) {
            return told(leader(), price, List.of());
        }
        var lost = sealedAs.entrySet().stream().sorted(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
                .filter(paddle -> !opened.containsKey(paddle)).toList();
        int winner = 0;
        long first = 0;
        long second = lot.start();
        for (int paddle : sealedAs.entrySet().stream().sorted(Map.Entry.comparingByValue()).map(Map.Entry::getKey).toList()) {
            long amount = opened.getOrDefault(paddle, 0L);
            if (!fits(amount)) {
                continue;
            }
            if (amount > first) {
                second = winner == 0 ? second : first;
                first = amount;
                winner = paddle;
            } else {
                second = Math.max(second, amount);
            }
        }
        long pays = lot.format().equals("SEALED_FIRST") ? first : first >= lot.reserve() ? Math.max(second, lot.reserve()) : second;
        return told(winner, pays, lost);
    }

    private String told(int winner, long pays, List<Integer> lost) {
        var kind = winner == 0 ? "NO_BID" : pays >= lot.reserve() ? "SOLD" : "BELOW_RESERVE";
        return kind + " " + winner + " " + (winner == 0 ? 0 : pays) + " " + lost;
    }

    /** What everybody sees of an open lot: leader, price, close and how often it was moved. */
    String seen() {
        return leader() + " " + price + " " + closes + " " + extended;
    }
}
