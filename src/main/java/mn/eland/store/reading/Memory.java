package mn.eland.store.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mn.eland.store.reading.Reads.Question;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What one transaction remembers. It begins with the first statement that is watched: who is not watched remembers nothing. */
final class Memory implements TransactionSynchronization {

    private final Map<Question, Object> values = new HashMap<>();

    private Memory() {
    }

    /** Empty outside of a transaction, and before its first watched statement. */
    static Optional<Memory> here() {
        return isPossible() ? Optional.ofNullable((Memory) TransactionSynchronizationManager.getResource(Memory.class)) : Optional.empty();
    }

    static void begin() {
        if (isPossible() && !TransactionSynchronizationManager.hasResource(Memory.class)) {
            var memory = new Memory();
            TransactionSynchronizationManager.bindResource(Memory.class, memory);
            TransactionSynchronizationManager.registerSynchronization(memory);
        }
    }

    private static boolean isPossible() {
        return TransactionSynchronizationManager.isSynchronizationActive() && TransactionSynchronizationManager.isActualTransactionActive();
    }

    Object find(Question question) {
        return values.get(question);
    }

    void keep(Question question, Object value) {
        values.put(question, value);
    }

    void forget(Set<String> tables) {
        values.keySet().removeIf(question -> tables.stream().anyMatch(question.kind()::isOf));
    }

    void forgetAll() {
        values.clear();
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(Memory.class);
    }

    /** The other transaction may have written anything. */
    @Override
    public void resume() {
        forgetAll();
        TransactionSynchronizationManager.bindResource(Memory.class, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(Memory.class);
    }
}
