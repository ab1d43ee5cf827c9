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
import mn.eland.workflow.trouble.Trouble;
import mn.eland.workflow.trouble.Troubles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** The register is down while a sale is checked: what operators and parties see, and how it goes on. */
@ElandTest
class OperationsTests {

    @Autowired WebApplicationContext context;
    @Autowired Simulators simulators;
    @Autowired Troubles troubles;
    @Autowired JdbcClient jdbc;
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
    void aSaleThatTheRegisterHoldsUpGoesOnWhenAnOperatorSaysSo() throws Exception {
        var walk = new SaleWalk(context, simulators);
        var sale = walk.offer("enkhjin", walk.publishedFlat(210_000_000), 210_000_000);
        simulators.switchOn("xyp", "WS100201", Simulators.Behaviour.ERROR, "500", null);
        walk.accept(sale);
        await().atMost(Duration.ofSeconds(20)).until(() -> !troubles.kinds(sale.caseRef()).isEmpty());
        var id = troubles.all(operator, 100).get().stream().filter(trouble -> trouble.caseRef().equals(sale.caseRef()))
                .map(Trouble::id).findFirst().orElseThrow();

        mvc.perform(as("telmen", get("/operations?lang=en"))).andExpect(status().isOk())
                .andExpect(content().string(containsString(sale.number()))).andExpect(content().string(containsString("State register of property rights")))
                .andExpect(content().string(containsString("answered with an error of its own"))).andExpect(content().string(containsString("XYP answered WS100201")))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(as("telmen", get("/api/v1/operations/incidents"))).andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.id == '" + id + "')].kind").value("RegistryUnavailable"))
                .andExpect(jsonPath("$[?(@.id == '" + id + "')].tries").value(1));
        mvc.perform(as("enkhjin", get("/deals/" + sale.number()))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Улсын бүртгэлийн систем түр хариу өгөхгүй байна. Бид дахин оролдож байна.")))
                .andExpect(content().string(not(containsString("WS100201"))));

        simulators.allSwitchesOff();
        mvc.perform(as("telmen", post("/operations/" + id + "/retry")).param("reason", " ")).andExpect(flash().attribute("refusedCode", "FIELD_REQUIRED"));
        mvc.perform(as("telmen", post("/operations/" + id + "/retry")).param("reason", "Бүртгэл сэргэсэн")).andExpect(flash().attribute("doneKey", "operations.retried"));
        await().atMost(Duration.ofSeconds(20)).until(() -> troubles.kinds(sale.caseRef()).isEmpty());

        mvc.perform(as("telmen", post("/api/v1/operations/incidents/" + id + "/retry")).contentType("application/json").content("{\"reason\": \"Дахин\"}"))
                .andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("TROUBLE_OVER_ASKED"))
                .andExpect(jsonPath("$.detail").value(containsString(operator.name())));
        mvc.perform(as("telmen", get("/operations"))).andExpect(content().string(containsString("Бүртгэл сэргэсэн")));
        walk.consents(sale);
        walk.untilStage(sale, "PRELIMINARY");
        await().atMost(Duration.ofSeconds(20)).until(() -> jdbc.sql("select count(*) from event_publication").query(Long.class).single() == 0);
        assertThat(troubles.retries(operator, 1).get()).singleElement().satisfies(retry -> assertThat(retry.caseRef()).isEqualTo(sale.caseRef()));
    }

    private static MockHttpServletRequestBuilder as(String name, MockHttpServletRequestBuilder request) {
        return request.with(SignIn.as(name)).with(csrf()).header("Idempotency-Key", UUID.randomUUID());
    }
}
