package mn.eland.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.edge.SignIn;
import mn.eland.sale.WalkedSale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** The task page and its calls on the whole application: of two who answer one is told who was faster. */
@ElandTest
class TaskPagesTests {

    @Autowired WebApplicationContext context;
    @Autowired Simulators simulators;
    private MockMvc mvc;

    @BeforeEach
    void open() {
        mvc = SignIn.mvc(context);
    }

    @Test
    void ofTwoAnswersOneCountsAndTheOtherHearsWhoAndWhen() throws Exception {
        var task = WalkedSale.agentsTask(context, simulators);
        mvc.perform(post("/tasks/" + task + "/claim").with(SignIn.as("munkhzul")).with(csrf()));

        var both = Stream.of(decline(task), decline(task)).map(answer -> CompletableFuture.supplyAsync(() -> perform(answer))).toList();
        var answers = both.stream().map(CompletableFuture::join).sorted(java.util.Comparator.comparing(one -> one.getResponse().getStatus())).toList();

        assertThat(answers).extracting(one -> one.getResponse().getStatus()).containsExactly(302, 409);
        assertThat(answers.get(1).getResponse().getContentAsString()).contains("TASK_DONE").containsPattern("did this task at \\d{4}\\.\\d{2}\\.\\d{2} \\d{2}:\\d{2}");
        mvc.perform(post("/api/v1/tasks/" + task + "/complete").contentType("application/json").header("Idempotency-Key", UUID.randomUUID())
                        .content("{\"decision\": \"DECLINE\", \"reason\": \"Хаяг буруу байна\"}").with(SignIn.as("munkhzul")))
                .andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("TASK_DONE"))
                .andExpect(jsonPath("$.detail").value(allOf(containsString("хийсэн байна"), containsString("бүртгэгдээгүй"))));
        mvc.perform(post("/api/v1/tasks/" + task + "/claim").header("Idempotency-Key", UUID.randomUUID()).with(SignIn.as("munkhzul")))
                .andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("TASK_DONE"));
    }

    @Test
    void aProgramKeepsADraftAsThePageDoes() throws Exception {
        var task = "/api/v1/tasks/" + WalkedSale.ids(context, simulators).get("sellersTask");

        mvc.perform(put(task + "/draft").contentType("application/json").header("Idempotency-Key", UUID.randomUUID())
                        .content("{\"reason\": \"Бодож байна\"}").with(SignIn.as("temuulen")))
                .andExpect(status().isOk()).andExpect(jsonPath("$.at").exists());

        mvc.perform(get(task).with(SignIn.as("temuulen"))).andExpect(jsonPath("$.draft.reason").value("Бодож байна")).andExpect(jsonPath("$.draftAt").exists());
        mvc.perform(put(task + "/draft").contentType("application/json").header("Idempotency-Key", UUID.randomUUID())
                        .content("{\"reason\": \"" + "а".repeat(60_000) + "\"}").with(SignIn.as("temuulen")))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.code").value("DRAFT_TOO_LONG"));
    }

    @Test
    void aCitizenSeesTheirOwnTasksAndNoOthers() throws Exception {
        WalkedSale.ids(context, simulators);

        mvc.perform(get("/tasks?scope=all").with(SignIn.as("temuulen"))).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("/tasks/"), not(containsString("class=\"tabs\"")))));
        mvc.perform(get("/tasks?scope=group").with(SignIn.as("enkhjin"))).andExpect(status().isOk())
                .andExpect(content().string(not(containsString("data-claim"))));
    }

    private static MockHttpServletRequestBuilder decline(String task) {
        return post("/tasks/" + task).param("decision", "DECLINE").param("reason", "Хаяг буруу байна").param("lang", "en")
                .with(SignIn.as("munkhzul")).with(csrf());
    }

    private MvcResult perform(MockHttpServletRequestBuilder request) {
        try {
            return mvc.perform(request).andReturn();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
