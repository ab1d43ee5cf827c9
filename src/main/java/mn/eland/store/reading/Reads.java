package mn.eland.store.reading;

import java.util.Set;
import java.util.function.Supplier;

/**
 * Values made of rows of certain tables, read once in a transaction. A value is forgotten as soon as the transaction writes to one of
 * the tables, has waited for a lock, comes back from a transaction within it, or ends; outside of a transaction nothing is remembered.
 * Only for values that nobody changes.
 */
public final class Reads {

    private final Set<String> tables;

    private Reads(Set<String> tables) {
        this.tables = tables;
    }

    /** @param tables all that the value is read from, with their schema, in small letters: {@code identity.parties} */
    public static Reads of(String... tables) {
        return new Reads(Set.of(tables));
    }

    /**
     * The value that was read under the key in this transaction, or else is read now.
     *
     * @param key  tells the value from others of the same kind
     * @param read asks the database; what it gives must not be null
     */
    @SuppressWarnings("unchecked")
    public <T> T once(Object key, Supplier<T> read) {
        var question = new Question(this, key);
        var known = Memory.here().map(memory -> memory.find(question)).orElse(null);
        if (known != null) {
            return (T) known;
        }
        var value = read.get();
        Memory.here().ifPresent(memory -> memory.keep(question, value));
        return value;
    }

    boolean isOf(String table) {
        return tables.contains(table);
    }

    record Question(Reads kind, Object key) {
    }
}
