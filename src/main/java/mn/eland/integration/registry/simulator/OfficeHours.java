package mn.eland.integration.registry.simulator;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import mn.eland.integration.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The registrar works through the applications that are due, every second. */
public class OfficeHours implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OfficeHours.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        var one = new Thread(task, "registrar");
        one.setDaemon(true);
        return one;
    });

    public OfficeHours(Stage stage, Registrar registrar) {
        thread.scheduleWithFixedDelay(() -> work(stage, registrar), 1, 1, TimeUnit.SECONDS);
    }

    private void work(Stage stage, Registrar registrar) {
        try {
            stage.inTransaction(registrar::decideDue);
        } catch (RuntimeException e) {
            LOG.warn("the registrar could not decide: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
