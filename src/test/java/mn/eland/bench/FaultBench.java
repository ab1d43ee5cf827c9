package mn.eland.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
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
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** Every outside call of a sale with every fault; prints the table of cases. Time-outs are real ones of a second. */
@ElandTest
@TestPropertySource(properties = {"eland.integration.qpay.timeout=1s", "eland.integration.khan.timeout=1s", "eland.integration.xyp.timeout=1s",
        "eland.integration.registry.timeout=1s", "eland.integration.notary.timeout=1s", "camunda.bpm.job-execution.max-wait=100"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultBench {

    private static final String LONGER_THAN_ANYBODY_WAITS = "1300";
    private static final List<Fault> FAULTS = List.of(Fault.of(Behaviour.SLOW, "200"), Fault.of(Behaviour.ERROR, "500"),
            Fault.of(Behaviour.TIMEOUT_BEFORE, LONGER_THAN_ANYBODY_WAITS), Fault.of(Behaviour.TIMEOUT_AFTER, LONGER_THAN_ANYBODY_WAITS),
            Fault.late(LONGER_THAN_ANYBODY_WAITS));

    @Autowired ApplicationContext context;
    @Autowired Simulators simulators;
    private final FaultTable table = new FaultTable();
    private FaultWalk faults;

    /** The clock goes on through all walks: a token that has ended in one of them would be good again. */
    @BeforeAll
    void begin() {
        faults = new FaultWalk(context, simulators);
    }

    @AfterEach
    void allBehaveAgain() {
        simulators.allSwitchesOff();
    }

    @AfterAll
    void print() throws Exception {
        faults.back();
        table.print(Path.of("target", "fault-walk-all.txt"));
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
        // one thread looks at the bank, and can be in the middle of one call only
        var together = EnumSet.complementOf(EnumSet.of(Killed.PAYER));
        try (var eland = new KilledEland(home)) {
            try {
                for (var behaviour : List.of(Behaviour.SLOW, Behaviour.TIMEOUT_AFTER)) {
                    eland.killedIn(behaviour, together);
                    eland.killedIn(behaviour, EnumSet.of(Killed.PAYER));
                }
                eland.theWorldHasEverythingOnce();
                eland.fill(table);
            } finally {
                eland.keepLogs(Path.of("target", "killed"));
            }
        }
    }

    @Test
    @Order(8)
    void theTableHasACaseOrAReasonForEveryCall() {
        faults.fill(table);
        assertThat(table.gaps()).as("neither walked nor excused").isEmpty();
    }
}
