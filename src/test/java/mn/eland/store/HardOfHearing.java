package mn.eland.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A listener that fails when it is told something for the first time, and collides with others as often as it is said. */
@Component
class HardOfHearing {

    private final AtomicInteger told = new AtomicInteger();
    private final AtomicInteger understood = new AtomicInteger();
    private final List<String> collided = new CopyOnWriteArrayList<>();
    private final List<String> done = new CopyOnWriteArrayList<>();

    @ApplicationModuleListener
    void on(Word word) {
        if (told.incrementAndGet() == 1) {
            throw new IllegalStateException("did not hear " + word);
        }
        understood.incrementAndGet();
    }

    @ApplicationModuleListener
    void on(Shove shove) {
        collided.add(shove.name());
        if (collided.stream().filter(shove.name()::equals).count() <= shove.times()) {
            throw new OptimisticLockingFailureException(shove.name());
        }
        done.add(shove.name());
    }

    /** @return how often it took up its work */
    long began(String name) {
        return collided.stream().filter(name::equals).count();
    }

    boolean isDone(String name) {
        return done.contains(name);
    }

    int told() {
        return told.get();
    }

    int understood() {
        return understood.get();
    }

    record Word(String text) {
    }

    record Shove(String name, int times) {
    }
}
