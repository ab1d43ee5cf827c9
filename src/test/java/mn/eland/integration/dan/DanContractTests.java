package mn.eland.integration.dan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.LocalDate;
import mn.eland.Simulators;
import mn.eland.Simulators.Behaviour;
import mn.eland.identity.spi.CitizenSignOn;
import mn.eland.identity.spi.CitizenSignOn.CardUnreadable;
import mn.eland.identity.spi.CitizenSignOn.Citizen;
import mn.eland.identity.spi.CitizenSignOn.CodeRefused;
import mn.eland.identity.spi.CitizenSignOn.SignedInForOrganisation;
import mn.eland.integration.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class DanContractTests {

    private static final URI BACK = URI.create("http://localhost:8080/verification/callback");
    private static final String TEMUULEN = "ЯЯ88041511";

    @Autowired CitizenSignOn signOn;
    @Autowired Simulators simulators;
    private final DanBrowser browser = new DanBrowser();

    @AfterEach
    void allIsWellAgain() {
        simulators.allSwitchesOff();
    }

    @Test
    void whoSignsInIsReadFromTheCard() {
        var back = browser.signIn(signOn.address("abc-123", BACK), TEMUULEN);

        assertThat(back).containsEntry("state", "abc-123");
        assertThat(signOn.identity(back.get("code"), BACK)).isInstanceOfSatisfying(Citizen.class, who -> {
            assertThat(who.registerNumber()).isEqualTo(TEMUULEN);
            assertThat(who.givenName()).isEqualTo("Тэмүүлэн");
            assertThat(who.birthDate()).isEqualTo(LocalDate.of(1988, 4, 15));
            assertThat(who.portrait()).startsWith(0xFF, 0xD8);
            assertThat(who.toString()).doesNotContain(TEMUULEN);
        });
    }

    @Test
    void aCodeWorksOnceAndOnlyForTheAddressItWasGivenFor() {
        var code = browser.signIn(signOn.address("s", BACK), TEMUULEN).get("code");
        var stolen = browser.signIn(signOn.address("s", BACK), TEMUULEN).get("code");

        assertThat(signOn.identity(code, BACK)).isInstanceOf(Citizen.class);
        assertThat(signOn.identity(code, BACK)).isInstanceOf(CodeRefused.class);
        assertThat(signOn.identity(stolen, URI.create("http://localhost:9/elsewhere"))).isInstanceOf(CodeRefused.class);
        assertThat(signOn.identity("made up", BACK)).isInstanceOf(CodeRefused.class);
    }

    @Test
    void whoDoesNotAllowItComesBackWithAnError() {
        assertThat(browser.refuse(signOn.address("s7", BACK))).containsEntry("error", "access_denied").containsEntry("state", "s7").doesNotContainKey("code");
    }

    @Test
    void somebodyWhoSignsInForAnOrganisationIsToldApart() {
        var back = browser.signInForOrganisation(signOn.address("s", BACK), TEMUULEN, "9900011");

        assertThat(signOn.identity(back.get("code"), BACK)).isInstanceOf(SignedInForOrganisation.class);
    }

    @Test
    void aRegisterThatFailsBehindTheSignOnIsSeenInsideAnAnswerThatIsOk() {
        var code = browser.signIn(signOn.address("s", BACK), TEMUULEN).get("code");
        simulators.switchOn("dan", "service", Behaviour.RESULT_CODE, "801", 1);

        assertThat(signOn.identity(code, BACK)).isEqualTo(new CardUnreadable(801));
    }

    @Test
    void aSignOnThatIsAwayIsUnavailable() {
        var code = browser.signIn(signOn.address("s", BACK), TEMUULEN).get("code");
        simulators.switchOnOnce("dan", "token", Behaviour.ERROR);

        assertThatThrownBy(() -> signOn.identity(code, BACK)).isInstanceOf(CitizenSignOn.Unavailable.class);
        simulators.switchOnOnce("dan", "service", Behaviour.TIMEOUT_AFTER);
        assertThatThrownBy(() -> signOn.identity(code, BACK)).isInstanceOf(CitizenSignOn.Unavailable.class);
    }

    @Test
    void nobodyElsesClientAndNoScopeIsServed() {
        var address = signOn.address("s", BACK).toString();

        assertThat(browser.get(URI.create(address.replace("client_id=e1a0", "client_id=ffff"))).statusCode()).isEqualTo(400);
        assertThat(browser.get(URI.create(address.replaceAll("scope=[^&]*", "scope=nonsense"))).headers().firstValue("Location").orElseThrow())
                .contains("error=invalid_scope");
    }

    @Test
    void secretsAndPicturesStayOutOfTheLog() {
        signOn.identity(browser.signIn(signOn.address("s", BACK), TEMUULEN).get("code"), BACK);

        assertThat(simulators.exchanges("dan").toString()).doesNotContain("client_secret=sandbox", TEMUULEN).contains("client_secret=•••");
    }
}
