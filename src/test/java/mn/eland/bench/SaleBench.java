package mn.eland.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import mn.eland.Eland;
import mn.eland.FreePorts;
import mn.eland.Simulators;
import mn.eland.bench.BenchServer.Counts;
import mn.eland.bench.Shares.Kind;
import mn.eland.kernel.CaseRef;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * Whole sales, many at once, from the offer to the released money: on the application with everything real, and on a
 * bare engine that runs the same diagrams with steps that do nothing, on the same durable server, in turns.
 */
@SpringBootTest(classes = Eland.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@ActiveProfiles("test")
@Import({Simulators.class, BusyWalk.Codes.class})
@ContextConfiguration(initializers = {BenchServer.class, FreePorts.class})
@DirtiesContext
class SaleBench {

    private static final int AT_ONCE = 8;
    private static final int ROUNDS = Integer.getInteger("sale.rounds", 2);
    private static final int FLATS_A_ROUND = Integer.getInteger("sale.flats", 16);
    private static final double ROUND_SECONDS = 15;

    @Autowired ApplicationContext context;
    @Autowired HistoryService history;
    @Autowired ProcessEngineConfigurationImpl engine;
    private final AtomicInteger bareNumbers = new AtomicInteger();

    @Test
    void salesAMinute() throws Exception {
        try (var watch = new CaseWatch()) {
            sell(watch, flats(watch, AT_ONCE));
            try (var bare = new BareEngine(leftBehind(watch))) {
                bareSales(bare);
                var ours = new Round();
                var theirs = new Round();
                for (int round = 1; round <= ROUNDS; round++) {
                    var flats = flats(watch, FLATS_A_ROUND);
                    ours.measure(BenchServer.APPLICATION, () -> sell(watch, flats));
                    theirs.measure(BenchServer.BARE, () -> bareSales(bare));
                }
                report(ours, theirs);
                ours.statements.write(Path.of("target", "bench", "statements-application.md"), ours.sales);
                theirs.statements.write(Path.of("target", "bench", "statements-bare.md"), theirs.sales);
                assertThat(bare.path("bench-1")).isEqualTo(bare.leftBehind().path());
            }
        }
    }

    /** Of one sale by itself, with everything kept that was ever in its variables. */
    private LeftBehind leftBehind(CaseWatch watch) {
        var usual = engine.getHistoryLevel();
        engine.setHistoryLevel(HistoryLevel.HISTORY_LEVEL_FULL);
        try {
            var sale = new BusyWalk(context, watch).sell(flats(watch, 1).remove());
            return new LeftBehind(history, sale.number());
        } finally {
            engine.setHistoryLevel(usual);
        }
    }

    private Queue<CaseRef> flats(CaseWatch watch, int count) {
        var flats = new ConcurrentLinkedQueue<CaseRef>();
        var numbers = new AtomicInteger();
        atOnce(() -> numbers.incrementAndGet() > count ? null : () -> flats.add(new BusyWalk(context, watch).publishedFlat()));
        return flats;
    }

    private int sell(CaseWatch watch, Queue<CaseRef> flats) {
        return atOnce(() -> {
            var flat = flats.poll();
            return flat == null ? null : () -> new BusyWalk(context, watch).sell(flat);
        });
    }

    private int bareSales(BareEngine bare) {
        return atOnce(() -> () -> bare.sell("bench-" + bareNumbers.incrementAndGet()));
    }

    /** Works until nothing is left or the time of a round is over. @return how often */
    private static int atOnce(Supplier<Runnable> next) {
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        var done = new AtomicInteger();
        long end = System.nanoTime() + (long) (ROUND_SECONDS * 1e9);
        Callable<Void> work = () -> {
            for (var act = next.get(); act != null; act = System.nanoTime() < end ? next.get() : null) {
                act.run();
                done.incrementAndGet();
            }
            return null;
        };
        try {
            for (var future : threads.invokeAll(Collections.nCopies(AT_ONCE, work))) {
                future.get();
            }
            return done.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void report(Round ours, Round theirs) {
        double us = ours.cpu() * ours.shares.get(Kind.ENGINE_AND_STORE) + ours.server();
        double them = theirs.cpu() + theirs.server();
        Figures.say("whole sales, everything real, 8 at once", Figures.text("%.0f a minute", ours.aMinute()),
                Figures.text("bare engine, same diagrams, steps that do nothing: %.0f a minute, %.2f x", theirs.aMinute(), ours.aMinute() / theirs.aMinute()));
        Figures.say("processor time of a sale (application + its database server)", Figures.text("%.2f + %.2f s", ours.cpu(), ours.server()),
                Figures.text("bare engine %.2f + %.2f s; budget 2 s; the compiler of Java code took %.2f and %.2f s besides", theirs.cpu(), theirs.server(),
                        ours.compiler(), theirs.compiler()));
        var parts = new ArrayList<String>();
        ours.shares.forEach((kind, share) -> parts.add(Figures.text("%s %.0f %%", kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '), 100 * share)));
        Figures.say("where the application's processor time goes", String.join(", ", parts), "samples of its threads every 10 ms");
        Figures.say("engine and store of a sale: all but printing, signing, hashing of codes, mail, calls out and their simulators", Figures.text("%.2f s", us),
                Figures.text("bare engine %.2f s; speed %.2f x, budget 0.6 x", them, them / us));
        Figures.say("statements of a sale", Figures.text("%.0f in %.0f transactions", ours.each(Counts::statements), ours.each(Counts::transactions)),
                Figures.text("bare engine %.0f in %.0f transactions", theirs.each(Counts::statements), theirs.each(Counts::transactions)));
        Figures.say("the server planned and executed a sale's statements", Figures.text("%.0f + %.0f ms", ours.statements.planned() / ours.sales,
                ours.statements.executed() / ours.sales), Figures.text("bare engine %.0f + %.0f ms", theirs.statements.planned() / theirs.sales,
                theirs.statements.executed() / theirs.sales));
        Figures.say("kept of a sale: write-ahead log, engine's history", Figures.text("%.0f kB, %.0f kB", ours.each(Counts::logBytes) / 1e3, ours.each(Counts::historyBytes) / 1e3),
                Figures.text("bare engine %.0f kB, %.0f kB", theirs.each(Counts::logBytes) / 1e3, theirs.each(Counts::historyBytes) / 1e3));
    }

    /** What the rounds of one side have used. */
    private static final class Round {

        private int sales;
        private double seconds;
        private Counts used = new Counts(0, 0, 0, 0, 0, 0, 0);
        private Statements statements = Statements.none();
        private Map<Kind, Double> shares;

        void measure(String database, IntSupplier work) throws IOException {
            var samples = new Shares();
            var statementsBefore = BenchServer.statements(database);
            var before = BenchServer.counts(database);
            samples.start();
            long start = System.nanoTime();
            sales += work.getAsInt();
            seconds += (System.nanoTime() - start) / 1e9;
            used = used.plus(BenchServer.counts(database).since(before));
            statements = statements.plus(BenchServer.statements(database).since(statementsBefore));
            shares = samples.stop(Path.of("target", "bench", "sale-" + database + ".jfr"));
        }

        double aMinute() {
            return 60 * sales / seconds;
        }

        double cpu() {
            return (used.processSeconds() - used.compilerSeconds()) / sales;
        }

        double compiler() {
            return used.compilerSeconds() / sales;
        }

        double server() {
            return used.serverSeconds() / sales;
        }

        double each(java.util.function.ToLongFunction<Counts> what) {
            return what.applyAsLong(used) / (double) sales;
        }
    }
}
