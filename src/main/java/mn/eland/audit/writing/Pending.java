package mn.eland.audit.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Lines that wait for the commit of the transaction they belong to; suspended and dropped with it. */
final class Pending implements TransactionSynchronization {

    private final List<String> lines = new ArrayList<>();

    static boolean isPossible() {
        return TransactionSynchronizationManager.isSynchronizationActive() && TransactionSynchronizationManager.isActualTransactionActive();
    }

    static void add(String line) {
        here().orElseGet(() -> {
            var fresh = new Pending();
            TransactionSynchronizationManager.registerSynchronization(fresh);
            return fresh;
        }).lines.add(line);
    }

    static List<String> take() {
        var taken = waiting();
        here().ifPresent(pending -> pending.lines.clear());
        return taken;
    }

    /** What the current transaction would write. */
    static List<String> waiting() {
        return here().map(pending -> List.copyOf(pending.lines)).orElseGet(List::of);
    }

    private static Optional<Pending> here() {
        return !TransactionSynchronizationManager.isSynchronizationActive() ? Optional.empty()
                : TransactionSynchronizationManager.getSynchronizations().stream().filter(Pending.class::isInstance).map(Pending.class::cast).findFirst();
    }
}
