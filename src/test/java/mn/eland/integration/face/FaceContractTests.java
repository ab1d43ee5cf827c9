package mn.eland.integration.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mn.eland.Simulators;
import mn.eland.Simulators.Behaviour;
import mn.eland.identity.spi.FaceMatch;
import mn.eland.integration.IntegrationTest;
import mn.eland.integration.dan.simulator.Portraits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class FaceContractTests {

    @Autowired FaceMatch faces;
    @Autowired Simulators simulators;

    @AfterEach
    void allIsWellAgain() {
        simulators.allSwitchesOff();
    }

    @Test
    void thePicturesThemselvesAreCompared() {
        assertThat(faces.likeness(Portraits.of("ЯЯ88041511"), Portraits.of("ЯЯ88041511"))).isGreaterThan(0.99);
        assertThat(faces.likeness(Portraits.of("ЯЯ88041511"), Portraits.of("ЯЯ90090822"))).isLessThan(0.6);
    }

    @Test
    void whereThereIsNoFaceThereIsNoLikeness() {
        assertThat(faces.likeness(Portraits.of("ЯЯ88041511"), new byte[] {1, 2, 3})).isZero();
    }

    @Test
    void aServiceThatIsAwayIsUnavailable() {
        simulators.switchOnOnce("face", "compare", Behaviour.ERROR);

        assertThatThrownBy(() -> faces.likeness(new byte[] {1}, new byte[] {1})).isInstanceOf(FaceMatch.Unavailable.class);
    }
}
