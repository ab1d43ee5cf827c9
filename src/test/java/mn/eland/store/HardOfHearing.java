package mn.eland.store;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A listener that fails when it is told something for the first time. */
@Component
class HardOfHearing {

    private final AtomicInteger told = new AtomicInteger();
    private final AtomicInteger understood = new AtomicInteger();

    @ApplicationModuleListener
    void on(Word word) {
        if (told.incrementAndGet() == 1) {
            throw new IllegalStateException("did not hear " + word);
        }
        understood.incrementAndGet();
    }

    int told() {
        return told.get();
    }

    int understood() {
        return understood.get();
    }

    record Word(String text) {
    }
}
