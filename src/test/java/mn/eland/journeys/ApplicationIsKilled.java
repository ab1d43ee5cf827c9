package mn.eland.journeys;

import static mn.eland.journeys.ElandProcess.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import mn.eland.FreePorts;
import mn.eland.Simulators;
import mn.eland.Simulators.Behaviour;
import mn.eland.integration.simulator.OutsideWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The application is killed while every kind of outside call is under way: once before the other side has done what was
 * asked (it does it when nobody listens any more), once after it. Each sale goes on, and the world has everything once.
 */
class ApplicationIsKilled {

    private static final String[] BUYERS = {"enkhjin", "nomin"};
    private static final Duration SLOWLY = Duration.ofSeconds(30);

    @TempDir(cleanup = CleanupMode.ALWAYS)
    Path home;

    private final int port = FreePorts.free();
    private final int simulatorsPort = FreePorts.free();
    private final int smtpPort = FreePorts.free();
    private OutsideWorld outside;
    private Simulators simulators;
    private ElandProcess eland;
    private int starts;
    private final Map<String, String> sales = new LinkedHashMap<>();
    private final Map<String, String> buyers = new LinkedHashMap<>();
    private long underWaySince;

    @BeforeEach
    void open() throws IOException {
        outside = OutsideWorld.start(simulatorsPort, smtpPort);
        simulators = new Simulators(simulatorsPort);
        start();
    }

    @AfterEach
    void close() throws Exception {
        eland.stop();
        outside.close();
        var logs = Files.createDirectories(Path.of("target", "killed"));
        for (int i = 1; i <= starts; i++) {
            Files.write(logs.resolve(i + ".log"), Files.readAllBytes(home.resolve(i + ".log")));
        }
    }

    private void start() throws IOException {
        eland = ElandProcess.start(home, Integer.toString(++starts), List.of("--server.port=" + port, "--eland.base-url=http://localhost:" + port,
                "--eland.simulators.enabled=false", "--eland.simulators.port=" + simulatorsPort, "--eland.simulators.smtp-port=" + smtpPort,
                "--eland.seed.listings=0", "--eland.seed.sales=false", "--eland.workflow.retry=R20/PT2S", "--eland.mail.pause=PT0.3S",
                "--camunda.bpm.job-execution.core-pool-size=12", "--camunda.bpm.job-execution.max-pool-size=12",
                "--eland.payment.statement-poll=PT1S", "--eland.property.filing-poll=PT1S", "--eland.integration.qpay.timeout=60s",
                "--eland.integration.khan.timeout=60s", "--eland.integration.xyp.timeout=60s", "--eland.integration.registry.timeout=60s",
                "--eland.integration.notary.timeout=60s", "--logging.level.root=warn"));
    }

    @Test
    void everySaleGoesOnAndMoneyMovesOnce() throws Exception {
        offered("citizen OFFERED", "marriage OFFERED", "title OFFERED", "invoice DEPOSIT_ASKED", "callback INVOICED", "statement DEPOSIT_ASKED",
                "notary NOTARY", "tax NOTARY", "filing NOTARY", "answer FILED", "payout RELEASE", "refund FUNDING");

        letAllCallsBeUnderWay(Behaviour.SLOW);
        killAndStart();
        goOn();

        allStandOneCallFurther();
        letAllCallsBeUnderWay(Behaviour.TIMEOUT_AFTER);
        killAndStart();
        goOn();

        theWorldHasEverythingOnce();
    }

    /** @param wanted name of the call that the sale is for, and where it is to stand */
    private void offered(String... wanted) {
        var asked = new LinkedHashMap<String, CompletableFuture<String>>();
        for (int i = 0; i < wanted.length; i++) {
            var words = wanted[i].split(" ");
            asked.put(words[0], eland.tell("offer", "-", BUYERS[i % 2], words[1]));
            buyers.put(words[0], BUYERS[i % 2]);
        }
        asked.forEach((name, answer) -> sales.put(name, result(answer)));
    }

    private CompletableFuture<String> tell(String verb, String name, String what) {
        return eland.tell(verb, sales.get(name), buyers.get(name), what);
    }

    private void letAllCallsBeUnderWay(Behaviour behaviour) {
        underWaySince = System.nanoTime();
        underWay(behaviour, "xyp WS100104", "marriage ACCEPT");
        underWay(behaviour, "xyp WS100201", "title ACCEPT");
        underWay(behaviour, "xyp WS100101", "citizen ACCEPT");
        underWay(behaviour, "qpay createInvoice", "invoice ASK_FOR_QR");
        underWay(behaviour, "qpay checkPayment", "callback PAY_QR");
        underWay(behaviour, "registry status", "answer REGISTER");
        underWay(behaviour, "khan statementAfter", "statement PAY_BY_BANK");
        underWay(behaviour, "xyp WS101105", "notary CERTIFY");
        underWay(behaviour, "registry file", "filing CERTIFY");
        underWay(behaviour, "khan transferInterbank", "tax CERTIFY");
        underWay(behaviour, "khan transferDomestic", "payout APPROVE");
        underWay(behaviour, "khan transferDomestic", "refund WITHDRAW");
    }

    private void underWay(Behaviour behaviour, String call, String act) {
        var systemAndOperation = call.split(" ");
        simulators.switchOn(systemAndOperation[0], systemAndOperation[1], behaviour, value(behaviour), 1);
        var words = act.split(" ");
        tell("act", words[0], words[1]);
        await(call + " is under way").atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(50))
                .until(() -> simulators.call("GET", "/simulators/switches", null).isEmpty());
    }

    /** All slow calls are done at about the same time, after the kill. */
    private String value(Behaviour behaviour) {
        var left = SLOWLY.minusNanos(System.nanoTime() - underWaySince);
        return behaviour == Behaviour.SLOW ? Long.toString(Math.max(5_000, left.toMillis())) : null;
    }

    private void killAndStart() throws Exception {
        eland.kill();
        start();
    }

    /** By themselves; people only do what the deal asks of them next. */
    private void goOn() {
        var steps = new ArrayList<CompletableFuture<String>>();
        for (var name : List.of("citizen", "marriage", "title")) {
            steps.add(tell("bring", name, "CHECKED"));
        }
        steps.add(tell("bring", "invoice", "INVOICED"));
        steps.add(tell("wait", "callback", "FUNDING"));
        steps.add(tell("wait", "statement", "FUNDING"));
        steps.add(tell("wait", "notary", "TAX"));
        steps.add(tell("wait", "tax", "REGISTRATION"));
        steps.add(tell("wait", "filing", "REGISTRATION"));
        steps.add(tell("wait", "answer", "HANDOVER"));
        steps.add(tell("wait", "payout", "COMPLETED"));
        steps.add(tell("wait", "refund", "CALLED_OFF"));
        steps.forEach(ElandProcess::result);
    }

    private void allStandOneCallFurther() {
        var before = new LinkedHashMap<>(sales);
        var payers = new LinkedHashMap<>(buyers);
        var now = Map.of("invoice", "citizen", "callback", "marriage", "statement", "title", "notary", "invoice", "tax", "callback",
                "filing", "statement", "answer", "notary", "payout", "tax");
        now.forEach((name, earlier) -> {
            sales.put(name, before.get(earlier));
            buyers.put(name, payers.get(earlier));
        });
        var places = Map.of("invoice", "DEPOSIT_ASKED", "callback", "INVOICED", "statement", "DEPOSIT_ASKED", "notary", "NOTARY", "tax", "NOTARY",
                "filing", "NOTARY", "answer", "FILED", "payout", "RELEASE");
        var steps = places.entrySet().stream().map(place -> tell("bring", place.getKey(), place.getValue())).toList();
        offered("citizen OFFERED", "marriage OFFERED", "title OFFERED", "refund FUNDING");
        steps.forEach(ElandProcess::result);
    }

    private void theWorldHasEverythingOnce() {
        await("the books know all that the bank has").atMost(Duration.ofSeconds(20))
                .until(() -> result(tell("prove", "citizen", "-")).equals("healthy " + inTheBank()));
        assertThat(twice("substring(description from 'EL\\d{10}')", "bank_entries where amount < 0 and iban = 'MN020005999900000001'")).isEmpty();
        assertThat(twice("property_no", "registry_applications")).isEmpty();
        assertThat(twice("property_no", "notary_entries")).isEmpty();
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
}
