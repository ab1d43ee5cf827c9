package mn.eland.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import mn.eland.ElandTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

@ElandTest
class EdgeTests {

    private static final String POLICY = "default-src 'none'; script-src 'self'; img-src 'self' data: blob:; connect-src 'self';"
            + " worker-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; form-action 'self';"
            + " style-src 'self'; font-src 'self'";

    @Autowired
    WebApplicationContext context;
    @Autowired
    TryOut tryOut;

    private MockMvc mvc;

    @BeforeEach
    void open() {
        mvc = SignIn.mvc(context);
        tryOut.acts.set(0);
        tryOut.hold = new CountDownLatch(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void whoeverWatchesTheServerLearnsThatItIsUpAndNothingElse(String path) throws Exception {
        mvc.perform(get(path)).andExpect(status().isOk()).andExpect(jsonPath("$.status").value("UP")).andExpect(jsonPath("$.components").doesNotExist());
    }

    @ParameterizedTest
    @CsvSource({
        "/studio/models, enkhjin, 403", "/studio/models, munkhzul, 403", "/cockpit/cases, egshiglen, 403",
        "/actuator/prometheus, enkhjin, 403", "/swagger-ui/index.html, enkhjin, 403", "/swagger-ui/index.html, munkhzul, 200",
        "/actuator/metrics, munkhzul, 403"})
    void aRoleOpensTheDoorOfAPage(String path, String username, int status) throws Exception {
        mvc.perform(get(path).with(SignIn.as(username))).andExpect(status().is(status));
    }

    @ParameterizedTest
    @CsvSource({"/deals", "/tasks", "/notifications", "/studio/models", "/cockpit/cases", "/actuator/metrics", "/anything"})
    void aVisitorIsLedToTheSignIn(String path) throws Exception {
        mvc.perform(get("http://" + host() + path).accept("text/html")).andExpect(redirectedUrl("/oauth2/authorization/eland"));
    }

    @Test
    void aPartOfAPageSendsTheWholePageToTheSignIn() throws Exception {
        mvc.perform(get("/deals").header("HX-Request", "true"))
                .andExpect(status().isUnauthorized()).andExpect(header().string("HX-Redirect", "/oauth2/authorization/eland"));
    }

    @Test
    void everyPageCarriesTheStrictPolicy() throws Exception {
        mvc.perform(get("/sign-in"))
                .andExpect(header().string("Content-Security-Policy", POLICY))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().string("Cross-Origin-Opener-Policy", "same-origin"))
                .andExpect(header().doesNotExist("Strict-Transport-Security"));
        mvc.perform(get("/sign-in").secure(true)).andExpect(header().string("Strict-Transport-Security", startsWith("max-age=31536000")));
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        mvc.perform(post("/try-out").param("word", "a").with(SignIn.as("enkhjin"))).andExpect(status().isForbidden());

        assertThat(tryOut.acts).hasValue(0);
    }

    @Test
    void aVisitorWithoutATokenGetsAProblem() throws Exception {
        mvc.perform(get("/api/v1/try-out/1").header("Accept-Language", "en-US"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", startsWith("Bearer")))
                .andExpect(content().contentType("application/problem+json;charset=UTF-8"))
                .andExpect(jsonPath("$.code").value("NOT_SIGNED_IN"))
                .andExpect(jsonPath("$.type").value("urn:eland:problem:not-signed-in"))
                .andExpect(jsonPath("$.detail").value("Please sign in to go on."))
                .andExpect(jsonPath("$.instance").value("/api/v1/try-out/1"));
        mvc.perform(get("/api/v1/try-out/1").header("Authorization", "Bearer forged.token.here"))
                .andExpect(status().isUnauthorized()).andExpect(jsonPath("$.code").value("NOT_SIGNED_IN"));
    }

    @Test
    void aRefusalBecomesAProblemWithItsFieldAndItsArguments() throws Exception {
        mvc.perform(call("/api/v1/try-out/refused", "{}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("TRY_OUT"))
                .andExpect(jsonPath("$.field").value("amountMnt"))
                .andExpect(jsonPath("$.detail").value("Дүн 285\u202F000\u202F000\u202F₮, өдөр 2026.11.22, бусад –."))
                .andExpect(jsonPath("$.status").value(422));
    }

    @Test
    void aFailureOfOursTellsNothingButItsNumberAndIsNotKept() throws Exception {
        var call = call("/api/v1/try-out/broken", "{}");

        mvc.perform(call).andExpect(status().isInternalServerError()).andExpect(jsonPath("$.code").value("INTERNAL_ERROR"))
                .andExpect(content().string(not(containsString("secret"))));
        mvc.perform(call).andExpect(status().isInternalServerError());

        assertThat(tryOut.acts).hasValue(2);
    }

    @Test
    void wrongTypesAndUnknownPlacesAreProblems() throws Exception {
        mvc.perform(get("/api/v1/try-out/word").with(SignIn.as("enkhjin"))).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("INPUT_NOT_READABLE")).andExpect(jsonPath("$.field").value("number"));
        mvc.perform(call("/api/v1/try-out", "{broken")).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("INPUT_NOT_READABLE"));
        mvc.perform(get("/api/v1/nowhere").with(SignIn.as("enkhjin"))).andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("NOT_FOUND"));
        mvc.perform(call("/api/v1/try-out/1", "{}")).andExpect(status().isMethodNotAllowed());
    }

    @Test
    void aPageThatFailsSpeaksTheLanguageOfThePerson() throws Exception {
        mvc.perform(get("/help/try-out?fail=1&lang=en")).andExpect(status().isInternalServerError())
                .andExpect(content().string(containsString("Something failed on our side")))
                .andExpect(content().string(not(containsString("secret"))));
        mvc.perform(get("/properties/there/is/no/such/page")).andExpect(status().isNotFound())
                .andExpect(content().string(containsString("Олдсонгүй")));
    }

    @Test
    void theLanguageIsChosenByAddressThenCookieThenBrowser() throws Exception {
        mvc.perform(get("/sign-in")).andExpect(content().string(containsString("Нэвтрэх нэр")));
        mvc.perform(get("/sign-in").header("Accept-Language", "en,mn;q=0.5")).andExpect(content().string(containsString("Sign-in name")));
        mvc.perform(get("/sign-in").header("Accept-Language", "de,en;q=0.5")).andExpect(content().string(containsString("Нэвтрэх нэр")));
        mvc.perform(get("/sign-in").cookie(new Cookie("ELAND_LANG", "mn")).header("Accept-Language", "en"))
                .andExpect(content().string(containsString("Нэвтрэх нэр")));
        mvc.perform(get("/sign-in?lang=en").cookie(new Cookie("ELAND_LANG", "mn"))).andExpect(cookie().value("ELAND_LANG", "en"))
                .andExpect(content().string(containsString("Sign-in name")));
        mvc.perform(get("/sign-in?lang=xx")).andExpect(cookie().doesNotExist("ELAND_LANG"));
    }

    @Test
    void aCallIsDoneOnceAndAnsweredAsOften() throws Exception {
        var call = call("/api/v1/try-out", "{\"a\":1}");

        mvc.perform(call).andExpect(status().isCreated()).andExpect(jsonPath("$.act").value(1));
        mvc.perform(call).andExpect(status().isCreated()).andExpect(jsonPath("$.act").value(1))
                .andExpect(header().string("Location", "/api/v1/try-out/1")).andExpect(header().string("Idempotency-Replayed", "true"));

        assertThat(tryOut.acts).hasValue(1);
    }

    @Test
    void aKeyBelongsToOneCallOfOnePerson() throws Exception {
        var key = UUID.randomUUID().toString();

        mvc.perform(call("/api/v1/try-out", "{\"a\":1}", key, "enkhjin")).andExpect(status().isCreated());
        mvc.perform(call("/api/v1/try-out", "{\"a\":2}", key, "enkhjin")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("IDEMPOTENCY_KEY_REUSED"));
        mvc.perform(call("/api/v1/try-out", "{\"a\":1}", key, "temuulen")).andExpect(status().isCreated()).andExpect(jsonPath("$.act").value(2));
    }

    @Test
    void aCallWithoutAKeyIsRefused() throws Exception {
        mvc.perform(post("/api/v1/try-out").contentType("application/json").content("{}").with(SignIn.as("enkhjin")))
                .andExpect(status().isBadRequest()).andExpect(jsonPath("$.code").value("IDEMPOTENCY_KEY_MISSING"));
        mvc.perform(call("/api/v1/try-out", "{}", "no", "enkhjin")).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("IDEMPOTENCY_KEY_INVALID"));
    }

    @Test
    void theSameCallAtTheSameTimeIsRefused() throws Exception {
        tryOut.hold = new CountDownLatch(1);
        var key = UUID.randomUUID().toString();
        var first = CompletableFuture.supplyAsync(() -> statusOf(call("/api/v1/try-out", "{}", key, "enkhjin")));
        await().until(() -> claimed(key));
        var second = statusOf(call("/api/v1/try-out", "{}", key, "enkhjin"));
        tryOut.hold.countDown();

        assertThat(second).isEqualTo(409);
        assertThat(first.join()).isEqualTo(201);
        assertThat(tryOut.acts).hasValue(1);
    }

    @Test
    void aDoubleClickLeadsToTheSamePlace() throws Exception {
        tryOut.hold = new CountDownLatch(1);
        var token = UUID.randomUUID().toString();
        var first = CompletableFuture.supplyAsync(() -> redirectOf(form(token, "a")));
        var second = CompletableFuture.supplyAsync(() -> redirectOf(form(token, "a")));
        await().until(() -> claimed("form:" + token + "%"));
        tryOut.hold.countDown();

        assertThat(first.join()).isEqualTo("/try-out/a1");
        assertThat(second.join()).isEqualTo("/try-out/a1");
        mvc.perform(form(token, "b")).andExpect(redirectedUrl("/try-out/b2"));
    }

    @Test
    void everyPostedFormHasATokenOfItsOwn() throws Exception {
        var page = mvc.perform(get("/sign-in")).andReturn().getResponse().getContentAsString();

        assertThat(page.split("name=\"_once\" value=\"", -1).length).isEqualTo(page.split("name=\"_csrf\" value=\"", -1).length).isGreaterThan(10);
    }

    @Test
    void passwordsCannotBeGuessedInARow() throws Exception {
        var address = "203.0.113." + (int) (Math.random() * 250);
        var guess = post("/sign-in").param("username", "temuulen").param("password", "guess").with(csrf())
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                });
        for (int i = 0; i < 10; i++) {
            mvc.perform(guess).andExpect(header().string("Location", startsWith("/sign-in?error")));
        }

        mvc.perform(guess).andExpect(status().isTooManyRequests()).andExpect(header().exists("Retry-After"));
    }

    @Test
    void codesCannotBeAskedForWithoutEnd() throws Exception {
        for (int i = 0; i < 10; i++) {
            mvc.perform(post("/try-out/code").with(SignIn.as("telmen")).with(csrf())).andExpect(status().isOk());
        }

        mvc.perform(post("/try-out/code").with(SignIn.as("telmen")).with(csrf())).andExpect(status().isTooManyRequests());
    }

    private MockHttpServletRequestBuilder call(String path, String body) {
        return call(path, body, UUID.randomUUID().toString(), "enkhjin");
    }

    private MockHttpServletRequestBuilder call(String path, String body, String key, String username) {
        return post(path).contentType("application/json").content(body).header("Idempotency-Key", key)
                .header("Authorization", "Bearer " + SignIn.token(context, username));
    }

    private MockHttpServletRequestBuilder form(String token, String word) {
        return post("/try-out").param("word", word).param("_once", token).with(SignIn.as("enkhjin")).with(csrf());
    }

    private boolean claimed(String key) {
        return context.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("select count(*) from edge.answers where key like ?").param(key).query(Integer.class).single() == 1;
    }

    private int statusOf(MockHttpServletRequestBuilder request) {
        try {
            return mvc.perform(request).andReturn().getResponse().getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String redirectOf(MockHttpServletRequestBuilder request) {
        try {
            return mvc.perform(request).andReturn().getResponse().getRedirectedUrl();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String host() {
        return context.getEnvironment().getRequiredProperty("eland.base-url").replace("http://", "");
    }
}
