package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.store.vault.PlainData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

/** A log that tells everything, down to the parameters of each statement, tells nobody's number. */
@ElandTest
@ExtendWith(OutputCaptureExtension.class)
class PersonalLogTests {

    private static final List<Logger> TALKATIVE = List.of(logger("org.springframework.jdbc.core"), logger("mn.eland"));

    @Autowired ApplicationContext context;
    @Autowired Simulators simulators;

    @BeforeEach
    void talk() {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.TRACE));
    }

    @AfterEach
    void beQuiet() {
        TALKATIVE.forEach(logger -> logger.setLevel(null));
    }

    @Test
    void stepsOfADealLeaveNobodysNumberInTheLog(CapturedOutput output) {
        var walk = new SaleWalk(context, simulators);
        walk.publishedFlat(285_000_000);
        var number = walk.parties.registerNumber(walk.person("temuulen").party(), mn.eland.kernel.CaseRef.of("S-2026-000001"));
        walk.parties.registered(number);
        LoggerFactory.getLogger("mn.eland.sale").warn("no title for {}", number, new IllegalStateException("Key (phone)=(99112233) of " + number));

        var log = output.getAll();
        assertThat(log).contains("no title for ЯЯ••••••11", "Key (phone)=(••••2233)", "identity.parties");
        assertThat(new PlainData(context).secrets()).contains(number).noneMatch(PlainData.withoutDigests(log)::contains);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
