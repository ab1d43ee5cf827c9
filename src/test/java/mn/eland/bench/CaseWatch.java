package mn.eland.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import mn.eland.kernel.CaseRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One look at the positions of all sales for all who wait, so that waiting costs next to nothing. */
class CaseWatch implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LOOK_EVERY_MILLIS = 50;
    private static final int LOOK_ANYWAY_MILLIS = 2_000;
    private static final String POSITIONS = """
            /* watch */ select number, string_agg(what, ' ' order by what) from (
                select number, stage as what from sale.sales
                union all select case_number, task_key || task_id || coalesce(assignee, '') from workflow.work_items where completed_at is null
                union all select case_no, purpose || state from payment.collections
                union all select case_no, coalesce(filing_no, '') || state from property.filings) as positions group by number""";

    private final SingleConnectionDataSource connection = new SingleConnectionDataSource(BenchServer.url(BenchServer.APPLICATION), "postgres", "postgres", true);
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
    private Map<String, String> positions = Map.of();

    CaseWatch() {
        looking.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        var now = new HashMap<String, String>();
        JdbcClient.create(connection).sql(POSITIONS).query(row -> {
            now.put(row.getString(1), row.getString(2));
        });
        synchronized (this) {
            if (!now.equals(positions)) {
                positions = now;
                notifyAll();
            }
        }
    }

    void until(CaseRef sale, String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (var seen = position(sale); !condition.call(); seen = changed(sale, seen)) {
            if (System.nanoTime() > end) {
                throw new TimeoutException(what);
            }
        }
    }

    private synchronized String position(CaseRef sale) {
        return positions.getOrDefault(sale.number(), "");
    }

    private synchronized String changed(CaseRef sale, String seen) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LOOK_ANYWAY_MILLIS);
        while (position(sale).equals(seen) && System.nanoTime() < end) {
            wait(LOOK_ANYWAY_MILLIS);
        }
        return position(sale);
    }

    @Override
    public void close() {
        looking.shutdownNow();
        connection.destroy();
    }
}
