package mn.eland.integration.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import mn.eland.Simulators;
import mn.eland.Simulators.Behaviour;
import mn.eland.integration.IntegrationTest;
import mn.eland.notarization.spi.NotaryRegister;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class NotaryContractTests {

    @Autowired NotaryRegister register;
    @Autowired Simulators simulators;

    @AfterEach
    void allIsWellAgain() {
        simulators.allSwitchesOff();
    }

    @Test
    void anEntryGetsACodeUnderWhichAnybodyFindsIt() {
        var code = register.submit("N-1", entry("101", false));

        assertThat(code).matches("[A-Z0-9]{12}");
        var act = simulators.call("GET", "/notary/acts/" + code, null);
        assertThat(act.path("bookNumber").asText()).isEqualTo("101");
        assertThat(act.path("statusName").asText()).isEqualTo("Хүчинтэй");
    }

    @Test
    void theSameEntryTwiceIsOneAndCanBeVoided() {
        var first = register.submit("N-2", entry("102", false));

        assertThat(register.submit("N-2", entry("102", false))).isEqualTo(first);
        assertThat(register.submit("N-2", entry("102", true))).isEqualTo(first);
        assertThat(simulators.call("GET", "/notary/acts/" + first, null).path("statusName").asText()).isEqualTo("Хүчингүй");
    }

    @Test
    void anEntryWhoseAnswerWasLostIsFoundOnRepeating() {
        simulators.switchOnOnce("xyp", "WS101105", Behaviour.TIMEOUT_AFTER);

        assertThatThrownBy(() -> register.submit("N-3", entry("103", false))).isInstanceOf(NotaryRegister.Unavailable.class);
        assertThat(register.submit("N-3", entry("103", false))).matches("[A-Z0-9]{12}");
    }

    @Test
    void aShutRegisterOfDeedsIsUnavailable() {
        simulators.switchOnOnce("notary", "code", Behaviour.ERROR);

        assertThatThrownBy(() -> register.submit("N-4", entry("104", false))).isInstanceOf(NotaryRegister.Unavailable.class);
    }

    private static NotaryRegister.Entry entry(String bookNumber, boolean voided) {
        return new NotaryRegister.Entry("ЯЯ88041511", "Ганболдын", "Тэмүүлэн", "Ү-2299000001", "Худалдах, худалдан авах гэрээ", bookNumber,
                LocalDate.of(2026, 11, 23), "7", voided);
    }
}
