package mn.eland.bench;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;

/** The people and messages of one sale on the bare engine: they act in turn, each as soon as the engine has committed. */
final class BareSale {

    private static final Runnable ENDED = () -> { };
    private static final int PATIENCE_SECONDS = 60;

    private final ProcessEngine engine;
    private final LeftBehind leftBehind;
    private final BlockingQueue<Runnable> acts = new LinkedBlockingQueue<>();
    private final Map<String, AtomicInteger> visits = new ConcurrentHashMap<>();

    BareSale(ProcessEngine engine, LeftBehind leftBehind) {
        this.engine = engine;
        this.leftBehind = leftBehind;
    }

    /** What this visit of an activity leaves. */
    Map<String, Object> leftBy(String activity) {
        return leftBehind.of(activity, visits.computeIfAbsent(activity, id -> new AtomicInteger()).getAndIncrement());
    }

    void taskWaits(String task, String activity) {
        var values = leftBy(activity);
        acts.add(() -> engine.getTaskService().complete(task, values));
    }

    void messageAwaited(String execution, String message, String activity) {
        var values = leftBy(activity);
        acts.add(() -> engine.getRuntimeService().messageEventReceived(message, execution, values));
    }

    void ended() {
        acts.add(ENDED);
    }

    void untilEnded() {
        try {
            for (var act = next(); act != ENDED; act = next()) {
                try {
                    act.run();
                } catch (OptimisticLockingException again) {
                    acts.add(act);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Runnable next() throws InterruptedException {
        var act = acts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (act == null) {
            throw new IllegalStateException("the sale stands still after " + visits.keySet());
        }
        return act;
    }
}
