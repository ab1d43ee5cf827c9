package mn.eland.desk.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.UUID;
import mn.eland.ElandTest;
import mn.eland.edge.SignIn;
import mn.eland.workflow.Holiday;
import mn.eland.workflow.Workflow;
import mn.eland.workflow.engine.ModelDeployment;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;

/** Holidays and parameters on the whole application; what is changed here is undone after each test. */
@ElandTest
@Transactional
class RulePagesTests {

    private static final String WHY = "Зах зээл идэвхтэй байна";
    @Autowired WebApplicationContext context;
    @Autowired Workflow workflow;
    @Autowired RepositoryService repository;
    @Autowired JdbcClient jdbc;
    private MockMvc mvc;

    @BeforeEach
    void open() {
        mvc = SignIn.mvc(context);
    }

    @Test
    void anOperatorAddsConfirmsAndRemovesAHoliday() throws Exception {
        mvc.perform(as("telmen", post("/holidays")).param("day", "2027-03-03").param("nameMn", "Ээлжит бус өдөр").param("nameEn", "Day <off>"))
                .andExpect(redirectedUrl("/holidays?year=2027")).andExpect(flash().attribute("doneKey", "holidays.put"));
        assertThat(workflow.holidays(2027)).contains(new Holiday(LocalDate.of(2027, 3, 3), "Ээлжит бус өдөр", "Day <off>", false));
        mvc.perform(as("telmen", get("/holidays?year=2027&lang=en"))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Day &lt;off&gt;"))).andExpect(content().string(containsString("Not announced")))
                .andExpect(content().string(containsString("Terms that already run")));

        mvc.perform(as("telmen", post("/holidays/2027-03-03/remove"))).andExpect(flash().attribute("doneKey", "holidays.removed"));
        mvc.perform(as("telmen", post("/holidays/2027-03-03/remove"))).andExpect(flash().attribute("refusedCode", "HOLIDAY_NOT_FOUND"));
        mvc.perform(as("telmen", post("/holidays")).param("day", "2027-03-03").param("nameMn", " ").param("nameEn", "Day"))
                .andExpect(flash().attribute("refusedCode", "FIELD_REQUIRED")).andExpect(flash().attribute("wrongField", "nameMn"));
        mvc.perform(as("enkhjin", get("/holidays"))).andExpect(status().isForbidden());
    }

    @Test
    void programsKeepHolidaysToo() throws Exception {
        mvc.perform(call("telmen", put("/api/v1/holidays/2027-03-03")).content("{\"nameMn\": \"Өдөр\", \"nameEn\": \"Day\", \"confirmed\": true}"))
                .andExpect(status().isOk()).andExpect(jsonPath("$.day").value("2027-03-03"));
        mvc.perform(get("/api/v1/holidays?year=2027").with(SignIn.as("enkhjin"))).andExpect(jsonPath("$[?(@.day == '2027-03-03')].nameEn").value("Day"));
        mvc.perform(as("telmen", delete("/api/v1/holidays/2027-03-03"))).andExpect(status().isNoContent());
        mvc.perform(call("telmen", put("/api/v1/holidays/tomorrow")).content("{}")).andExpect(status().isBadRequest());
    }

    @Test
    void aChangeNeedsASecondPersonCountsAtOnceAndOutlivesARestart() throws Exception {
        mvc.perform(as("egshiglen", post("/parameters/changes")).param("key", "comparables.min").param("value", "12").param("reason", WHY))
                .andExpect(flash().attribute("doneKey", "parameters.proposed"));
        assertThat(value("comparables.min")).isEqualTo("8");
        var id = jdbc.sql("select max(id) from workflow.parameter_changes").query(Long.class).single();
        mvc.perform(as("egshiglen", post("/parameters/changes/" + id + "/approve"))).andExpect(status().isForbidden());
        mvc.perform(as("egshiglen", get("/parameters"))).andExpect(content().string(containsString("Саналаа буцаах")));
        mvc.perform(as("telmen", post("/parameters/changes")).param("key", "comparables.min").param("value", "9").param("reason", WHY))
                .andExpect(status().isForbidden());

        mvc.perform(as("telmen", post("/parameters/changes/" + id + "/approve"))).andExpect(flash().attribute("doneKey", "parameters.approved"));

        assertThat(value("comparables.min")).isEqualTo("12");
        assertThat(value("comparables.window")).isEqualTo("P180D");
        var version = version();
        context.getBean(ModelDeployment.class).start();
        assertThat(version()).isEqualTo(version);
        assertThat(value("comparables.min")).isEqualTo("12");
        mvc.perform(as("telmen", get("/parameters?lang=en"))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Value that came with the program"))).andExpect(content().string(containsString(WHY)))
                .andExpect(content().string(containsString("Civil Code 232.6"))).andExpect(content().string(containsString("In a sale"))).andExpect(content().string(not(containsString("??"))));
        mvc.perform(as("telmen", post("/parameters/changes/" + id + "/refuse"))).andExpect(flash().attribute("refusedCode", "PARAMETER_DECIDED"));
    }

    @Test
    void aWrongValueIsRefusedAndStaysInTheForm() throws Exception {
        mvc.perform(as("egshiglen", post("/parameters/changes")).param("key", "penalty.maxTotalPct").param("value", "60").param("reason", WHY))
                .andExpect(flash().attribute("refusedCode", "PARAMETER_OVER_LAW")).andExpect(flash().attribute("typedValue", "60"));
        mvc.perform(as("egshiglen", post("/parameters/changes")).param("key", "deposit.pct").param("value", "8").param("reason", "тийм"))
                .andExpect(flash().attribute("refusedCode", "FIELD_TOO_SHORT")).andExpect(flash().attribute("wrongField", "reason"));
        mvc.perform(call("egshiglen", post("/api/v1/parameters/vat.rate/changes")).content("{\"value\": \"0.1\", \"reason\": \"" + WHY + "\"}"))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.code").value("PARAMETER_SAME"));
        mvc.perform(as("enkhjin", get("/parameters"))).andExpect(status().isForbidden());
    }

    @Test
    void programsProposeSeeAndRefuse() throws Exception {
        mvc.perform(call("egshiglen", post("/api/v1/parameters/deposit.pct/changes")).content("{\"value\": \"8\", \"reason\": \"" + WHY + "\"}"))
                .andExpect(status().isOk()).andExpect(jsonPath("$.before").value("10")).andExpect(jsonPath("$.state").value("PROPOSED"));
        mvc.perform(call("egshiglen", post("/api/v1/parameters/deposit.pct/changes")).content("{\"value\": \"7\", \"reason\": \"" + WHY + "\"}"))
                .andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("PARAMETER_ALREADY_PROPOSED"));
        mvc.perform(get("/api/v1/parameters").with(SignIn.as("telmen"))).andExpect(jsonPath("$[?(@.key == 'deposit.pct')].waiting.value").value("8"))
                .andExpect(jsonPath("$[?(@.key == 'deposit.pct')].table").value("saleParameters"))
                .andExpect(jsonPath("$[?(@.key == 'penalty.maxDailyRate')].legalBasis").value("CC 232.6"));
        var id = jdbc.sql("select max(id) from workflow.parameter_changes").query(Long.class).single();
        mvc.perform(call("ariunaa", post("/api/v1/parameters/changes/" + id + "/refusal")).content("{\"note\": \"Эрт байна\"}"))
                .andExpect(jsonPath("$.state").value("REFUSED"));
        mvc.perform(get("/api/v1/parameters/changes").with(SignIn.as("telmen"))).andExpect(jsonPath("$[0].note").value("Эрт байна"));
        assertThat(value("deposit.pct")).isEqualTo("10");
    }

    private String value(String key) {
        return workflow.parameter(key);
    }

    private int version() {
        return repository.createDecisionDefinitionQuery().decisionDefinitionKey("parameters").latestVersion().singleResult().getVersion();
    }

    private static MockHttpServletRequestBuilder call(String name, MockHttpServletRequestBuilder request) {
        return as(name, request).contentType("application/json");
    }

    private static MockHttpServletRequestBuilder as(String name, MockHttpServletRequestBuilder request) {
        return request.with(SignIn.as(name)).with(csrf()).header("Idempotency-Key", UUID.randomUUID());
    }
}
