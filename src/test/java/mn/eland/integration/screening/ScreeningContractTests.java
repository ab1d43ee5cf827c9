package mn.eland.integration.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import mn.eland.Simulators;
import mn.eland.Simulators.Behaviour;
import mn.eland.identity.spi.NameScreening;
import mn.eland.identity.spi.NameScreening.Hit;
import mn.eland.identity.spi.NameScreening.Kind;
import mn.eland.identity.spi.NameScreening.Subject;
import mn.eland.integration.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ScreeningContractTests {

    @Autowired NameScreening screening;
    @Autowired Simulators simulators;

    @AfterEach
    void allIsWellAgain() {
        simulators.allSwitchesOff();
    }

    @Test
    void aListedNameIsFoundInAnyOrderUnlessTheBirthdaySpeaksAgainstIt() {
        assertThat(screening.screen(new Subject("Хоригдсон Хуурамч", LocalDate.of(1970, 1, 1), "MN"))).containsExactly(
                new Hit(Kind.SANCTIONS, "TEST-SANCTIONS", "Хуурамч Хоригдсон", 1));
        assertThat(screening.screen(new Subject("Хуурамч Нөлөөт", null, null))).extracting(Hit::kind).containsExactly(Kind.PEP);
        assertThat(screening.screen(new Subject("Хуурамч Хоригдсон", LocalDate.of(1999, 9, 9), "MN"))).isEmpty();
        assertThat(screening.screen(new Subject("Ганболдын Тэмүүлэн", null, "MN"))).isEmpty();
    }

    @Test
    void aServiceThatIsAwayNeverSaysThatNobodyWasFound() {
        simulators.switchOnOnce("screening", "search", Behaviour.ERROR);

        assertThatThrownBy(() -> screening.screen(new Subject("Хуурамч Нөлөөт", null, null))).isInstanceOf(NameScreening.Unavailable.class);
    }
}
