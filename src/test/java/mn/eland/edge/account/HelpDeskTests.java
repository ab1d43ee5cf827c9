package mn.eland.edge.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.edge.SignIn;
import mn.eland.identity.account.Authenticator;
import mn.eland.identity.account.Openings;
import mn.eland.identity.recovery.FactorReset.Paper;
import mn.eland.identity.recovery.HelpDesk;
import mn.eland.identity.recovery.LostFactors;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** Operators help people who lost what they sign in with, two of them together, and end what must not go on. */
@ElandTest
class HelpDeskTests {

    private static final String PASSWORD = "гурван цагаан морь";
    private static final String OTHER = "дөрвөн хөх уул";
    private static final Pattern SECRET = Pattern.compile("data-secret[^>]*>([A-Z2-7 ]+)<");

    @Value("${eland.base-url}") String base;
    @Autowired WebApplicationContext context;
    @Autowired Simulators simulators;
    @Autowired HelpDesk desk;
    @Autowired LostFactors factors;
    @Autowired Openings openings;
    @Autowired ElandClock clock;
    @Autowired JdbcClient jdbc;
    private MockMvc mvc;
    private Actor telmen;
    private Actor ariunaa;

    @BeforeEach
    void helpers() {
        mvc = SignIn.mvc(context);
        telmen = SignIn.actor(context, "telmen");
        ariunaa = SignIn.actor(context, "ariunaa");
    }

    @Test
    void aLostSecondStepIsTakenOffByTwoHelpersAfterADayAndLeadsOverTheMailbox() throws Exception {
        var naran = new Visitor(base, simulators);
        var person = withSecondStep(naran);
        var at = "/help-desk/people/" + person;

        ask("telmen", at, "ЩЩ00000000").andExpect(flash().attribute("refusedCode", "NUMBER_OTHER"));
        ask("telmen", at, naran.registerNumber.toLowerCase()).andExpect(flash().attribute("doneKey", "helpdesk.reset.asked"));
        ask("ariunaa", at, naran.registerNumber).andExpect(flash().attribute("refusedCode", "RESET_OPEN"));
        await().until(() -> simulators.mails(naran.email).stream().anyMatch(mail -> mail.path("subject").asText().contains("унтраах хүсэлт")));
        var reset = factors.about(person).orElseThrow().id();
        assertThat(page("ariunaa", "/help-desk")).contains("Наранцэцэг", "/help-desk/resets/" + reset + "/decision")
                .doesNotContain(naran.registerNumber);
        assertThat(page("telmen", "/help-desk")).contains("Наранцэцэг").doesNotContain("/help-desk/resets/" + reset + "/decision");
        decide("telmen", reset, naran.registerNumber).andExpect(status().isForbidden());
        decide("ariunaa", reset, naran.registerNumber).andExpect(flash().attribute("refusedCode", "RESET_TOO_EARLY"));
        dayPasses(reset);
        decide("ariunaa", reset, "ЩЩ00000000").andExpect(flash().attribute("refusedCode", "NUMBER_OTHER"));
        assertThat(desk.find(telmen, person).get().secondStep()).isTrue();
        decide("ariunaa", reset, naran.registerNumber).andExpect(flash().attribute("doneKey", "helpdesk.reset.done"));

        assertThat(desk.find(telmen, person).get().secondStep()).isFalse();
        assertThat(naran.isSignedIn()).isFalse();
        assertThat(naran.signIn(naran.email, PASSWORD).isSignedIn()).as("the old password").isFalse();
        await().until(() -> simulators.mails(naran.email).stream().anyMatch(mail -> mail.path("text").asText().contains("/password/new?token=")));
        var text = simulators.mails(naran.email).stream().map(mail -> mail.path("text").asText())
                .filter(one -> one.contains("/password/new?token=")).findFirst().orElseThrow();
        var link = text.substring(text.indexOf("/password/new?token="), text.indexOf("/password/new?token=") + 63);
        naran.open(link).submit("/password/new", Map.of("token", link.substring(link.indexOf('=') + 1), "newPassword", OTHER));
        assertThat(naran.signIn(naran.email, OTHER).isSignedIn()).isTrue();
        decide("ariunaa", reset, naran.registerNumber).andExpect(flash().attribute("refusedCode", "RESET_UNKNOWN"));
    }

    @Test
    void theOwnerWhoHasNotAskedStopsIt() throws Exception {
        var naran = new Visitor(base, simulators);
        var person = withSecondStep(naran);
        var reset = factors.ask(telmen, person, Paper.PASSPORT, naran.registerNumber, "Биечлэн ирсэн").get();

        assertThat(naran.open("/account").page.body()).contains("/account/second-step/keep");
        naran.submit("/account/second-step/keep", Map.of());
        dayPasses(reset.id());

        assertThat(factors.decide(ariunaa, reset.id(), true, naran.registerNumber, "Биечлэн ирсэн").refusal().code()).isEqualTo("RESET_UNKNOWN");
        assertThat(desk.find(telmen, person).get().secondStep()).isTrue();
        assertThat(naran.isSignedIn()).isTrue();
    }

    @Test
    void nobodyHelpsHimselfNorWithoutASecondStepNorAfterAWeek() throws Exception {
        var naran = new Visitor(base, simulators);
        var person = withSecondStep(naran);
        var reset = factors.ask(telmen, person, Paper.ID_CARD, naran.registerNumber, "Биечлэн ирсэн").get();
        jdbc.sql("update identity.factor_resets set asked_at = asked_at - interval '8 days' where id = ?").param(reset.id()).update();

        assertThat(factors.decide(ariunaa, reset.id(), true, naran.registerNumber, "Биечлэн ирсэн").refusal().code()).isEqualTo("RESET_UNKNOWN");
        assertThat(factors.ask(telmen, telmen.person(), Paper.ID_CARD, "1", "Би").refusal().code()).isEqualTo("OWN_ACCOUNT_HELP");
        assertThat(factors.ask(telmen, SignIn.actor(context, "nomin").person(), Paper.ID_CARD, "ЯЯ01270321", "Биечлэн ирсэн").refusal().code())
                .isEqualTo("SECOND_STEP_OFF");
        assertThat(factors.ask(SignIn.actor(context, "nomin"), person, Paper.ID_CARD, naran.registerNumber, "Найз нь").refusal().code())
                .isEqualTo("HELPERS_ONLY");
        assertThat(factors.ask(ariunaa, person, Paper.ID_CARD, naran.registerNumber, "Дахин ирсэн").isDone()).isTrue();
    }

    @Test
    void anAdministratorEndsSomebodysSessionsAndTheOwnerHearsOfIt() throws Exception {
        var naran = new Visitor(base, simulators);
        naran.openAccount(PASSWORD);
        naran.signIn(naran.email, PASSWORD);
        var found = mvc.perform(act("ariunaa", post("/help-desk/search").param("name", naran.email))).andReturn().getResponse().getRedirectedUrl();
        assertThat(page("ariunaa", found)).contains("Наранцэцэг", "Chrome · Android").doesNotContain(naran.email, naran.phone, "127.0.0.1");

        mvc.perform(act("ariunaa", post(found + "/sessions/end"))).andExpect(flash().attribute("refusedCode", "REASON_MISSING"));
        assertThat(naran.isSignedIn()).isTrue();
        mvc.perform(post(found + "/sessions/end").param("reason", "Утсаа алдсан").with(csrf()).with(SignIn.longAgo("ariunaa")))
                .andExpect(redirectedUrl("/sign-in-again?to=" + found));
        mvc.perform(act("ariunaa", post(found + "/sessions/end").param("reason", "Утсаа алдсан"))).andExpect(flash()
                .attribute("doneKey", "helpdesk.sessions.ended"));

        assertThat(naran.isSignedIn()).isFalse();
        assertThat(naran.signIn(naran.email, PASSWORD).isSignedIn()).isTrue();
        await().until(() -> simulators.mails(naran.email).stream().anyMatch(mail -> mail.path("subject").asText().contains("Бүх төхөөрөмж")));
        mvc.perform(act("ariunaa", post("/help-desk/search").param("name", "nobody-at-all@example.mn"))).andExpect(flash()
                .attribute("refusedCode", "NO_ACCOUNT"));
    }

    @Test
    void anEmployeeWhoLeftIsShutOutAndACitizenIsNot() throws Exception {
        var naran = new Visitor(base, simulators);
        naran.openAccount(PASSWORD);
        naran.signIn(naran.email, PASSWORD);
        var person = desk.find(ariunaa, naran.email).get().person();
        var at = "/help-desk/people/" + person + "/shut-out";

        mvc.perform(act("ariunaa", post(at).param("reason", "Ажлаас гарсан"))).andExpect(flash().attribute("refusedCode", "STAFF_ONLY"));
        openings.addRole(person, Role.AGENT);
        mvc.perform(act("telmen", post(at).param("reason", "Ажлаас гарсан"))).andExpect(status().isForbidden());
        mvc.perform(act("ariunaa", post(at).param("reason", "Ажлаас гарсан"))).andExpect(flash().attribute("doneKey", "helpdesk.shutOut.done"));

        assertThat(naran.isSignedIn()).isFalse();
        assertThat(naran.signIn(naran.email, PASSWORD).isSignedIn()).isFalse();
    }

    private PartyId withSecondStep(Visitor naran) throws Exception {
        naran.openAccount(PASSWORD);
        naran.signIn(naran.email, PASSWORD).open("/account").submit("/account/second-step", Map.of("password", PASSWORD));
        var found = SECRET.matcher(naran.page.body());
        assertThat(found.find()).isTrue();
        naran.submit("/account/second-step/confirm", Map.of("totp", Authenticator.code(found.group(1), clock.instant())));
        return desk.find(telmen, naran.email).get().person();
    }

    private void dayPasses(UUID reset) {
        jdbc.sql("update identity.factor_resets set asked_at = asked_at - interval '25 hours' where id = ?").param(reset).update();
    }

    private ResultActions ask(String helper, String person, String number) throws Exception {
        return mvc.perform(act(helper, post(person + "/second-step").param("paper", "ID_CARD").param("registerNumber", number)
                .param("note", "Биечлэн ирсэн")));
    }

    private ResultActions decide(String helper, UUID reset, String number) throws Exception {
        return mvc.perform(act(helper, post("/help-desk/resets/" + reset + "/decision").param("approves", "true").param("registerNumber", number)
                .param("note", "Баримтыг үзсэн")));
    }

    private String page(String helper, String path) throws Exception {
        return mvc.perform(get(path).with(SignIn.as(helper))).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static MockHttpServletRequestBuilder act(String helper, MockHttpServletRequestBuilder request) {
        return request.with(csrf()).with(SignIn.as(helper));
    }
}
