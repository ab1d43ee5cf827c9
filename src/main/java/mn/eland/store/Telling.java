package mn.eland.store;

import java.lang.reflect.Method;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.transaction.event.TransactionalApplicationListenerMethodAdapter;
import org.springframework.util.ClassUtils;

/** That a listener is being told an event, on the thread that tells it. */
final class Telling {

    private static final ThreadLocal<Telling> NOW = new ThreadLocal<>();

    private final Object event;
    private final Method listener;
    private final String transaction;
    private boolean noted;

    private Telling(Object event, Method listener, Class<?> type) {
        this.event = event;
        this.listener = listener;
        this.transaction = ClassUtils.getQualifiedMethodName(listener, type);
    }

    static void begin(Object event, Method listener, Class<?> type) {
        NOW.set(new Telling(event, listener, type));
    }

    static void failed() {
        NOW.remove();
    }

    /** Null while nobody is told anything. */
    static Telling now() {
        return NOW.get();
    }

    /** True for the transaction that the listener itself opened, and none within it. */
    boolean isWorkOf(String transactionName) {
        return transaction.equals(transactionName);
    }

    Object event() {
        return event;
    }

    PublicationTargetIdentifier target() {
        return PublicationTargetIdentifier.of(new TransactionalApplicationListenerMethodAdapter(null, listener.getDeclaringClass(), listener).getListenerId());
    }

    void noted() {
        noted = true;
    }

    /** @return true when it was noted with the work that this event has been told, so that it need not be noted again */
    static boolean endsNoted(Object event) {
        var telling = NOW.get();
        NOW.remove();
        return telling != null && telling.noted && telling.event == event;
    }
}
