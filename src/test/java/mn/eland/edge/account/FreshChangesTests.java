package mn.eland.edge.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.edge.SignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** Whoever finds a session open does not change how its owner signs in. */
@ElandTest
class FreshChangesTests {

    private static final String PASSWORD = "гурван цагаан морь";

    @Value("${eland.base-url}") String base;
    @Autowired WebApplicationContext context;
    @Autowired Simulators simulators;
    @Autowired JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({"/account/second-step, /account", "/account/second-step/end, /account", "/account/second-step/confirm, /account/second-step",
        "/account/passkeys/x/remove, /account", "/account/sessions/end, /account",
                "/account/sessions/00000000-0000-0000-0000-000000000000/end, /account"})
    void aPageAsksToSignInOnceMore(String act, String backTo) throws Exception {
        SignIn.mvc(context).perform(post(act).param("password", "eland-sandbox").with(csrf()).with(SignIn.longAgo("nomin")))
                .andExpect(redirectedUrl("/sign-in-again?to=" + backTo));
    }

    @ParameterizedTest
    @CsvSource({"post, /api/v1/auth/second-step", "post, /api/v1/auth/second-step/confirmation", "post, /api/v1/auth/second-step/end",
        "delete, /api/v1/auth/passkeys/x", "delete, /api/v1/auth/sessions", "delete, /api/v1/auth/sessions/00000000-0000-0000-0000-000000000000"})
    void aCallIsRefused(String method, String act) throws Exception {
        var call = method.equals("post") ? post(act).contentType("application/json").content("{\"password\": \"eland-sandbox\"}") : delete(act);

        SignIn.mvc(context).perform(call.with(SignIn.longAgo("nomin"))).andExpect(status().isForbidden()).andExpect(jsonPath("$.code")
                .value("SIGN_IN_AGAIN"));
    }

    @Test
    void thePageOffersTheWayAndNoButtons() throws Exception {
        var mvc = SignIn.mvc(context);

        var late = mvc.perform(get("/account").with(SignIn.longAgo("nomin"))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        var fresh = mvc.perform(get("/account").with(SignIn.as("nomin"))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);

        assertThat(late).contains("href=\"/sign-in-again?to=/account\"")
                .doesNotContain("data-passkey=\"add\"", "action=\"/account/second-step\"", "/sessions/end");
        assertThat(fresh).contains("data-passkey=\"add\"", "action=\"/account/second-step\"", "/sessions/end").doesNotContain("/sign-in-again");
    }

    /** Somebody who opens the page of the issuer and no other before. */
    @Test
    void whoSignsInWithoutASessionBeforeHasProvedItToo() throws Exception {
        var naran = new Visitor(base, simulators);
        naran.openAccount(PASSWORD);

        naran.open("/sign-in").submit("/sign-in", Map.of("username", naran.email, "password", PASSWORD));

        assertThat(naran.open("/account").page.body()).contains("data-passkey=\"add\"");
    }

    @Test
    void noKeyIsMadeInASessionThatIsOld() throws Exception {
        var naran = new Visitor(base, simulators);
        naran.openAccount(PASSWORD);
        naran.signIn(naran.email, PASSWORD).open("/sign-in");
        var fresh = naran.submit("/webauthn/register/options", Map.of()).page;
        jdbc.sql("update edge.proofs set at = at - interval '3 hours'").update();

        var late = naran.open("/sign-in").submit("/webauthn/register/options", Map.of()).page;
        var made = naran.open("/sign-in").submit("/webauthn/register", Map.of()).page;

        assertThat(fresh.body()).contains("\"challenge\"");
        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(late.body()).contains("SIGN_IN_AGAIN").doesNotContain("challenge");
        assertThat(made.statusCode()).isEqualTo(403);
    }
}
