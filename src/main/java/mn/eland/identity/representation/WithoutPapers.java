package mn.eland.identity.representation;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import mn.eland.kernel.PartyId;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who acts for nobody, which is nearly everybody: known for a second, so that a page with its calls asks once. A paper recorded by
 * this node is seen with its commit, one of another node within that second; until then the person may less, never more.
 */
final class WithoutPapers {

    private static final long KNOWN_FOR = Duration.ofSeconds(1).toNanos();
    private static final int MANY = 20_000;

    private final Map<PartyId, Known> people = new ConcurrentHashMap<>();
    /** Counts the papers recorded, so that what was read before one is not remembered after it. */
    private final AtomicLong papers = new AtomicLong();

    private record Known(long at, long papers) {
    }

    /** Whether the person was found to act for nobody a moment ago. */
    boolean isKnown(PartyId person) {
        var known = people.get(person);
        return known != null && known.papers() == papers.get() && System.nanoTime() - known.at() < KNOWN_FOR;
    }

    /** What is read; remembered when it is nothing. */
    <T extends Collection<?>> T read(PartyId person, Supplier<T> papersOf) {
        var asked = new Known(System.nanoTime(), papers.get());
        var found = papersOf.get();
        if (found.isEmpty()) {
            if (people.size() >= MANY) {
                people.clear();
            }
            people.put(person, asked);
        }
        return found;
    }

    /** A paper is recorded in this transaction: what was known counts no more, neither now nor after its commit. */
    void forget() {
        papers.incrementAndGet();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    papers.incrementAndGet();
                }
            });
        }
    }
}
