package mn.eland.edge.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mn.eland.Eland;
import mn.eland.FreePorts;
import mn.eland.Simulators;
import mn.eland.TestDatabase;
import mn.eland.edge.SignIn;
import mn.eland.edge.keycloak.Visitor.Page;
import mn.eland.edge.web.Freshness;
import mn.eland.identity.Parties;
import mn.eland.kernel.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.util.ReflectionTestUtils;

/** ELAND with {@code eland.identity=keycloak} and a real Keycloak with our realm: the same pages, calls, roles and claims. */
@SpringBootTest(classes = Eland.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@ActiveProfiles("test")
@Import(Simulators.class)
@ContextConfiguration(initializers = {TestDatabase.class, FreePorts.class, KeycloakServer.class})
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakTests {

    private static final String PASSWORD = "eland-sandbox";
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final RealmAdmin ADMIN = new RealmAdmin();

    @Autowired Simulators simulators;
    @Autowired Parties parties;
    @Autowired Freshness freshness;
    @Autowired JdbcClient jdbc;
    @Value("${eland.base-url}") String base;
    private Visitor visitor;
    private final MobileApp mobile = new MobileApp();

    @BeforeAll
    void people() throws Exception {
        KeycloakServer.await();
        ADMIN.bringSandboxPeople(Set.of("enkhjin", "nomin", "temuulen", "munkhzul", "anudari"));
    }

    @BeforeEach
    void somebodyElse() {
        visitor = new Visitor();
    }

    @AfterAll
    void stop() throws InterruptedException {
        KeycloakServer.stop();
    }

    @Test
    void theRunningRealmIsHardened() throws Exception {
        var realm = new RealmHardening(ADMIN);
        realm.guessing();
        realm.lifespans();
        realm.records();
        realm.roles();
        realm.clients(base);
        realm.providersAndLanguages();
        realm.profile();
    }

    @Test
    void aBuyerComesInByKeycloakAndLeavesBoth() throws Exception {
        var asked = visitor.open(base + "/deals");
        assertThat(asked.uri().toString()).startsWith(KeycloakServer.issuer());
        assertThat(asked.body()).as("in the language of the pages").contains("Нууц үг");

        var deals = visitor.fill(asked, "username", "enkhjin@example.mn", "password", PASSWORD);
        assertThat(deals.uri()).as("back at the page that was wanted").isEqualTo(URI.create(base + "/deals"));
        var buyer = parties.actor("enkhjin").orElseThrow();
        assertThat(deals.body()).contains(buyer.name());
        await().atMost(A_MINUTE).until(() -> jdbc.sql("select exists (select from audit.records where line like '%AccountEvent.CameIn%' and line like ?)")
                .param("%" + buyer.party() + "%").query(Boolean.class).single());
        assertThat(visitor.open(base + "/operations").status()).isEqualTo(403);
        assertThat(visitor.open(base + "/account").body()).contains(KeycloakServer.issuer() + "/account").doesNotContain("/account/password");

        var left = visitor.post(base + "/logout", "_csrf", SignIn.csrf(deals.body()));
        assertThat(left.uri()).as("without a question, because Keycloak was shown whose session it is").isEqualTo(URI.create(base + "/?signed-out"));
        var again = visitor.open(base + "/deals");
        assertThat(again.uri().toString()).startsWith(KeycloakServer.issuer());
        assertThat(again.field("username")).as("Keycloak does not know the visitor either").isEmpty();
    }

    @Test
    void anAgentNeedsASecondFactorAndProvesItOnceMore() throws Exception {
        var setUp = visitor.fill(visitor.open(base + "/tasks"), "username", "munkhzul@example.mn", "password", PASSWORD);
        var telephone = new Authenticator(setUp.field("totpSecret"));
        var tasks = visitor.fill(setUp, "totp", telephone.code(), "totpSecret", setUp.field("totpSecret"), "userLabel", "telephone");
        assertThat(tasks.uri()).isEqualTo(URI.create(base + "/tasks"));
        assertThat(tasks.status()).isEqualTo(200);

        ReflectionTestUtils.setField(freshness, "freshFor", Duration.ZERO);
        assertThat(visitor.open(base + "/me/payout-account").body()).doesNotContain("name=\"iban\"");
        var password = visitor.open(base + "/sign-in-again?to=/me/payout-account");
        assertThat(password.uri().toString()).as("an open session at Keycloak is not enough").startsWith(KeycloakServer.issuer());
        ReflectionTestUtils.setField(freshness, "freshFor", Duration.ofMinutes(5));
        var factor = visitor.fill(password, "password", PASSWORD);
        assertThat(factor.body()).contains("name=\"otp\"");
        var wrong = visitor.fill(factor, "otp", "000000");
        assertThat(wrong.body()).contains("Код буруу байна.");
        var back = visitor.fill(wrong, "otp", telephone.code());
        assertThat(back.uri()).isEqualTo(URI.create(base + "/me/payout-account"));
        assertThat(back.body()).contains("name=\"iban\"");
    }

    @Test
    void aNotaryWhomAnAdministratorSignsOutIsOutHereToo() throws Exception {
        var setUp = visitor.fill(visitor.open(base + "/notary/book"), "username", "anudari@example.mn", "password", PASSWORD);
        var secret = setUp.field("totpSecret");
        var book = visitor.fill(setUp, "totp", new Authenticator(secret).code(), "totpSecret", secret, "userLabel", "");
        assertThat(book.path()).isEqualTo("/notary/book");

        ADMIN.signOut("anudari@example.mn");

        await().atMost(A_MINUTE).until(() -> visitor.open(base + "/notary/book").uri().toString().startsWith(KeycloakServer.issuer()));
        var anyToken = call("POST", "/logout/connect/back-channel/eland?logout_token=" + ADMIN.token(), "");
        assertThat(anyToken.statusCode()).as("nobody is out on the word of any token").isEqualTo(400);
    }

    @Test
    void aProgramCallsWithItsTokenRefreshesItOnceAndStepsUp() throws Exception {
        var tokens = mobile.tokens(visitor.fill(visitor.open(MobileApp.address()), "username", "temuulen@example.mn", "password", PASSWORD));
        var claims = MobileApp.claims(tokens.path("access_token").asText());
        assertThat(claims.path("realm_access").path("roles")).extracting(JsonNode::asText).containsExactlyInAnyOrder("buyer", "seller");
        assertThat(claims.path("aud").asText()).isEqualTo("eland-api");
        assertThat(claims.path("acr").asText()).isEqualTo("aal1");
        assertThat(claims.path("auth_time").asLong()).isPositive();
        assertThat(claims.toString()).as("no token carries who the person is").doesNotContain("example.mn", "ЯЯ", "Тэмүүлэн", "5500");
        assertThat(tasks(tokens.path("access_token").asText())).isEqualTo(200);

        var refreshed = mobile.refresh(tokens);
        assertThat(refreshed.statusCode()).isEqualTo(200);
        assertThat(tasks(MobileApp.read(refreshed.body()).path("access_token").asText())).isEqualTo(200);
        assertThat(mobile.refresh(tokens).body()).as("each refresh token is good once").contains("invalid_grant");

        var more = visitor.open(MobileApp.address("acr_values", "aal2"));
        var telephone = new Authenticator(more.field("totpSecret"));
        var proved = visitor.fill(more, "totp", telephone.code(), "totpSecret", more.field("totpSecret"), "userLabel", "");
        assertThat(MobileApp.claims(mobile.tokens(proved).path("access_token").asText()).path("acr").asText()).isEqualTo("aal2");
    }

    @Test
    void theApiTakesNoTokenOfAnotherIssuerAlgorithmKeyOrPurpose() throws Exception {
        var tokens = mobile.tokens(visitor.fill(visitor.open(MobileApp.address()), "username", "enkhjin@example.mn", "password", PASSWORD));
        assertThat(tasks(tokens.path("access_token").asText())).isEqualTo(200);
        assertThat(tasks(ADMIN.token())).as("of another realm of the same server").isEqualTo(401);
        assertThat(tasks(tokens.path("id_token").asText())).as("an identity token").isEqualTo(401);
        assertThat(tasks(tokens.path("refresh_token").asText())).as("a refresh token").isEqualTo(401);
        for (var forged : ForgedTokens.of(tokens.path("access_token").asText()).entrySet()) {
            assertThat(tasks(forged.getValue())).as(forged.getKey()).isEqualTo(401);
        }
    }

    @Test
    void keycloakGivesNothingWithoutProofOfTheCodeOrByPassword() throws Exception {
        var unproven = visitor.open(MobileApp.address("code_challenge", "", "code_challenge_method", ""));
        assertThat(MobileApp.called(unproven)).containsEntry("error", "invalid_request");
        assertThat(MobileApp.called(visitor.open(MobileApp.address("code_challenge_method", "plain")))).containsEntry("error", "invalid_request");
        assertThat(visitor.open(MobileApp.address("redirect_uri", "mn.eland.mobile:/elsewhere")).status()).isEqualTo(400);
        assertThat(visitor.open(MobileApp.address("response_type", "token")).away().toString()).contains("error=unauthorized_client");
        assertThat(mobile.ask("grant_type", "password", "client_id", "eland-mobile", "username", "nomin@example.mn", "password", PASSWORD).body())
                .contains("unauthorized_client");

        for (int wrong = 0; wrong < 5; wrong++) {
            visitor.fill(visitor.open(MobileApp.address()), "username", "nomin@example.mn", "password", "not the password " + wrong);
        }
        await().atMost(A_MINUTE).until(() -> ADMIN.isHeldOff("nomin@example.mn"));
        assertThat(visitor.fill(visitor.open(MobileApp.address()), "username", "nomin@example.mn", "password", PASSWORD).away())
                .as("the right password after too many wrong ones").isNull();
    }

    @Test
    void aCitizenRegistersAtKeycloakAndIsAPersonOfEland() throws Exception {
        var arrived = register("УШ96041511", "shine@example.mn");

        assertThat(arrived.uri()).isEqualTo(URI.create(base + "/deals"));
        var account = ADMIN.user("shine@example.mn");
        assertThat(account.path("attributes").has("party")).as("nobody says himself which person of ELAND he is").isFalse();
        var actor = parties.actor(account.path("id").asText()).orElseThrow();
        assertThat(actor.roles()).containsExactlyInAnyOrder(Role.BUYER, Role.SELLER);
        assertThat(parties.party(actor.party()).phone()).isEqualTo("99001122");
        assertThat(arrived.body()).contains(actor.name());
    }

    @Test
    void whoTypesTheNumberOfAnotherDoesNotBecomeHim() throws Exception {
        var refused = register("ЯЯ93121643", "khuurmag@example.mn");

        assertThat(refused.uri()).isEqualTo(URI.create(base + "/sign-in?error=PERSON_KNOWN"));
        assertThat(refused.body()).contains("Энэ мэдээллээр бүртгэл нээх боломжгүй байна.");
        assertThat(visitor.open(base + "/account").uri().toString()).doesNotStartWith(base + "/account");
    }

    @Test
    void nothingOfTheEmbeddedIssuerAnswers() throws Exception {
        assertThat(visitor.open(base + "/register").body()).as("leads to the registration of Keycloak").contains("name=\"registerNumber\"");
        assertThat(visitor.open(base + "/sign-in").uri().toString()).startsWith(KeycloakServer.issuer());
        for (var address : new String[] {"/sign-in", "/sign-in/second", "/register", "/password/new", "/account/password", "/account/close",
            "/login/webauthn", "/oauth2/token", "/api/v1/auth/registrations", "/api/v1/auth/password-links", "/api/v1/auth/second-step"}) {
            assertThat(call("POST", address, "").statusCode()).as(address).isEqualTo(404);
        }
        for (var address : new String[] {"/oauth2/authorize", "/oauth2/jwks", "/.well-known/openid-configuration", "/userinfo"}) {
            assertThat(call("GET", address, "").statusCode()).as(address).isEqualTo(404);
        }
    }

    /** Begins at the pages of ELAND; the password is chosen after the address is confirmed by a letter. */
    private Page register(String registerNumber, String email) throws Exception {
        visitor.open(base + "/deals");
        var another = parties.actor("nomin").orElseThrow().party().toString();
        var sent = visitor.fill(visitor.open(base + "/register"), "registerNumber", registerNumber, "firstName", "Шинэ", "lastName", "Батын",
                "clanName", "", "phone", "99001122", "email", email, "party", another);
        assertThat(sent.body()).contains("Имэйл");
        var letter = await().atMost(A_MINUTE)
                .until(() -> simulators.mails(email).stream().findFirst(), Optional::isPresent).orElseThrow();
        assertThat(letter.path("subject").asText()).isEqualTo("Имэйлээ баталгаажуулна уу");
        var link = Pattern.compile(KeycloakServer.issuer() + "\\S+").matcher(letter.path("text").asText());
        assertThat(link.find()).isTrue();
        return visitor.fill(visitor.open(link.group()), "password-new", "a long walk home", "password-confirm", "a long walk home");
    }

    private int tasks(String token) throws Exception {
        return call("GET", "/api/v1/tasks", token).statusCode();
    }

    private HttpResponse<String> call(String method, String path, String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(base + path)).method(method, HttpRequest.BodyPublishers.noBody())
                .header("Accept", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
