package mn.eland.auction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;

/**
 * Whoever finds a lot free decides for all who wait there by then, in the order they came, in one transaction; the first who came
 * meanwhile is next. Nobody works longer than one round for others, and without a crowd each bid is decided alone and at once.
 */
final class BidQueue {

    private static final int MOST_AT_ONCE = 256;
    private static final int ROUNDS_AT_ONCE = 8;

    private final BiFunction<LotId, List<Bid>, List<Receipt>> rounds;
    private final Map<LotId, Deque<Ticket>> waiting = new HashMap<>();
    /** Lots take turns for the database in the order they came: a pool of connections would let some wait for seconds. */
    private final Semaphore database = new Semaphore(ROUNDS_AT_ONCE, true);

    /** {@code rounds} decides some bids for one lot and answers each, in order. */
    BidQueue(BiFunction<LotId, List<Bid>, List<Receipt>> rounds) {
        this.rounds = rounds;
    }

    private static final class Ticket {
        private final Bid bid;
        private final CompletableFuture<Void> turn = new CompletableFuture<>();
        private volatile Receipt receipt;

        private Ticket(Bid bid) {
            this.bid = bid;
        }
    }

    /** Waits until the bid is decided. When the database fails, all of a round hear of it: they may ask again with the same key. */
    Receipt decide(LotId lot, Bid bid) {
        var ticket = new Ticket(bid);
        if (!join(lot, ticket)) {
            try {
                ticket.turn.join();
            } catch (CompletionException failed) {
                throw new IllegalStateException("the bid was not decided: ask again with the same key", failed.getCause());
            }
        }
        if (ticket.receipt == null) {
            serve(lot, ticket);
        }
        return ticket.receipt;
    }

    /** Whether the lot was free and the ticket begins. */
    private boolean join(LotId lot, Ticket ticket) {
        synchronized (waiting) {
            var others = waiting.get(lot);
            if (others == null) {
                waiting.put(lot, new ArrayDeque<>());
                return true;
            }
            others.add(ticket);
            return false;
        }
    }

    private void serve(LotId lot, Ticket own) {
        database.acquireUninterruptibly();
        var round = round(lot, own);
        try {
            var receipts = rounds.apply(lot, round.stream().map(ticket -> ticket.bid).toList());
            for (int i = 0; i < round.size(); i++) {
                round.get(i).receipt = receipts.get(i);
            }
            round.forEach(ticket -> ticket.turn.complete(null));
        } catch (RuntimeException | Error failed) {
            round.forEach(ticket -> ticket.turn.completeExceptionally(failed));
            throw failed;
        } finally {
            database.release();
            handOver(lot);
        }
    }

    private List<Ticket> round(LotId lot, Ticket own) {
        var round = new ArrayList<Ticket>();
        round.add(own);
        synchronized (waiting) {
            var others = waiting.get(lot);
            while (!others.isEmpty() && round.size() < MOST_AT_ONCE) {
                round.add(others.poll());
            }
        }
        return round;
    }

    private void handOver(LotId lot) {
        Ticket next;
        synchronized (waiting) {
            next = waiting.get(lot).poll();
            if (next == null) {
                waiting.remove(lot);
            }
        }
        if (next != null) {
            next.turn.complete(null);
        }
    }
}
