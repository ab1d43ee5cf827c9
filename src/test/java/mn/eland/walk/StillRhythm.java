package mn.eland.walk;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;

/** Keeps what would be done in a rhythm, and does it when told. */
final class StillRhythm implements TaskScheduler {

    private final Map<String, Runnable> tasks = new LinkedHashMap<>();

    /** @param name class and method, such as {@code Watch.look} */
    void beat(String name) {
        tasks.entrySet().stream().filter(task -> task.getKey().endsWith("." + name)).findFirst().orElseThrow().getValue().run();
    }

    private ScheduledFuture<?> keep(Runnable task) {
        tasks.put(task.toString(), task);
        return null;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, Trigger trigger) {
        return keep(task);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, Instant startTime) {
        return keep(task);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Instant startTime, Duration period) {
        return keep(task);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Duration period) {
        return keep(task);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Instant startTime, Duration delay) {
        return keep(task);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Duration delay) {
        return keep(task);
    }
}
