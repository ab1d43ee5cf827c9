package mn.eland.journeys.killed;

import static mn.eland.journeys.killed.ElandProcess.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import mn.eland.FreePorts;
import mn.eland.Simulators;
import mn.eland.Simulators.Behaviour;
import mn.eland.integration.simulator.OutsideWorld;
import mn.eland.sale.FaultStage;
import mn.eland.sale.FaultTable;

/** An application that is killed while outside calls are under way, started again, and asked whether all went on and is there once. */
public final class KilledEland implements AutoCloseable {

    private static final List<String> BUYERS = List.of("enkhjin", "nomin");
    /** Longer than anything here takes: who is made to wait is let go after the kill. */
    private static final Duration UNTIL_LET_GO = Duration.ofMinutes(9);

    private final Path home;
    private final int port = FreePorts.free();
    private final int simulatorsPort = FreePorts.free();
    private final int smtpPort = FreePorts.free();
    private final OutsideWorld outside;
    private final Simulators simulators;
    private ElandProcess eland;
    private int starts;
    private int offers;
    private final Map<Killed, Deal> deals = new LinkedHashMap<>();
    private final Map<Deal, Integer> underWay = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    private record Deal(String sale, String buyer) {
    }

    private record Row(String call, String fault, String sale, String goesOn) {
    }

    /** @param home an empty folder for the application's data and log */
    public KilledEland(Path home) throws IOException {
        this.home = home;
        outside = OutsideWorld.start(simulatorsPort, smtpPort);
        simulators = new Simulators(simulatorsPort);
        start();
    }

    private void start() throws IOException {
        eland = ElandProcess.start(home, Integer.toString(++starts), List.of("--server.port=" + port, "--eland.base-url=http://localhost:" + port,
                "--eland.simulators.enabled=false", "--eland.simulators.port=" + simulatorsPort, "--eland.simulators.smtp-port=" + smtpPort,
                "--spring.datasource.hikari.maximum-pool-size=60", "--eland.seed.listings=0", "--eland.seed.sales=false",
                "--eland.workflow.retry=R20/PT2S", "--eland.mail.pause=PT0.1S", "--camunda.bpm.job-execution.lock-time-in-millis=900000",
                "--camunda.bpm.job-execution.core-pool-size=20", "--camunda.bpm.job-execution.max-pool-size=20",
                "--eland.payment.statement-poll=PT0.5S", "--eland.property.filing-poll=PT0.5S", "--eland.notarization.submit-every=PT1S",
                "--eland.integration.qpay.timeout=540s", "--eland.integration.khan.timeout=540s", "--eland.integration.xyp.timeout=540s",
                "--eland.integration.registry.timeout=540s", "--eland.integration.notary.timeout=540s", "--logging.level.root=warn"));
    }

    /**
     * Kills it once while all these calls are under way.
     *
     * @param behaviour SLOW: what was asked is done when nobody listens any more; TIMEOUT_AFTER: it has been done, and nobody heard of it
     */
    public void killedIn(Behaviour behaviour, Collection<Killed> calls) throws Exception {
        stand(calls);
        calls.forEach(call -> putUnderWay(call, behaviour));
        assertThat(simulators.held()).as("calls under way when it is killed").isEqualTo(calls.size());
        eland.kill();
        simulators.letHeldGo();
        start();
        calls.stream().map(call -> tell(call.goesOn().split(" ")[0], deals.get(call), call.goesOn().split(" ")[1])).toList().forEach(ElandProcess::result);
        calls.forEach(call -> goneOn(call, fault(behaviour)));
    }

    /** Column of the table of faults: whether it is killed before or after the other side has done what was asked. */
    public static String fault(Behaviour behaviour) {
        return behaviour == Behaviour.SLOW ? "KILLED_BEFORE" : "KILLED_AFTER";
    }

    private void goneOn(Killed call, String fault) {
        var deal = deals.remove(call);
        rows.add(new Row(call.call(), fault, deal.sale(), "gone on to " + call.goesOn().split(" ")[1]));
        if (call == Killed.CALLBACK) {
            rows.add(new Row("qpay payment", fault, deal.sale(), "counted once"));
        }
        if (call.reached() >= 0) {
            underWay.put(deal, call.reached());
        }
    }

    /** Sales that are under way go on to where they are needed, the furthest first; where none is left, a new one is made. */
    private void stand(Collection<Killed> calls) {
        var steps = new LinkedHashMap<Killed, CompletableFuture<Deal>>();
        for (var call : calls.stream().sorted(Comparator.comparing(Killed::standsAt).reversed()).toList()) {
            var nearest = underWay.entrySet().stream().filter(one -> one.getValue() <= call.standsAt())
                    .filter(one -> call.buyer() == null || call.buyer().equals(one.getKey().buyer())).max(Map.Entry.comparingByValue());
            if (nearest.isPresent()) {
                var deal = nearest.get().getKey();
                underWay.remove(deal);
                steps.put(call, tell("bring", deal, call.place()).thenApply(there -> deal));
            } else {
                var buyer = call.buyer() == null ? BUYERS.get(offers++ % BUYERS.size()) : call.buyer();
                steps.put(call, eland.tell("offer", "-", buyer, call.place()).thenApply(sale -> new Deal(sale, buyer)));
            }
        }
        steps.forEach((call, there) -> deals.put(call, ElandProcess.result(there)));
    }

    private CompletableFuture<String> tell(String verb, Deal deal, String what) {
        return eland.tell(verb, deal.sale(), deal.buyer(), what);
    }

    private void putUnderWay(Killed call, Behaviour behaviour) {
        var systemAndOperation = call.call().split(" ");
        int before = simulators.held();
        simulators.switchOn(systemAndOperation[0], systemAndOperation[1], behaviour, Long.toString(UNTIL_LET_GO.toMillis()), 1);
        tell("act", deals.get(call), call.act());
        await(call + " is under way").atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(50)).until(() -> simulators.held() > before);
    }

    /** The books balance and know what the world knows: no transfer, application or deed is there twice or unknown. */
    public void theWorldHasEverythingOnce() {
        await("the books know all that the bank has").atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(result(eland.tell("prove", "-", "-", "-"))).isEqualTo("healthy " + inTheBank()));
        assertThat(twice("substring(description from 'EL\\d{10}')", "bank_entries where amount < 0 and iban = 'MN020005999900000001'")).isEmpty();
        assertThat(twice("property_no", "registry_applications")).isEmpty();
        assertThat(twice("property_no || ' ' || status", "notary_entries")).isEmpty();
    }

    /** Money in escrow, and how many transfers, applications and deeds there are outside. */
    private String inTheBank() {
        return outside.sql().sql("""
                select coalesce(sum(amount), 0)::bigint || ' ' || count(*) filter (where amount < 0)
                    || ' ' || (select count(*) from simulators.registry_applications) || ' ' || (select count(*) from simulators.notary_entries)
                from simulators.bank_entries where iban = 'MN020005999900000001'""").query(String.class).single();
    }

    private List<String> twice(String what, String rows) {
        return outside.sql().sql("select " + what + " from simulators." + rows + " group by 1 having count(*) > 1").query(String.class).list();
    }

    /** Who was killed in the middle of which call, how its sale went on, and all that the systems have heard. */
    public void fill(FaultTable table) {
        rows.forEach(row -> table.add(row.call(), row.fault(), row.sale() + ": " + row.goesOn()));
        table.heard(outside.sql().sql(FaultStage.HEARD).query(String.class).list());
    }

    /** What the application has written, for who wants to know why. */
    public void keepLogs(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int i = 1; i <= starts; i++) {
            Files.write(folder.resolve(i + ".log"), Files.readAllBytes(home.resolve(i + ".log")));
        }
    }

    @Override
    public void close() throws Exception {
        eland.stop();
        outside.close();
    }
}
