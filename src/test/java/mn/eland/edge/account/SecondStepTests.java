package mn.eland.edge.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.identity.account.Authenticator;
import mn.eland.kernel.ElandClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The second step of the sign-in, those who want to get around it, and the end of an account. */
@ElandTest
class SecondStepTests {

    private static final String PASSWORD = "гурван цагаан морь";
    private static final Pattern SECRET = Pattern.compile("data-secret[^>]*>([A-Z2-7 ]+)<");
    private static final Pattern RECOVERY = Pattern.compile("<code>([A-Z2-7]{5}-[A-Z2-7]{5})</code>");

    @Value("${eland.base-url}") String base;
    @Autowired Simulators simulators;
    @Autowired ElandClock clock;
    @Autowired JdbcClient jdbc;

    @Test
    void whoHasTheSecondStepIsNobodyUntilTheCodeIsRight() throws Exception {
        var naran = visitor();
        naran.openAccount(PASSWORD);
        naran.signIn(naran.email, PASSWORD);
        naran.open("/account").submit("/account/second-step", Map.of("password", PASSWORD));
        var secret = first(SECRET, naran.page.body());
        var used = code(secret, 0);
        naran.submit("/account/second-step/confirm", Map.of("totp", used));
        var recovery = RECOVERY.matcher(naran.page.body()).results().map(found -> found.group(1)).toList();
        var elsewhere = visitor();

        elsewhere.signIn(naran.email, PASSWORD);
        var asked = elsewhere.path();
        var before = elsewhere.cookie("ELAND_SESSION");
        assertThat(elsewhere.open("/account").path()).isEqualTo("/sign-in");
        assertThat(elsewhere.open("/oauth2/authorization/eland").path()).isEqualTo("/sign-in");
        var replayed = elsewhere.submit("/sign-in/second", Map.of("totp", used)).page;
        elsewhere.submit("/sign-in/second", Map.of("totp", code(secret, 30)));

        assertThat(asked).isEqualTo("/sign-in/second");
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        assertThat(replayed.uri()).hasToString(base + "/sign-in/second?error");
        assertThat(elsewhere.isSignedIn()).isTrue();
        assertThat(elsewhere.cookie("ELAND_SESSION")).isNotEqualTo(before);
        var lost = visitor();
        lost.signIn(naran.email, PASSWORD).submit("/sign-in/second", Map.of("totp", recovery.get(0).toLowerCase()));
        assertThat(lost.isSignedIn()).isTrue();
        var again = visitor();
        again.signIn(naran.email, PASSWORD).submit("/sign-in/second", Map.of("totp", recovery.get(0)));
        assertThat(again.page.uri()).hasToString(base + "/sign-in/second?error");
        assertThat(jdbc.sql("select count(*) from identity.second_steps where secret like ?").param("%" + secret.replace(" ", "") + "%")
                .query(Integer.class).single()).isZero();
        await().until(() -> simulators.mails(naran.email).stream().anyMatch(mail -> mail.path("subject").asText().contains("асаалттай")));
        lost.open("/account").submit("/account/second-step/end", Map.of("password", PASSWORD));
        assertThat(visitor().signIn(naran.email, PASSWORD).isSignedIn()).isTrue();
    }

    @Test
    void theSecondPageIsNoWayInWithoutThePassword() throws Exception {
        var stranger = visitor();
        stranger.open("/sign-in");

        assertThat(stranger.submit("/sign-in/second", Map.of("totp", "000000")).page.uri()).hasToString(base + "/sign-in?error");
        assertThat(stranger.open("/sign-in/second").path()).isEqualTo("/sign-in");
    }

    @Test
    void anAccountIsClosedWithItsPasswordAndItsAddressIsFreeAgain() throws Exception {
        var naran = visitor();
        naran.openAccount(PASSWORD);
        naran.signIn(naran.email, PASSWORD);
        var elsewhere = visitor();
        elsewhere.signIn(naran.email, PASSWORD);

        var wrong = naran.open("/account").submit("/account/close", Map.of("password", "not this one")).page.body();
        naran.submit("/account/close", Map.of("password", PASSWORD));

        assertThat(wrong).contains("PASSWORD_WRONG");
        assertThat(naran.page.uri()).hasToString(base + "/sign-in?closed");
        assertThat(elsewhere.isSignedIn()).isFalse();
        assertThat(naran.signIn(naran.email, PASSWORD).isSignedIn()).isFalse();
        await().until(() -> simulators.mails(naran.email).stream().anyMatch(mail -> mail.path("subject").asText().contains("Бүртгэл хаагдлаа")));
    }

    @Test
    void passkeysAreAskedForByThePageOnlyAndInTheSession() throws Exception {
        var stranger = visitor();
        stranger.open("/sign-in");

        assertThat(stranger.submit("/webauthn/register/options", Map.of()).path()).isEqualTo("/sign-in");
        assertThat(stranger.submit("/login/webauthn", Map.of()).page.statusCode()).isBetween(400, 499);
        assertThat(stranger.open("/sign-in").submit("/webauthn/authenticate/options", Map.of()).page.body())
                .contains("\"challenge\"", "\"userVerification\":\"required\"", "\"rpId\":\"localhost\"");
    }

    private String code(String secret, long secondsLater) {
        return Authenticator.code(secret, clock.instant().plus(Duration.ofSeconds(secondsLater)));
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).findFirst().orElseThrow();
    }

    private Visitor visitor() {
        return new Visitor(base, simulators);
    }
}
