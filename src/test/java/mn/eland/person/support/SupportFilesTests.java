package mn.eland.person.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import mn.eland.ElandTest;
import mn.eland.edge.SignIn;
import mn.eland.kernel.Actor;
import mn.eland.notification.Notifications;
import mn.eland.person.privacy.ConsentRegister;
import mn.eland.person.privacy.ConsentRegister.Purpose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** Helpers see a person's file while the person lets them, and the person sees that they did. */
@ElandTest
class SupportFilesTests {

    private static final String WHY = "Төлбөр нь буцсан гэж утасдсан";

    @Autowired WebApplicationContext context;
    @Autowired SupportFiles files;
    @Autowired ConsentRegister consents;
    @Autowired Notifications notifications;
    @Autowired JdbcClient jdbc;
    private MockMvc mvc;
    private Actor person;
    private Actor telmen;

    @BeforeEach
    void people() {
        mvc = SignIn.mvc(context);
        person = SignIn.actor(context, "khukhmunkh");
        telmen = SignIn.actor(context, "telmen");
    }

    @AfterEach
    void asBefore() {
        consents.withdraw(person.person(), Purpose.SUPPORT);
        files.refuse(person.person());
    }

    @Test
    void aHelperAsksThePersonAllowsAndBothSeeWhatCameOfIt() throws Exception {
        var at = "/support/people/" + person.person();
        mvc.perform(act("telmen", post(at + "/visits").param("reason", WHY))).andExpect(flash().attribute("refusedCode", "SUPPORT_NOT_ALLOWED"));
        mvc.perform(act("telmen", post(at + "/asks").param("reason", " "))).andExpect(flash().attribute("refusedCode", "REASON_MISSING"));
        mvc.perform(act("telmen", post(at + "/asks").param("reason", WHY))).andExpect(flash().attribute("doneKey", "support.asked"));
        mvc.perform(act("telmen", post(at + "/asks").param("reason", WHY))).andExpect(flash().attribute("refusedCode", "SUPPORT_ASKED"));
        await().until(() -> notifications.of(person, null, 20, Locale.ENGLISH).stream().anyMatch(told -> told.text()
                .contains("asks to look at your file")));
        assertThat(page("khukhmunkh", "/me")).contains(WHY, "/me/support/refusal");

        mvc.perform(act("khukhmunkh", post("/me/consents").param("purpose", "SUPPORT").param("given", "true"))).andExpect(status()
                .is3xxRedirection());
        assertThat(page("telmen", at)).contains(at + "/visits");
        var file = mvc.perform(act("telmen", post(at + "/visits").param("reason", WHY))).andReturn().getResponse().getRedirectedUrl();
        var read = page("telmen", file);

        assertThat(read).contains(WHY, "aria-labelledby=\"sales\"").doesNotContain("khukhmunkh@example.mn");
        assertThat(files.visits(person.person()).get(0)).satisfies(visit -> {
            assertThat(visit.name()).isEqualTo(telmen.name());
            assertThat(visit.reason()).isEqualTo(WHY);
            assertThat(visit.looks()).isEqualTo(1);
        });
        assertThat(page("khukhmunkh", "/me")).contains(WHY).doesNotContain("/me/support/refusal");
        mvc.perform(get("/api/v1/me/support").with(SignIn.as("khukhmunkh"))).andExpect(jsonPath("$.visits[0].reason").value(WHY));
        await().until(() -> notifications.of(person, null, 20, Locale.ENGLISH).stream().anyMatch(told -> told.text().contains("opened your file")));
        mvc.perform(get(file).with(SignIn.as("ariunaa"))).andExpect(status().isNotFound());
        mvc.perform(get(file).with(SignIn.as("khukhmunkh"))).andExpect(status().isForbidden());
    }

    @Test
    void whatIsTakenBackEndsAtOnceAndStaysEnded() {
        consents.give(person.person(), Purpose.SUPPORT, Locale.ENGLISH);
        var visit = files.open(telmen, person.person(), WHY).get();
        assertThat(files.read(telmen, visit).isDone()).isTrue();

        consents.withdraw(person.person(), Purpose.SUPPORT);

        assertThat(files.read(telmen, visit).refusal().code()).isEqualTo("VISIT_OVER");
        consents.give(person.person(), Purpose.SUPPORT, Locale.ENGLISH);
        assertThat(files.read(telmen, visit).refusal().code()).isEqualTo("VISIT_OVER");
        var another = files.open(telmen, person.person(), WHY).get();
        files.close(telmen, another).get();
        assertThat(files.read(telmen, another).refusal().code()).isEqualTo("VISIT_OVER");
    }

    @Test
    void anHourEndsALookAndThreeDaysTheConsent() {
        consents.give(person.person(), Purpose.SUPPORT, Locale.ENGLISH);
        var visit = files.open(telmen, person.person(), WHY).get();
        jdbc.sql("update person.support_visits set opened_at = opened_at - interval '61 minutes', until = until - interval '61 minutes' where id = ?").param(visit).update();
        assertThat(files.read(telmen, visit).refusal().code()).isEqualTo("VISIT_OVER");
        consents.withdraw(person.person(), Purpose.SUPPORT);

        jdbc.sql("insert into person.consents (person, purpose, words, given_at) values (?, 'SUPPORT', 'as before', now() - interval '400 days')")
                .param(person.person().value()).update();

        assertThat(consents.isGiven(person.person(), Purpose.SUPPORT)).isFalse();
        assertThat(files.open(telmen, person.person(), WHY).refusal().code()).isEqualTo("SUPPORT_NOT_ALLOWED");
        consents.give(person.person(), Purpose.SUPPORT, Locale.ENGLISH);
        assertThat(consents.until(person.person(), Purpose.SUPPORT)).isPresent();
        assertThat(consents.register(person.person()).stream().filter(one -> one.words().equals("as before")))
                .allMatch(one -> one.withdrawnAt() != null);
    }

    @Test
    void nobodyButHelpersAsksAndNobodyOpensTheOwnFile() {
        assertThat(files.ask(SignIn.actor(context, "tulga"), person.person(), WHY).refusal().code()).isEqualTo("HELPERS_ONLY");
        assertThat(files.ask(telmen, telmen.person(), WHY).refusal().code()).isEqualTo("OWN_FILE");
        assertThat(files.read(telmen, UUID.randomUUID()).refusal().code()).isEqualTo("VISIT_UNKNOWN");
        assertThat(files.find(telmen, "nobody-there@example.mn").refusal().code()).isEqualTo("NO_ACCOUNT");
    }

    private String page(String who, String path) throws Exception {
        return mvc.perform(get(path).with(SignIn.as(who))).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static MockHttpServletRequestBuilder act(String who, MockHttpServletRequestBuilder request) {
        return request.with(csrf()).with(SignIn.as(who));
    }
}
