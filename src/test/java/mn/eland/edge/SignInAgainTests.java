package mn.eland.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import mn.eland.ElandTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.web.context.WebApplicationContext;

/** The way to prove once more who one is, on the real issuer. */
@ElandTest
class SignInAgainTests {

    @Autowired WebApplicationContext context;
    @Autowired JdbcClient jdbc;
    @Value("${eland.base-url}") String base;

    @Test
    void whoCameInLongAgoTypesThePasswordOnceMoreAndComesBack() throws Exception {
        var browser = SignIn.browser(base, "bilguun");
        assertThat(page(browser, "/me/payout-account").body()).contains("name=\"iban\"");
        jdbc.sql("update edge.proofs set at = at - interval '3 hours' where username = 'bilguun'").update();
        page(browser, "/oauth2/authorization/eland");
        assertThat(page(browser, "/me/payout-account").body()).as("coming back from the issuer is no proof").doesNotContain("name=\"iban\"");

        var asked = page(browser, "/sign-in-again?to=/me/payout-account");
        assertThat(asked.uri().getPath()).isEqualTo("/sign-in");
        var back = browser.send(HttpRequest.newBuilder(URI.create(base + "/sign-in")).header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html").POST(HttpRequest.BodyPublishers.ofString("username=bilguun&password=eland-sandbox&_csrf="
                        + URLEncoder.encode(SignIn.csrf(asked.body()), StandardCharsets.UTF_8))).build(), BodyHandlers.ofString());

        assertThat(back.statusCode()).isEqualTo(HttpURLConnection.HTTP_OK);
        assertThat(back.uri().getPath()).isEqualTo("/me/payout-account");
        assertThat(back.body()).contains("name=\"iban\"");
    }

    @Test
    void itLeadsToPagesOfOursOnly() throws Exception {
        var mvc = SignIn.mvc(context);

        mvc.perform(get("/sign-in-again").param("to", "/me/payout-account").with(SignIn.as("bilguun"))).andExpect(redirectedUrl("/me/payout-account"));
        for (var elsewhere : new String[] {"https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a?b=//evil"}) {
            mvc.perform(get("/sign-in-again").param("to", elsewhere).with(SignIn.as("bilguun"))).andExpect(redirectedUrl("/me"));
        }
    }

    @Test
    void anIssuerElsewhereIsToldThatItsOwnSessionIsNotEnough() throws Exception {
        var mvc = SignIn.mvc(context);
        var session = new MockHttpSession();

        mvc.perform(get("/sign-in-again").session(session).with(SignIn.longAgo("bilguun"))).andExpect(redirectedUrl("/oauth2/authorization/eland"));

        mvc.perform(get("/oauth2/authorization/eland").session(session)).andExpect(header().string("Location", org.hamcrest.Matchers.containsString("prompt=login")));
        mvc.perform(get("/oauth2/authorization/eland").session(new MockHttpSession()))
                .andExpect(header().string("Location", org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("prompt"))));
    }

    private HttpResponse<String> page(HttpClient browser, String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html").build(), BodyHandlers.ofString());
    }
}
