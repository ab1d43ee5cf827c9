package mn.eland.integration.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import mn.eland.Simulators;
import mn.eland.Simulators.Behaviour;
import mn.eland.integration.IntegrationTest;
import mn.eland.person.spi.SimCards;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class SimSwapContractTests {

    @Autowired SimCards cards;
    @Autowired OperatorProperties properties;
    @Autowired Simulators simulators;

    @AfterEach
    void allIsWellAgain() {
        simulators.allSwitchesOff();
    }

    @Test
    void aCardThatWasChangedIsTold() {
        assertThat(cards.lastChange("70550011")).isEmpty();
        simulators.changeCard("70550011");

        assertThat(cards.lastChange("70550011")).isPresent().isEqualTo(cards.lastChange("+97670550011"));
    }

    @Test
    void aNumberTheOperatorDoesNotKnowTellsNothing() {
        assertThat(cards.lastChange("+4915112345678")).isEmpty();
    }

    @Test
    void theOffsetOfTheMomentIsRead() {
        simulators.switchOn("operator", "retrieve-date", Behaviour.LIE, "2026-07-03T14:27:08.312+08:00", 1);

        assertThat(cards.lastChange("70550012")).contains(Instant.parse("2026-07-03T06:27:08.312Z"));
    }

    @Test
    void anOperatorWhoIsAwayOrTalksNonsenseNeverSaysThatNothingChanged() {
        simulators.switchOnOnce("operator", "retrieve-date", Behaviour.ERROR);
        assertThatThrownBy(() -> cards.lastChange("70550013")).isInstanceOf(SimCards.Unavailable.class);
        simulators.switchOn("operator", "retrieve-date", Behaviour.LIE, "yesterday", 1);
        assertThatThrownBy(() -> cards.lastChange("70550013")).isInstanceOf(SimCards.Unavailable.class);
        simulators.switchOnOnce("operator", "token", Behaviour.ERROR);
        assertThatThrownBy(() -> cards.lastChange("70550013")).isInstanceOf(SimCards.Unavailable.class);
        var stranger = new CamaraSimCards(new OperatorProperties(properties.baseUrl(), "ELAND", "wrong", Duration.ofSeconds(3)));
        assertThatThrownBy(() -> stranger.lastChange("70550013")).isInstanceOf(SimCards.Unavailable.class).hasMessageContaining("401");
    }

    @Test
    void withoutAnAddressNobodyIsAsked() {
        assertThat(new CamaraSimCards(new OperatorProperties(URI.create(""), "ELAND", "sandbox", Duration.ofSeconds(3))).lastChange("70550014")).isEmpty();
    }
}
