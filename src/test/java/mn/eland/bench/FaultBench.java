package mn.eland.bench;

import java.nio.file.Path;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.Simulators.Behaviour;
import mn.eland.sale.FaultWalk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** Every outside call of a sale with every fault; prints the table of cases. Time-outs are real ones of two seconds. */
@ElandTest
@TestPropertySource(properties = {"eland.integration.qpay.timeout=2s", "eland.integration.khan.timeout=2s", "eland.integration.xyp.timeout=2s",
        "eland.integration.registry.timeout=2s", "eland.integration.notary.timeout=2s"})
class FaultBench {

    private static final String LONGER_THAN_ANYBODY_WAITS = "3000";

    @Autowired ApplicationContext context;
    @Autowired Simulators simulators;

    @Test
    void nothingIsLostOrDoubled() throws Exception {
        var faults = new FaultWalk(context, simulators);
        try {
            for (var fault : new Behaviour[] {Behaviour.SLOW, Behaviour.ERROR, Behaviour.TIMEOUT_BEFORE, Behaviour.TIMEOUT_AFTER}) {
                var value = fault == Behaviour.ERROR ? "500" : fault == Behaviour.SLOW ? "1000" : LONGER_THAN_ANYBODY_WAITS;
                faults.sale(fault, value);
                faults.refund(fault, value);
            }
            faults.callbacks();
            faults.lies();
        } finally {
            simulators.allSwitchesOff();
            faults.back();
            faults.print(Path.of("target", "fault-walk-all.txt"));
        }
        Figures.say("outside calls that misbehaved once", Integer.toString(faults.rows().size()), "0 tögrög lost or doubled, 0 double registrations");
    }
}
