package mn.eland.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The one clock of the application, in the zone of Ulaanbaatar (UTC+8, no daylight saving). It can be moved forward in
 * tests and in the sandbox; whoever keeps a time of its own (the engine) follows through {@link #onShift}.
 */
public final class ElandClock extends Clock {

    public static final ZoneId ULAANBAATAR = ZoneId.of("Asia/Ulaanbaatar");

    private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);
    private final java.util.List<java.util.function.Consumer<Duration>> followers =
            new java.util.concurrent.CopyOnWriteArrayList<>();

    @Override
    public ZoneId getZone() {
        return ULAANBAATAR;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), shift.get());
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(shift.get());
    }

    public LocalDate today() {
        return LocalDate.now(this);
    }

    /** Lets time pass for the whole application. */
    public void passes(Duration time) {
        var now = shift.updateAndGet(before -> before.plus(time));
        followers.forEach(follower -> follower.accept(now));
    }

    /** Back to the time of the machine. */
    public void reset() {
        shift.set(Duration.ZERO);
        followers.forEach(follower -> follower.accept(Duration.ZERO));
    }

    /** Tells the follower the distance from the machine's time, now and whenever it changes. */
    public void onShift(java.util.function.Consumer<Duration> follower) {
        followers.add(follower);
        follower.accept(shift.get());
    }
}
