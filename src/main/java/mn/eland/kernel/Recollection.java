package mn.eland.kernel;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What one request has found out, for the doors on its way that ask the same again: who the reader is to a case, for whom he acts.
 * Nothing is kept over the end of the request, and outside of one nothing is kept at all.
 */
public final class Recollection {

    private final ThreadLocal<Map<Object, Object>> here = new ThreadLocal<>();

    /** What this request has found before under an equal key; else what is found now. Never null. */
    @SuppressWarnings("unchecked")
    public <T> T once(Object key, Supplier<T> ask) {
        var found = here.get();
        if (found == null) {
            return ask.get();
        }
        var before = found.get(key);
        if (before != null) {
            return (T) before;
        }
        var now = ask.get();
        found.put(key, now);
        return now;
    }

    /** Somebody's rights change in this request: for the rest of it everything is asked anew. */
    public void changed() {
        here.remove();
    }

    /** A request begins on this thread. */
    public void begin() {
        here.set(new HashMap<>());
    }

    /** The request is answered. */
    public void end() {
        here.remove();
    }
}
