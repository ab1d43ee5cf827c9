package mn.eland.integration.qpay.simulator;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import mn.eland.integration.http.HttpCalls;
import mn.eland.integration.stage.Exchanges;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the merchant by GET that something happened; repeats when the answer is not {@code SUCCESS}. */
public class Callbacks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);
    private static final long[] RETRY_AFTER_SECONDS = {2, 10, 60};

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4, task -> {
        var thread = new Thread(task, "qpay-callback");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpCalls http = new HttpCalls(Duration.ofSeconds(20));
    private final Exchanges exchanges;

    public Callbacks(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    void send(String callbackUrl, String paymentId, int times, long afterMillis) {
        var address = URI.create(callbackUrl + (callbackUrl.contains("?") ? "&" : "?") + "qpay_payment_id=" + paymentId);
        for (int i = 0; i < times; i++) {
            threads.schedule(() -> attempt(address, 0), afterMillis, TimeUnit.MILLISECONDS);
        }
    }

    private void attempt(URI address, int earlier) {
        long start = System.nanoTime();
        int status = 0;
        String answer;
        try {
            var reply = http.call("GET", address, Map.of(), null);
            status = reply.status();
            answer = reply.body();
        } catch (HttpCalls.NoAnswer e) {
            answer = e.getMessage();
        }
        try {
            exchanges.remember(UUID.randomUUID().toString(), "OUT", "qpay", "callback", "GET", address.toString(), "", status,
                    answer, (System.nanoTime() - start) / 1_000_000);
        } catch (org.springframework.dao.DataAccessException e) {
            LOG.debug("callback not recorded, the simulator is stopping", e);
        }
        boolean understood = status == 200 && "SUCCESS".equals(answer.strip());
        if (!understood && earlier < RETRY_AFTER_SECONDS.length && !threads.isShutdown()) {
            threads.schedule(() -> attempt(address, earlier + 1), RETRY_AFTER_SECONDS[earlier], TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
