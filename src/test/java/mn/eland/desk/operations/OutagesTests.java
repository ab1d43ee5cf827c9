package mn.eland.desk.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.UUID;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.edge.SignIn;
import mn.eland.kernel.Actor;
import mn.eland.sale.SaleWalk;
import mn.eland.workflow.outage.Outage;
import mn.eland.workflow.outage.Outages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** The bank is switched off: what operators see of it, and that it goes away when the bank answers. */
@ElandTest
class OutagesTests {

    private static final Duration A_WHILE = Duration.ofSeconds(40);

    @Autowired WebApplicationContext context;
    @Autowired Simulators simulators;
    @Autowired Outages outages;
    private MockMvc mvc;
    private Actor operator;

    @BeforeEach
    void open() {
        mvc = SignIn.mvc(context);
        operator = new SaleWalk(context, simulators).person("telmen");
    }

    @AfterEach
    void up() {
        simulators.allSwitchesOff();
    }

    @Test
    void aBankThatKeepsFailingIsShownUntilItAnswers() throws Exception {
        simulators.switchOn("khan", "statementAfter", Simulators.Behaviour.ERROR, "500", null);
        await().atMost(A_WHILE).until(() -> isFailing("statement", 2));

        mvc.perform(as("telmen", get("/operations?lang=en"))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Khan Bank: statement of the escrow account")))
                .andExpect(content().string(containsString("The bank answered with an error of its own.")))
                .andExpect(content().string(containsString("Payments that wait to be seen"))).andExpect(content().string(not(containsString("??"))));
        mvc.perform(as("telmen", get("/operations"))).andExpect(content().string(containsString("Хаан банк: эскроу дансны хуулга")));
        mvc.perform(as("telmen", get("/api/v1/operations/outages"))).andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.id == 'statement')].kind").value("Bank.Unavailable"));
        mvc.perform(as("telmen", post("/operations/outages/statement/try")).param("reason", " ")).andExpect(flash().attribute("refusedCode", "FIELD_REQUIRED"));

        simulators.allSwitchesOff();
        await().atMost(A_WHILE).until(() -> !isFailing("statement", 1));
        mvc.perform(as("telmen", post("/api/v1/operations/outages/statement/try")).contentType("application/json").content("{\"reason\": \"Дахин\"}"))
                .andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("OUTAGE_OVER"));
    }

    @Test
    void whatIsAskedInTheNightMayBeAskedByDay() throws Exception {
        outages.round("comparison", round -> round.failed(new IllegalStateException("the bank was away")));
        mvc.perform(as("telmen", get("/operations?lang=en"))).andExpect(content().string(containsString("nightly comparison of the books")));

        mvc.perform(as("telmen", post("/operations/outages/comparison/try")).param("reason", "Банк сэргэсэн")).andExpect(flash().attribute("doneKey", "operations.tried"));

        await().atMost(A_WHILE).until(() -> !isFailing("comparison", 1));
        assertThat(outages.asked(operator, 5).get()).extracting(Outage.Asked::reason).contains("Банк сэргэсэн");
        mvc.perform(as("telmen", get("/operations"))).andExpect(content().string(containsString("Банк сэргэсэн")));
    }

    private boolean isFailing(String poller, int times) {
        return outages.all(operator).get().stream().anyMatch(outage -> outage.poller().equals(poller) && outage.times() >= times);
    }

    private static MockHttpServletRequestBuilder as(String name, MockHttpServletRequestBuilder request) {
        return request.with(SignIn.as(name)).with(csrf()).header("Idempotency-Key", UUID.randomUUID());
    }
}
