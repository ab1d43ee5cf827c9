package mn.eland.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.Simulators.Behaviour;
import mn.eland.journeys.killed.Killed;
import mn.eland.journeys.killed.KilledEland;
import mn.eland.sale.FaultStage.Fault;
import mn.eland.sale.FaultTable;
import mn.eland.sale.FaultWalk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/**
 * Every outside call of a sale with every fault; prints the table of cases. Time-outs are real ones of a second. Not all of it
 * is walked with {@code -Deland.faults=SLOW,KILLED_AFTER} (columns) and {@code -Deland.calls="khan statement,registry file"} (rows);
 * a run with {@code -Deland.faults.go-on=true} adds to what the runs before it have seen.
 */
@ElandTest
@TestPropertySource(properties = {"eland.integration.qpay.timeout=1s", "eland.integration.khan.timeout=1s", "eland.integration.xyp.timeout=1s",
        "eland.integration.registry.timeout=1s", "eland.integration.notary.timeout=1s", "camunda.bpm.job-execution.max-wait=100"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultBench {

    private static final String LONGER_THAN_ANYBODY_WAITS = "1300";
    private static final Set<String> ONLY_FAULTS = chosen("eland.faults");
    private static final boolean GOES_ON = Boolean.getBoolean("eland.faults.go-on");
    private static final Path CELLS = Path.of("target", "fault-walk-cells.txt");
    private static final Set<String> ONLY_CALLS = chosen("eland.calls");
    private static final List<Fault> FAULTS = Stream.of(Fault.of(Behaviour.SLOW, "200"), Fault.of(Behaviour.ERROR, "500"),
            Fault.of(Behaviour.TIMEOUT_BEFORE, LONGER_THAN_ANYBODY_WAITS), Fault.of(Behaviour.TIMEOUT_AFTER, LONGER_THAN_ANYBODY_WAITS),
            Fault.late(LONGER_THAN_ANYBODY_WAITS)).filter(fault -> isChosen(ONLY_FAULTS, fault.name())).toList();

    @Autowired ApplicationContext context;
    @Autowired Simulators simulators;
    private final FaultTable table = new FaultTable();
    private FaultWalk faults;

    private static Set<String> chosen(String property) {
        return Arrays.stream(System.getProperty(property, "").split(",")).map(String::strip).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    private static boolean isChosen(Set<String> only, String one) {
        return only.isEmpty() || only.contains(one);
    }

    /** The clock goes on through all walks: a token that has ended in one of them would be good again. */
    @BeforeAll
    void begin() throws Exception {
        if (GOES_ON) {
            table.goOnFrom(CELLS);
        }
        faults = new FaultWalk(context, simulators).only(ONLY_CALLS);
    }

    @BeforeEach
    @AfterEach
    void allBehaveAgain() {
        simulators.allSwitchesOff();
    }

    @AfterAll
    void print() throws Exception {
        faults.back();
        faults.fill(table);
        table.print(Path.of("target", "fault-walk-all.txt"));
        table.keep(CELLS);
        Figures.say("outside calls that misbehaved once", table.count(), "0 tögrög lost or doubled, 0 double registrations");
    }

    @Test
    @Order(1)
    void liesMoveNoMoney() {
        faults.lies();
    }

    @Test
    @Order(2)
    void callbacksAreHintsAndNothingMore() {
        faults.callbacks();
    }

    @Test
    @Order(3)
    void whoLeavesGetsBackWhatIsHisOnce() {
        faults.leaving(FAULTS);
    }

    @Test
    @Order(4)
    void aWholeSalePaysAndRegistersOnce() {
        FAULTS.forEach(faults::sale);
    }

    @Test
    @Order(5)
    void aCompanyIsCheckedUntilItIsKnown() {
        FAULTS.forEach(faults::company);
    }

    @Test
    @Order(6)
    void invoicesAreTakenBackAndMoneyThatNobodyAnnouncedCountsOnce() {
        for (var fault : FAULTS) {
            faults.unpaid(fault);
            faults.unheard(fault);
        }
    }

    @Test
    @Order(7)
    void whoIsKilledInTheMiddleGoesOn(@TempDir Path home) throws Exception {
        try (var eland = new KilledEland(home)) {
            try {
                for (var behaviour : List.of(Behaviour.SLOW, Behaviour.TIMEOUT_AFTER)) {
                    if (isChosen(ONLY_FAULTS, KilledEland.fault(behaviour))) {
                        killedIn(eland, behaviour);
                    }
                }
            } finally {
                eland.keepLogs(Path.of("target", "killed"));
            }
        }
    }

    /** One thread looks at the bank, and can be in the middle of one call only. */
    private void killedIn(KilledEland eland, Behaviour behaviour) throws Exception {
        for (var together : List.of(EnumSet.complementOf(EnumSet.of(Killed.PAYER)), EnumSet.of(Killed.PAYER))) {
            together.removeIf(killed -> !isChosen(ONLY_CALLS, killed.call()));
            if (!together.isEmpty()) {
                eland.killedIn(behaviour, together);
                eland.theWorldHasEverythingOnce();
                eland.fill(table);
            }
        }
    }

    @Test
    @Order(8)
    void theTableHasACaseOrAReasonForEveryCall() {
        faults.fill(table);
        assumeThat(GOES_ON || ONLY_FAULTS.isEmpty() && ONLY_CALLS.isEmpty()).as("all is walked").isTrue();
        assertThat(table.gaps()).as("neither walked nor excused").isEmpty();
    }
}
