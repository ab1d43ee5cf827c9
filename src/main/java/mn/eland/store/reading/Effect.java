package mn.eland.store.reading;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What a statement makes of values that were read before it.
 *
 * @param waits  it may have waited for somebody else, who may have written anything
 * @param tables to which it writes
 */
record Effect(boolean waits, Set<String> tables) {

    /** Of a statement that cannot be seen. */
    static final Effect UNKNOWN = new Effect(true, Set.of());
    private static final Pattern WAITS = Pattern.compile("\\bfor (?:update|no key update|share|key share)\\b|_advisory_|\\block table\\b|\\bcall\\b|\\btruncate\\b");
    private static final Pattern WRITES = Pattern.compile("\\b(?:insert into|update|delete from|merge into)\\s+(?:only\\s+)?\"?([a-z_]\\w*\"?(?:\\.\"?[a-z_]\\w*)?)");
    private static final Map<String, Effect> KNOWN = new ConcurrentHashMap<>();
    private static final int MOST_KNOWN = 5_000;

    static Effect of(String sql) {
        var known = KNOWN.get(sql);
        if (known != null) {
            return known;
        }
        var effect = read(sql.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
        if (KNOWN.size() < MOST_KNOWN) {
            KNOWN.put(sql, effect);
        }
        return effect;
    }

    private static Effect read(String sql) {
        var tables = new HashSet<String>();
        WRITES.matcher(sql).results().forEach(found -> tables.add(found.group(1).replace("\"", "")));
        return new Effect(WAITS.matcher(sql).find(), Set.copyOf(tables));
    }

    /** Called when the statement is done, or has failed. */
    void comeTrue() {
        Memory.here().ifPresent(memory -> {
            if (waits) {
                memory.forgetAll();
            } else if (!tables.isEmpty()) {
                memory.forget(tables);
            }
        });
    }
}
