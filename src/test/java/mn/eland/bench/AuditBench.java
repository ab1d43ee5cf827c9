package mn.eland.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import mn.eland.audit.AuditProperties;
import mn.eland.audit.AuditTrail;
import mn.eland.audit.Deed;
import mn.eland.audit.Doer;
import mn.eland.audit.catching.Acts;
import mn.eland.audit.sealing.SealKey;
import mn.eland.audit.sealing.Sealer;
import mn.eland.audit.sealing.Tree;
import mn.eland.audit.writing.Lines;
import mn.eland.audit.writing.PersonKeys;
import mn.eland.audit.writing.Recorder;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Payments as they are booked, a posting and its event kept for one listener, with an audit record each, beside the same without. All
 * commit durably; the sealer runs along, and what it takes is taken from the audited ones.
 */
class AuditBench {

    private static final int CLIENTS = 8;
    private static final int ROUNDS = 14;
    private static final double SECONDS = 1;
    private static final double SHARE = 0.8;
    private static final double DELAY_MILLIS = 1000;
    private static final int PROBE_MILLIS = 25;
    private static final String PROBE = "POST /probe";
    private static final String EVENT = "{\"caseRef\":{\"number\":\"S-2026-000001\"},\"purpose\":\"DEPOSIT\",\"amount\":18000000,\"at\":\"2026-11-26T12:00:00Z\"}";
    private static final AtomicLong REFERENCES = new AtomicLong();
    private static final List<Doer> PEOPLE = IntStream.range(0, 200).mapToObj(n -> new Doer(new PartyId(new UUID(7, n)), null, "Б. Бат " + n,
            Set.of("buyer"), "10.0.0." + n, "Mozilla/5.0 (Linux; Android 14)")).toList();

    private static EmbeddedPostgres server;
    private static HikariDataSource pool;
    private static GenericApplicationContext house;
    private static ExecutorService clients;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(90)).setRegisterShutdownHook(false)
                .setLocaleConfig("locale", "C").setLocaleConfig("encoding", "UTF8").setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on").setServerConfig("full_page_writes", "on").start();
        pool = new HikariDataSource();
        pool.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(CLIENTS + 4);
        pool.addDataSourceProperty("prepareThreshold", "1");
        Flyway.configure().dataSource(pool).locations("classpath:db/migration/payment", "classpath:db/migration/audit").load().migrate();
        JdbcClient.create(pool).sql("""
                create table kept_events (id uuid primary key, listener_id text not null, event_type text not null, serialized_event text not null,
                    publication_date timestamptz not null, completion_date timestamptz)""").update();
        house = house();
        clients = Executors.newFixedThreadPool(CLIENTS);
    }

    private static GenericApplicationContext house() {
        var context = new AnnotationConfigApplicationContext();
        var jdbc = JdbcClient.create(pool);
        context.registerBean(DataSource.class, () -> pool);
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(ElandClock.class, ElandClock::new);
        context.registerBean(ObjectMapper.class, () -> new ObjectMapper());
        context.registerBean(AuditProperties.class, () -> new AuditProperties("c2FuZGJveC1zYW5kYm94LXNhbmRib3gtc2lnbmluZy0=",
                "c2FuZGJveC1zYW5kYm94LXNhbmRib3gtd3JhcHBpbmc="));
        context.register(Acts.class, Recorder.class, Lines.class, PersonKeys.class, AuditTrail.class, Tree.class, SealKey.class, Sealer.class);
        context.registerBean(JdbcTransactionManager.class, () -> {
            var manager = new JdbcTransactionManager(pool);
            manager.addListener(context.getBean(Recorder.class));
            return manager;
        });
        context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(context.getBean(JdbcTransactionManager.class)));
        context.refresh();
        return context;
    }

    @AfterAll
    static void stop() throws IOException {
        clients.shutdown();
        house.close();
        pool.close();
        server.close();
    }

    @Test
    void auditedWrites() throws Exception {
        PEOPLE.forEach(person -> house.getBean(PersonKeys.class).ready(person.person()));
        var node = Executors.newScheduledThreadPool(2);
        node.scheduleWithFixedDelay(house.getBean(Sealer.class)::seal, 200, 200, TimeUnit.MILLISECONDS);
        var delays = new ArrayList<Double>();
        try {
            perSecond(false, 2);
            perSecond(true, 2);
            var probing = node.submit(() -> probe(delays, ROUNDS * 2 * SECONDS));
            var shares = new double[ROUNDS];
            var audited = new double[ROUNDS];
            for (int n = 0; n < ROUNDS; n++) {
                double plain = perSecond(false, SECONDS);
                audited[n] = perSecond(true, SECONDS);
                shares[n] = audited[n] / plain;
            }
            probing.get();
            double share = Figures.median(shares);
            double delay = Figures.p95(delays.stream().mapToDouble(Double::doubleValue).toArray());
            Figures.say("payments booked with an audit record each, sealer running", Figures.text("%,.0f/s", Figures.median(audited)),
                    Figures.text("%.0f %% of the same without records; budget %.0f %%", 100 * share, 100 * SHARE));
            Figures.say("from the commit of a record to its checkpoint, under that load", Figures.text("p95 %.0f ms of %d", delay, delays.size()),
                    Figures.text("%.2f of the budget of %.0f ms", delay / DELAY_MILLIS, DELAY_MILLIS));
            assertThat(share).isGreaterThanOrEqualTo(SHARE);
            assertThat(delay).isLessThanOrEqualTo(DELAY_MILLIS);
        } finally {
            node.shutdown();
        }
    }

    /** Records that are looked for until they are sealed, one after another. */
    private static void probe(List<Double> delays, double seconds) {
        var jdbc = house.getBean(JdbcClient.class);
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (System.nanoTime() < end) {
            var mark = UUID.randomUUID();
            house.getBean(AuditTrail.class).record(new Deed(Deed.Kind.ACT, PROBE, Deed.Outcome.DONE, null, null, PEOPLE.get(0), List.of(new PartyId(mark)), null));
            long written = System.nanoTime();
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(PROBE_MILLIS)).until(() ->
                    jdbc.sql("select count(*) from audit.mentions where party = ?").param(mark).query(Integer.class).single() > 0);
            delays.add((System.nanoTime() - written) / 1e6);
        }
    }

    /** Short turns, so that a busy second hits both alike; what is left to be sealed belongs to the time of the turn. */
    private static double perSecond(boolean audited, double seconds) throws Exception {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        long total = 0;
        for (var count : clients.invokeAll(IntStream.range(0, CLIENTS).<Callable<Long>>mapToObj(n -> () -> posted(audited, end)).toList())) {
            total += count.get();
        }
        if (audited) {
            house.getBean(Sealer.class).seal();
        }
        return total / ((System.nanoTime() - start) / 1e9);
    }

    private static long posted(boolean audited, long end) {
        var transaction = house.getBean(TransactionTemplate.class);
        var jdbc = house.getBean(JdbcClient.class);
        var trail = house.getBean(AuditTrail.class);
        long count = 0;
        while (System.nanoTime() < end) {
            long n = REFERENCES.incrementAndGet();
            var caseRef = CaseRef.of("S-2026-%06d".formatted(n % 1000));
            var event = UUID.randomUUID();
            transaction.executeWithoutResult(status -> {
                jdbc.sql("select payment.post(?, 'BENCH', null, now(), array['1110'], array[?], array[100::bigint])")
                        .params("bench-" + n, "2110 / " + caseRef).query((row, i) -> true).list();
                jdbc.sql("insert into kept_events (id, listener_id, event_type, serialized_event, publication_date) values (?, ?, ?, ?, now())")
                        .params(event, "mn.eland.notification.Listener.on", "mn.eland.payment.PaymentEvent$Received", EVENT).update();
                if (audited) {
                    trail.record(new Deed(Deed.Kind.ACT, "POST /api/v1/payments/{sale}/postings", Deed.Outcome.WRITTEN, null, caseRef,
                            PEOPLE.get((int) (n % PEOPLE.size())), List.of(), new byte[200]));
                }
            });
            transaction.executeWithoutResult(status -> jdbc.sql("delete from kept_events where id = ?").param(event).update());
            count++;
        }
        return count;
    }
}
