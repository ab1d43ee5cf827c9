package mn.eland.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import mn.eland.ElandTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.web.util.UriComponentsBuilder;

@ElandTest
class SignInTests {

    @Value("${eland.base-url}")
    String baseUrl;
    @Autowired
    JwtDecoder decoder;
    @Autowired
    ObjectMapper json;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NORMAL).build();
    private final HttpClient steps = HttpClient.newBuilder().cookieHandler(cookies).build();

    @Test
    void visitorComesBackToTheWantedPageAfterTheSignIn() throws Exception {
        var page = get(browser, "/notifications?from=wanted");

        var after = post(browser, "/sign-in", Map.of("username", "enkhjin", "password", "eland-sandbox", "_csrf", SignIn.csrf(page.body())));

        assertThat(page.uri().getPath()).isEqualTo("/sign-in");
        assertThat(after.uri()).hasToString(baseUrl + "/notifications?from=wanted");
    }

    @Test
    void sessionGetsANewNameAtTheSignIn() throws Exception {
        var page = get(browser, "/oauth2/authorization/eland");
        var before = session();

        post(browser, "/sign-in", Map.of("username", "enkhjin", "password", "eland-sandbox", "_csrf", SignIn.csrf(page.body())));

        assertThat(session()).isNotEqualTo(before).isNotEmpty();
    }

    @Test
    void wrongPasswordIsSaidInTheLanguageOfThePerson() throws Exception {
        var page = get(browser, "/sign-in");

        var after = post(browser, "/sign-in", Map.of("username", "enkhjin", "password", "no", "_csrf", SignIn.csrf(page.body())));

        assertThat(after.uri().getPath()).isEqualTo("/sign-in");
        assertThat(after.body()).contains("Нэвтрэх нэр эсвэл нууц үг буруу байна");
    }

    @Test
    void signInPageOffersTheSandboxAccounts() throws Exception {
        var page = get(browser, "/sign-in?lang=en");

        assertThat(page.body()).contains("value=\"temuulen\"", "value=\"anudari\"", "value=\"telmen\"", "value=\"minjun\"", "Sandbox accounts");
        assertThat(page.body().indexOf("value=\"egshiglen\"")).isLessThan(page.body().indexOf("More people of the sandbox"));
        assertThat(page.body().indexOf("value=\"zoljargal\"")).isGreaterThan(page.body().indexOf("More people of the sandbox"));
    }

    @Test
    void whoSignsOutMustSignInAgain() throws Exception {
        var person = SignIn.browser(baseUrl, "enkhjin");
        var page = person.send(request("/notifications").build(), BodyHandlers.ofString());

        var out = person.send(form("/sign-out", Map.of("_csrf", SignIn.csrf(page.body()))), BodyHandlers.ofString());
        var again = person.send(request("/notifications").build(), BodyHandlers.ofString());

        assertThat(page.uri().getPath()).isEqualTo("/notifications");
        assertThat(out.uri().getPath()).isEqualTo("/");
        assertThat(again.uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void mobileApplicationGetsATokenForTheApiByCodeAndProof() throws Exception {
        var verifier = "a-proof-that-only-the-application-knows-0123456789";
        var page = get(browser, authorize(challenge(verifier)));
        post(steps, "/sign-in", Map.of("username", "munkhzul", "password", "eland-sandbox", "_csrf", SignIn.csrf(page.body())));

        var redirect = get(steps, authorize(challenge(verifier))).headers().firstValue("Location").orElseThrow();
        var code = UriComponentsBuilder.fromUriString(redirect).build().getQueryParams().getFirst("code");
        var stolen = token(code, "a-guess-of-somebody-who-saw-the-code-go-by-0000");
        var answer = token(code, verifier);
        var jwt = decoder.decode(json.readTree(answer.body()).get("access_token").asText());

        assertThat(redirect).startsWith("mn.eland.mobile:/signed-in?code=");
        assertThat(stolen.statusCode()).isEqualTo(400);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(jwt.getAudience()).containsExactly("eland-api");
        assertThat(jwt.getIssuer()).hasToString(baseUrl);
        assertThat(jwt.getClaimAsString("party")).isEqualTo("00000000-0000-0000-0000-000000000004");
        assertThat(jwt.getClaimAsMap("realm_access").get("roles")).asString().contains("agent");
        assertThat(jwt.getHeaders()).containsEntry("alg", "RS256").containsKey("kid");
    }

    @Test
    void aCodeIsGoodOnceAndGoesToItsOwnAddressOnly() throws Exception {
        var verifier = "a-proof-that-only-the-application-knows-9876543210";
        var page = get(browser, authorize(challenge(verifier)));
        post(steps, "/sign-in", Map.of("username", "munkhzul", "password", "eland-sandbox", "_csrf", SignIn.csrf(page.body())));
        var redirect = get(steps, authorize(challenge(verifier))).headers().firstValue("Location").orElseThrow();
        var code = UriComponentsBuilder.fromUriString(redirect).build().getQueryParams().getFirst("code");

        var elsewhere = get(steps, authorize(challenge(verifier)).replace(":/signed-in", ":/elsewhere"));
        var first = token(code, verifier);
        var again = token(code, verifier);

        assertThat(elsewhere.statusCode()).isEqualTo(400);
        assertThat(elsewhere.headers().firstValue("Location")).isEmpty();
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(json.readTree(first.body()).has("refresh_token")).as("a program without a secret signs in anew").isFalse();
        assertThat(again.statusCode()).isEqualTo(400);
    }

    @Test
    void codeWithoutProofIsNotEvenAskedFor() throws Exception {
        var page = get(browser, "/sign-in");
        post(steps, "/sign-in", Map.of("username", "munkhzul", "password", "eland-sandbox", "_csrf", SignIn.csrf(page.body())));

        var answer = get(steps, "/oauth2/authorize?response_type=code&client_id=eland-mobile&scope=openid&redirect_uri=mn.eland.mobile:/signed-in");

        assertThat(answer.headers().firstValue("Location").orElse("")).contains("error=invalid_request");
    }

    private HttpResponse<String> token(String code, String verifier) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(form("/oauth2/token", Map.of("grant_type", "authorization_code", "code", code,
                "client_id", "eland-mobile", "redirect_uri", "mn.eland.mobile:/signed-in", "code_verifier", verifier)), BodyHandlers.ofString());
    }

    private static String authorize(String challenge) {
        return "/oauth2/authorize?response_type=code&client_id=eland-mobile&scope=openid&redirect_uri=mn.eland.mobile:/signed-in"
                + "&code_challenge_method=S256&code_challenge=" + challenge;
    }

    private static String challenge(String verifier) throws Exception {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    }

    private String session() {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("ELAND_SESSION"))
                .map(cookie -> cookie.getValue()).collect(Collectors.joining());
    }

    private HttpResponse<String> get(HttpClient client, String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(HttpClient client, String path, Map<String, String> fields) throws IOException, InterruptedException {
        return client.send(form(path, fields), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path)).header("Accept", "text/html");
    }

    private HttpRequest form(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
    }
}
