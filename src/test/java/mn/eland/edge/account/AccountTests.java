package mn.eland.edge.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.identity.account.SignInGuard;
import mn.eland.identity.passport.Passport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts over HTTP with real letters and text messages, and those who want what is not theirs. */
@ElandTest
class AccountTests {

    private static final String PASSWORD = "гурван цагаан морь";
    private static final String OTHER = "дөрвөн хөх уул";

    @Value("${eland.base-url}") String base;
    @Autowired Simulators simulators;
    @Autowired JdbcClient jdbc;
    @Autowired SignInGuard guard;

    @Test
    void aCitizenOpensAnAccountAndSignsInWithTheAddress() throws Exception {
        var naran = visitor();

        naran.openAccount(PASSWORD);
        var after = naran.path() + "?" + naran.page.uri().getQuery();
        naran.signIn(naran.email.toUpperCase(), PASSWORD);

        assertThat(after).isEqualTo("/sign-in?opened");
        assertThat(naran.isSignedIn()).isTrue();
        assertThat(naran.page.body()).contains("Д. Наранцэцэг", "Chrome · Android");
        assertThat(naran.open("/properties").page.body()).contains("/listings/new");
        assertThat(jdbc.sql("select count(*) from identity.accounts a join identity.parties p on p.id = a.party_id where p.given_name = 'Наранцэцэг'"
                + " and a.username like ?").param("%" + naran.email + "%").query(Integer.class).single()).isZero();
    }

    @Test
    void aForeignerOpensAnAccountWithThePassport() throws Exception {
        var kim = visitor();
        var number = "M%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
        var mrz = Passport.mrz("KIM", "TEST<MIN<JUN", number, "KOR", LocalDate.of(1987, 5, 20), LocalDate.now().plusYears(5));

        kim.open("/register/foreigner?lang=en").submit("/register/foreigner", Map.of("mrz", mrz, "phone", kim.phone, "email", kim.email, "password", PASSWORD));
        kim.submit(kim.path(), Map.of("mailCode", kim.mailCode(), "phoneCode", kim.phoneCode()));
        kim.signIn(kim.email, PASSWORD);

        assertThat(kim.isSignedIn()).isTrue();
        assertThat(kim.open("/verification?lang=en").page.body()).contains("The two lines below the picture");
        assertThat(jdbc.sql("select kind, parent_name, given_name, birth_date::text, country, resident::text from identity.parties where parent_name = 'Kim' and given_name = 'Test Min Jun'")
                .query().listOfRows()).allSatisfy(row -> assertThat(row).containsEntry("kind", "FOREIGN_PERSON").containsEntry("birth_date", "1987-05-20")
                .containsEntry("country", "KR").containsEntry("resident", "false")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"KOR, 1, KIM, do not fit", "KOR, -1, , ran out", "MNG, 1, , register number"})
    void aPassportThatIsNoneOpensNothing(String country, int years, String otherName, String why) throws Exception {
        var kim = visitor();
        var mrz = Passport.mrz("KIM", "TEST", "M12345678", country, LocalDate.of(1987, 5, 20), LocalDate.now().plusYears(years));
        var typed = otherName == null ? mrz : mrz.replace("M12345678", "M12345679");

        kim.open("/register/foreigner?lang=en").submit("/register/foreigner", Map.of("mrz", typed, "phone", kim.phone, "email", kim.email, "password", PASSWORD));

        assertThat(kim.path()).isEqualTo("/register/foreigner");
        assertThat(kim.page.body()).contains(why, kim.email).doesNotContain(PASSWORD);
    }

    @Test
    void theFormSaysWhatIsWrongAndKeepsWhatWasTypedButNotThePassword() throws Exception {
        var naran = visitor();
        var form = new HashMap<>(naran.form(PASSWORD));
        form.put("phone", "12");
        form.put("givenName", "<script>alert(1)</script>");

        naran.open("/register?lang=en").submit("/register", form);

        assertThat(naran.path()).isEqualTo("/register");
        assertThat(naran.page.body()).contains("Please give a mobile number", "Please write in Cyrillic", naran.registerNumber, naran.email)
                .doesNotContain("<script>alert", PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({"short, at least", "password1234, stolen", "correct horse battery staple, stolen", "наранцэцэг-2026, easy to guess",
        "aaaaaaaaaaaa, easy to guess", "eland-eland-9, easy to guess", "урт урт урт урт урт урт урт урт урт урт урт урт нууц үг, too long"})
    void aWeakPasswordIsRefused(String password, String why) throws Exception {
        var naran = visitor();

        naran.open("/register?lang=en").submit("/register", naran.form(password));

        assertThat(naran.path()).isEqualTo("/register");
        assertThat(naran.page.body()).contains(why);
    }

    @Test
    void onlyFiveDigitsOfThePasswordsHashLeaveTheHouse() throws Exception {
        visitor().open("/register").submit("/register", visitor().form("qwertyuiop"));

        assertThat(simulators.exchanges("pwned").get(0).path("address").asText()).matches("/pwned/range/[0-9A-F]{5}");
    }

    @Test
    void aListThatIsAwayKeepsNobodyOut() throws Exception {
        simulators.switchOnOnce("pwned", "range", Simulators.Behaviour.ERROR);
        var naran = visitor();

        naran.register(PASSWORD);

        assertThat(naran.path()).startsWith("/register/");
    }

    @Test
    void nobodyLearnsWhoHasAnAccount() throws Exception {
        var owner = visitor();
        owner.openAccount(PASSWORD);
        var stranger = visitor();
        var form = new HashMap<>(stranger.form(OTHER));
        form.put("email", owner.email);

        var free = visitor().register(OTHER);
        stranger.open("/register").submit("/register", form);

        assertThat(shape(stranger)).isEqualTo(shape(free));
        await().until(() -> simulators.mails(owner.email).get(0).path("subject").asText().contains("танд бүртгэл байна"));
        assertThat(stranger.phoneCode()).isNotEmpty();
        assertThat(shape(visitor().open("/password/forgotten").submit("/password/forgotten", Map.of("email", owner.email))))
                .isEqualTo(shape(visitor().open("/password/forgotten").submit("/password/forgotten", Map.of("email", "nobody@example.mn"))));
        assertThat(shape(visitor().signIn(owner.email, "wrong"))).isEqualTo(shape(visitor().signIn("nobody-here@example.mn", "wrong")));
    }

    @Test
    void aRegisterNumberThatHasAnAccountGetsNoSecondOneAndOnlyItsAddressHearsOfIt() throws Exception {
        var owner = visitor();
        owner.openAccount(PASSWORD);
        var other = visitor();
        var form = new HashMap<>(other.form(OTHER));
        form.put("registerNumber", owner.registerNumber);

        other.open("/register").submit("/register", form);
        other.submit(other.path(), Map.of("mailCode", other.mailCode(), "phoneCode", other.phoneCode()));

        assertThat(other.page.uri()).hasToString(base + "/sign-in?opened");
        await().until(() -> simulators.mails(other.email).get(0).path("subject").asText().contains("нээгдсэнгүй"));
        assertThat(other.signIn(other.email, OTHER).isSignedIn()).isFalse();
        assertThat(owner.signIn(owner.email, PASSWORD).isSignedIn()).isTrue();
    }

    @Test
    void codesCanBeGuessedAFewTimesAndUsedOnce() throws Exception {
        var guesser = visitor();
        guesser.register(PASSWORD);
        var place = guesser.path();
        for (int i = 0; i < 6; i++) {
            guesser.submit(place, Map.of("mailCode", "00000" + i, "phoneCode", "00000" + i));
        }
        var afterGuesses = guesser.submit(place, Map.of("mailCode", guesser.mailCode(), "phoneCode", guesser.phoneCode())).page.body();
        var naran = visitor();
        naran.register(PASSWORD);
        var used = naran.path();
        var codes = Map.of("mailCode", naran.mailCode(), "phoneCode", naran.phoneCode());
        naran.submit(used, codes);

        naran.open("/register").submit(used, codes);

        assertThat(afterGuesses).contains("REGISTRATION_OVER");
        assertThat(naran.page.body()).contains("REGISTRATION_OVER");
    }

    @Test
    void nobodysTelephoneIsFlooded() throws Exception {
        var victim = visitor();
        for (int i = 0; i < 8; i++) {
            var stranger = visitor();
            var form = new HashMap<>(stranger.form(PASSWORD));
            form.put("phone", victim.phone);
            assertThat(stranger.open("/register").submit("/register", form).path()).startsWith("/register/");
        }
        var last = visitor();
        last.register(PASSWORD);
        last.phoneCode();

        assertThat(simulators.call("GET", "/simulators/texts?to=" + victim.phone, null)).hasSize(6);
    }

    @Test
    void newCodesMakeTheOldOnesUseless() throws Exception {
        var naran = visitor();
        naran.register(PASSWORD);
        var place = naran.path();
        var old = Map.of("mailCode", naran.mailCode(), "phoneCode", naran.phoneCode());

        naran.submit(place + "/codes", Map.of());
        await().until(() -> naran.letters() == 2 && !naran.phoneCode().equals(old.get("phoneCode")));
        var withOld = naran.submit(place, old).page.body();
        naran.submit(place, Map.of("mailCode", naran.mailCode(), "phoneCode", naran.phoneCode()));

        assertThat(withOld).contains("CODES_WRONG");
        assertThat(naran.page.uri()).hasToString(base + "/sign-in?opened");
    }

    @Test
    void aForgottenPasswordIsReplacedByALinkThatWorksOnceAndSignsEverybodyOut() throws Exception {
        var naran = visitor();
        naran.openAccount(PASSWORD);
        naran.signIn(naran.email, PASSWORD);
        var elsewhere = visitor();
        elsewhere.open("/password/forgotten").submit("/password/forgotten", Map.of("email", naran.email));
        var link = naran.link();
        var token = link.substring(link.indexOf('=') + 1);

        var weak = elsewhere.open(link).submit("/password/new", Map.of("token", token, "newPassword", "password1234")).page.body();
        elsewhere.submit("/password/new", Map.of("token", token, "newPassword", OTHER));
        var again = visitor().open(link).submit("/password/new", Map.of("token", token, "newPassword", PASSWORD + "!")).page.body();

        assertThat(weak).contains("PASSWORD_BREACHED");
        assertThat(elsewhere.page.uri()).hasToString(base + "/sign-in?changed");
        assertThat(again).contains("LINK_OVER");
        assertThat(naran.isSignedIn()).isFalse();
        assertThat(visitor().signIn(naran.email, PASSWORD).isSignedIn()).isFalse();
        assertThat(visitor().signIn(naran.email, OTHER).isSignedIn()).isTrue();
        await().until(() -> simulators.mails(naran.email).stream().anyMatch(mail -> mail.path("subject").asText().contains("Нууц үг солигдлоо")));
    }

    @Test
    void aChangedPasswordSignsOutTheOthersAndNotTheOneWhoChangedIt() throws Exception {
        var naran = visitor();
        naran.openAccount(PASSWORD);
        naran.signIn(naran.email, PASSWORD);
        var other = visitor();
        other.signIn(naran.email, PASSWORD);

        naran.open("/account").submit("/account/password", Map.of("password", "not this", "newPassword", OTHER));
        var wrong = naran.page.body();
        naran.submit("/account/password", Map.of("password", PASSWORD, "newPassword", OTHER));

        assertThat(wrong).contains("PASSWORD_WRONG");
        assertThat(naran.page.body()).contains("Нууц үг солигдлоо");
        assertThat(naran.isSignedIn()).isTrue();
        assertThat(other.isSignedIn()).isFalse();
    }

    @Test
    void whoGuessesHasToWaitAndTheOwnerOnAKnownDeviceDoesNot() throws Exception {
        var naran = visitor();
        naran.openAccount(PASSWORD);
        naran.signIn(naran.email, PASSWORD);
        for (int i = 0; i < 5; i++) {
            guard.failed(naran.email, "203.0.113.9");
        }

        assertThat(guard.secondsToWait(naran.email, "203.0.113.9", false)).isBetween(25L, 31L);
        assertThat(guard.secondsToWait(naran.email, "203.0.113.10", false)).isZero();
        for (int i = 0; i < 15; i++) {
            guard.failed(naran.email, "203.0.113." + (20 + i));
        }
        assertThat(guard.secondsToWait(naran.email, "203.0.113.200", false)).isPositive();
        assertThat(guard.secondsToWait(naran.email, "203.0.113.200", true)).isZero();
        assertThat(visitor().signIn(naran.email, PASSWORD).page.body()).contains("секунд хүлээгээд");
        assertThat(naran.signIn(naran.email, PASSWORD).isSignedIn()).isTrue();
        await().until(() -> simulators.mails(naran.email).stream().anyMatch(mail -> mail.path("subject").asText().contains("оролдож байна")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody-there@example.mn", "nobody-there"})
    void aNameThatDoesNotExistIsHeldUpLikeOneThatDoes(String name) {
        for (int i = 0; i < 5; i++) {
            guard.failed(name, "198.51.100.7");
        }

        assertThat(guard.secondsToWait(name, "198.51.100.7", false)).isBetween(25L, 31L);
        guard.failed(name, "198.51.100.7");
        assertThat(guard.secondsToWait(name, "198.51.100.7", false)).isBetween(55L, 61L);
        guard.succeeded(name, "198.51.100.7");
    }

    @Test
    void aStolenCookieIsGoodForNothingOnAnotherDeviceAndTheOwnerHearsOfIt() throws Exception {
        var naran = visitor();
        naran.openAccount(PASSWORD);
        naran.signIn(naran.email, PASSWORD);
        var thief = visitor();
        thief.takeCookie("ELAND_SESSION", naran.cookie("ELAND_SESSION"));

        assertThat(thief.isSignedIn()).isFalse();
        assertThat(thief.open("/oauth2/authorization/eland").path()).isEqualTo("/sign-in");
        assertThat(naran.isSignedIn()).isFalse();
        await().until(() -> simulators.mails(naran.email).stream().anyMatch(mail -> mail.path("subject").asText().contains("Нэвтрэлтийг хаалаа")));
    }

    @Test
    void aNewDeviceIsToldOfAndSignedOutFromAnother() throws Exception {
        var phone = visitor();
        phone.openAccount(PASSWORD);
        phone.signIn(phone.email, PASSWORD);
        var desktop = visitor().with("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0");
        desktop.signIn(phone.email, PASSWORD);
        await().until(() -> simulators.mails(phone.email).stream().anyMatch(mail -> mail.path("text").asText().contains("Firefox · Linux")));

        var page = phone.open("/account").page.body();
        var session = page.substring(page.indexOf("/account/sessions/") + 18, page.indexOf("/end\"", page.indexOf("/account/sessions/")));
        phone.submit("/account/sessions/" + session + "/end", Map.of());

        assertThat(page).contains("Firefox · Linux", "Энэ төхөөрөмж");
        assertThat(desktop.isSignedIn()).isFalse();
        assertThat(phone.isSignedIn()).isTrue();
        assertThat(phone.submit("/account/sessions/" + session + "/end", Map.of()).page.body()).contains("SESSION_UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in?continue=https://evil.example", "/oauth2/authorization/eland?redirect_uri=https://evil.example",
        "/sign-in?error&wait=https://evil.example", "/register?lang=//evil.example"})
    void aSignInLeadsNowhereElse(String way) throws Exception {
        var person = visitor();

        person.open(way);
        person.open("/oauth2/authorization/eland").submit("/sign-in", Map.of("username", "enkhjin", "password", "eland-sandbox",
                "redirect_uri", "https://evil.example", "continue", "//evil.example"));

        assertThat(person.page.uri().toString()).startsWith(base + "/");
        assertThat(person.page.body()).doesNotContain("evil.example");
    }

    /** What an answer looks like to somebody who compares: without what is new each time. */
    private static String shape(Visitor visitor) {
        return visitor.page.statusCode() + " " + visitor.path().replaceAll("[0-9a-f-]{36}", "*") + visitor.page.body()
                .replaceAll("(value|data-csrf-token)=\"[^\"]*\"", "").replaceAll("[0-9a-f-]{36}", "*");
    }

    private Visitor visitor() {
        return new Visitor(base, simulators);
    }
}
