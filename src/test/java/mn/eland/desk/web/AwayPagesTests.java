package mn.eland.desk.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import mn.eland.ElandTest;
import mn.eland.edge.SignIn;
import mn.eland.kernel.ElandClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;

/** An agent says to be away, and comes back; nothing of it stays. */
@ElandTest
@Transactional
class AwayPagesTests {

    @Autowired WebApplicationContext context;
    @Autowired ElandClock clock;
    @Autowired JdbcClient jdbc;
    private MockMvc mvc;

    @BeforeEach
    void open() {
        mvc = SignIn.mvc(context);
    }

    @Test
    void anAgentGoesAwayAndComesBack() throws Exception {
        var from = clock.today().plusDays(20);
        mvc.perform(as("munkhzul", post("/tasks/away")).param("from", from.toString()).param("to", from.minusDays(1).toString()))
                .andExpect(flash().attribute("refusedCode", "ABSENCE_DAYS"));

        mvc.perform(as("munkhzul", post("/tasks/away")).param("from", from.toString()).param("to", from.plusDays(2).toString()).param("substitute", ""))
                .andExpect(flash().attribute("doneKey", "away.done"));

        mvc.perform(as("munkhzul", get("/tasks/away?lang=en"))).andExpect(status().isOk()).andExpect(content().string(containsString("Back again")))
                .andExpect(content().string(not(containsString("name=\"person\"")))).andExpect(content().string(not(containsString("??"))));
        mvc.perform(as("telmen", get("/tasks/away"))).andExpect(content().string(containsString("name=\"person\"")));
        mvc.perform(as("munkhzul", get("/tasks"))).andExpect(content().string(containsString("/tasks/away")));
        var id = jdbc.sql("select max(id) from workflow.absences").query(Long.class).single();
        mvc.perform(as("munkhzul", post("/tasks/away/" + id + "/end"))).andExpect(flash().attribute("doneKey", "away.ended"));
        mvc.perform(as("munkhzul", post("/tasks/away/" + id + "/end"))).andExpect(flash().attribute("refusedCode", "ABSENCE_OVER"));
    }

    @Test
    void programsSetAbsencesToo() throws Exception {
        var from = clock.today().plusDays(30);
        mvc.perform(as("munkhzul", post("/api/v1/absences")).contentType("application/json").content("{\"from\": \"" + from + "\", \"to\": \"" + from + "\"}"))
                .andExpect(status().isOk()).andExpect(jsonPath("$.from").value(from.toString()));
        mvc.perform(as("munkhzul", post("/api/v1/absences")).contentType("application/json").content("{\"from\": \"" + from + "\", \"to\": \"" + from + "\"}"))
                .andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("ABSENCE_OVERLAPS"));
        mvc.perform(as("telmen", get("/api/v1/absences"))).andExpect(jsonPath("$[?(@.from == '" + from + "')]").exists());
    }

    private static MockHttpServletRequestBuilder as(String name, MockHttpServletRequestBuilder request) {
        return request.with(SignIn.as(name)).with(csrf()).header("Idempotency-Key", UUID.randomUUID());
    }
}
