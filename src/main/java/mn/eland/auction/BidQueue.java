package mn.eland.auction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Whoever finds a round free decides for all who wait by then, for each lot in the order they came, in one transaction; the first who
 * came meanwhile leads the next round. Nobody leads more than is needed, and without a crowd each bid is decided alone and at once.
 */
final class BidQueue {

    private static final int BIDS_AT_ONCE = 256;
    private static final int ROUNDS_AT_ONCE = 4;

    /** Decides the bids for some lots in one transaction and answers each, in order. */
    interface Rounds {
        SortedMap<LotId, List<Receipt>> decide(SortedMap<LotId, List<Bid>> bids);
    }

    private final Rounds rounds;
    private final Map<LotId, Deque<Ticket>> waiting = new LinkedHashMap<>();
    private final Set<LotId> served = new HashSet<>();
    private int running;

    BidQueue(Rounds rounds) {
        this.rounds = rounds;
    }

    /** A bid that waits; its thread may be asked to lead while it does. */
    private static final class Ticket {
        private final LotId lot;
        private final Bid bid;
        private final Thread thread = Thread.currentThread();
        private volatile boolean leads;
        private volatile boolean answered;
        private Receipt receipt;
        private Throwable failure;

        private Ticket(LotId lot, Bid bid) {
            this.lot = lot;
            this.bid = bid;
        }

        private void answer(Receipt is, Throwable failed) {
            receipt = is;
            failure = failed;
            answered = true;
            LockSupport.unpark(thread);
        }

        private void lead() {
            leads = true;
            LockSupport.unpark(thread);
        }
    }

    /** Waits until the bid is decided. When the database fails, all of a round hear of it: they may ask again with the same key. */
    Receipt decide(LotId lot, Bid bid) {
        var ticket = new Ticket(lot, bid);
        join(ticket);
        while (true) {
            boolean answered = ticket.answered;
            if (ticket.leads) {
                ticket.leads = false;
                lead();
            } else if (answered) {
                break;
            } else {
                LockSupport.park(this);
            }
        }
        if (ticket.failure != null) {
            throw new IllegalStateException("the bid was not decided: ask again with the same key", ticket.failure);
        }
        return ticket.receipt;
    }

    private synchronized void join(Ticket ticket) {
        waiting.computeIfAbsent(ticket.lot, lot -> new ArrayDeque<>()).add(ticket);
        if (running < ROUNDS_AT_ONCE && !served.contains(ticket.lot)) {
            running++;
            ticket.leads = true;
        }
    }

    private void lead() {
        var round = take();
        try {
            if (!round.isEmpty()) {
                answer(round);
            }
        } finally {
            handOver(round.keySet());
        }
    }

    private void answer(SortedMap<LotId, List<Ticket>> round) {
        try {
            var receipts = rounds.decide(bids(round));
            round.forEach((lot, tickets) -> {
                for (int i = 0; i < tickets.size(); i++) {
                    tickets.get(i).answer(receipts.get(lot).get(i), null);
                }
            });
        } catch (RuntimeException | Error failed) {
            round.values().forEach(tickets -> tickets.forEach(ticket -> ticket.answer(null, failed)));
        }
    }

    private static SortedMap<LotId, List<Bid>> bids(SortedMap<LotId, List<Ticket>> round) {
        var bids = new TreeMap<LotId, List<Bid>>();
        round.forEach((lot, tickets) -> bids.put(lot, tickets.stream().map(ticket -> ticket.bid).toList()));
        return bids;
    }

    /** In the order of the lots, which is the order of locks: rounds of two nodes cannot wait for each other. */
    private synchronized SortedMap<LotId, List<Ticket>> take() {
        var round = new TreeMap<LotId, List<Ticket>>();
        int room = BIDS_AT_ONCE;
        for (var lots = waiting.entrySet().iterator(); room > 0 && lots.hasNext();) {
            var entry = lots.next();
            if (!served.add(entry.getKey())) {
                continue;
            }
            var tickets = new ArrayList<Ticket>();
            for (; room > 0 && !entry.getValue().isEmpty(); room--) {
                tickets.add(entry.getValue().poll());
            }
            round.put(entry.getKey(), tickets);
            if (entry.getValue().isEmpty()) {
                lots.remove();
            }
        }
        return round;
    }

    private synchronized void handOver(Set<LotId> done) {
        served.removeAll(done);
        for (var entry : waiting.entrySet()) {
            if (!served.contains(entry.getKey())) {
                entry.getValue().peek().lead();
                return;
            }
        }
        running--;
    }
}
