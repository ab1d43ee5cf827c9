package mn.eland.integration.stage;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Plays one call of a simulated system: names it for the log, applies the switches, runs it in a transaction of the
 * simulator's own.
 */
public class Stage implements AutoCloseable {

    static final String OPERATION = Stage.class.getName() + ".operation";
    private static final int INTERNAL_ERROR = 500;
    private static final int GATEWAY_TIMEOUT = 504;

    private final Switches switches;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Duration hang;
    private final AtomicReference<CountDownLatch> gate = new AtomicReference<>(new CountDownLatch(1));
    private final AtomicInteger held = new AtomicInteger();
    private volatile boolean closed;

    /** @param hang how long a caller is left waiting that shall run into its own time limit */
    public Stage(Switches switches, TransactionTemplate transactions, Clock clock, Duration hang) {
        this.switches = switches;
        this.transactions = transactions;
        this.clock = clock;
        this.hang = hang;
    }

    public Clock clock() {
        return clock;
    }

    public Switches switches() {
        return switches;
    }

    public <T> T inTransaction(java.util.function.Supplier<T> act) {
        return transactions.execute(status -> act.get());
    }

    /** One call of a system that speaks JSON. */
    public ResponseEntity<?> play(String system, String operation, Function<Twist, ?> act) {
        return play(system, operation, Stage::busy, act);
    }

    private static ResponseEntity<?> busy(Integer status) {
        return ResponseEntity.status(status).body(Map.of("error", "SYSTEM_BUSY", "message", "switched on the control page"));
    }

    /** One call of any system. @param broken how it says that it is out of order, for an HTTP status */
    public ResponseEntity<?> play(String system, String operation, Function<Integer, ResponseEntity<?>> broken, Function<Twist, ?> act) {
        named(operation);
        var twist = switches.take(system, operation);
        pause(twist.number(Behaviour.SLOW, 0));
        if (twist.has(Behaviour.ERROR)) {
            return broken.apply((int) twist.number(Behaviour.ERROR, INTERNAL_ERROR));
        }
        if (twist.has(Behaviour.TIMEOUT_BEFORE)) {
            return waitedOut(twist.number(Behaviour.TIMEOUT_BEFORE, hang.toMillis()));
        }
        ResponseEntity<?> answer;
        try {
            answer = transactions.execute(status -> {
                var said = act.apply(twist);
                return said instanceof ResponseEntity<?> whole ? whole : ResponseEntity.ok(said);
            });
        } catch (Refused refused) {
            answer = ResponseEntity.status(refused.status()).body(refused.body());
        }
        return twist.has(Behaviour.TIMEOUT_AFTER) ? waitedOut(twist.number(Behaviour.TIMEOUT_AFTER, hang.toMillis())) : answer;
    }

    private ResponseEntity<?> waitedOut(long millis) {
        pause(millis);
        return ResponseEntity.status(GATEWAY_TIMEOUT).build();
    }

    /** Says in the log what is being asked. */
    public static void named(String operation) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(OPERATION, operation, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** Calls that are made to wait just now. */
    public int held() {
        return held.get();
    }

    /** Lets all calls go on that are made to wait just now; later ones wait their time. @return how many they were */
    public int letGo() {
        int waiting = held.get();
        gate.getAndSet(new CountDownLatch(1)).countDown();
        return waiting;
    }

    /** Waits, but not longer than somebody lets it go on or the server lives. */
    private void pause(long millis) {
        var until = gate.get();
        if (millis <= 0 || closed) {
            return;
        }
        held.incrementAndGet();
        try {
            until.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            held.decrementAndGet();
        }
    }

    @Override
    public void close() {
        closed = true;
        letGo();
    }
}
