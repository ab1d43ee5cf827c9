package mn.eland.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import mn.eland.ElandTest;
import mn.eland.audit.AuditTrail;
import mn.eland.audit.Deed;
import mn.eland.audit.Doer;
import mn.eland.audit.reading.AuditReader;
import mn.eland.audit.reading.AuditRecord;
import mn.eland.audit.reading.Wanted;
import mn.eland.edge.SignIn;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.context.WebApplicationContext;

/** What an auditor sees, and how he takes it along. */
@ElandTest
class AuditPagesTests {

    @Autowired WebApplicationContext context;
    @Autowired AuditTrail trail;
    @Autowired AuditReader reader;
    @Autowired ElandClock clock;
    private final PartyId person = new PartyId(UUID.randomUUID());
    private MockMvc mvc;
    private AuditRecord record;

    @BeforeEach
    void somethingWasDone() {
        mvc = SignIn.mvc(context);
        var caseRef = CaseRef.of("R-2018-%06d".formatted((int) (Math.random() * 1_000_000)));
        trail.record(new Deed(Deed.Kind.ACT, "POST /page-test", Deed.Outcome.REFUSED, "SOME_REASON", caseRef,
                new Doer(person, null, "Б. <Бат>", Set.of("buyer"), "10.9.8.7", "phone"), List.of(), null));
        var wanted = new Wanted(null, person, null, null, null);
        var auditor = SignIn.actor(context, "battsetseg");
        await().atMost(Duration.ofSeconds(10)).until(() -> !reader.find(auditor, wanted, 1).get().isEmpty());
        record = reader.find(auditor, wanted, 1).get().get(0);
    }

    @Test
    void recordsAreFoundByCaseByPersonAndByTime() throws Exception {
        page("/audit?person=" + person).andExpect(content().string(containsString("POST /page-test"))).andExpect(content().string(containsString("SOME_REASON")))
                .andExpect(content().string(containsString("Б. &lt;Бат&gt;")));
        page("/audit?case=" + record.caseNumber() + "&from=" + clock.today() + "&to=" + clock.today()).andExpect(content().string(containsString("POST /page-test")));
        page("/audit?case=" + record.caseNumber() + "&to=" + clock.today().minusDays(1)).andExpect(content().string(not(containsString("POST /page-test"))));
        page("/audit?case=S-1").andExpect(content().string(containsString("case-error")));
        page("/audit?person=nobody-at-all").andExpect(content().string(containsString("person-error")));
        page("/audit?person=nomin&lang=en").andExpect(status().isOk());
    }

    @Test
    void aRecordIsShownWithItsProof() throws Exception {
        page("/audit/records/" + record.position()).andExpect(content().string(containsString("10.9.8.7"))).andExpect(content().string(containsString(record.hash())));
        page("/audit/records/" + record.position() + "/proof").andExpect(content().string(containsString("\"type\":\"inclusion\"")));
        page("/audit/consistency?older=1&newer=1").andExpect(content().string(containsString("\"type\":\"consistency\"")));
        page("/audit/verifier").andExpect(content().string(containsString("def check(")));
        mvc.perform(get("/audit/records/999999999").with(SignIn.as("battsetseg"))).andExpect(status().isNotFound());
        mvc.perform(get("/audit/consistency?older=2&newer=999999999").with(SignIn.as("battsetseg"))).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void daysAreTakenAlongAsOneFile() throws Exception {
        var today = java.time.LocalDate.now(java.time.Clock.system(ElandClock.ULAANBAATAR));
        var file = page("/audit/export?from=" + today.minusDays(1) + "&to=" + today).andReturn().getResponse().getContentAsString();
        assertThat(file.lines()).first().asString().contains("\"format\":\"eland-audit-1\"");
        assertThat(file).contains(record.hash());
        mvc.perform(get("/audit/export?from=2001-01-01&to=2001-01-02").with(SignIn.as("battsetseg"))).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void programsGetTheSame() throws Exception {
        page("/api/v1/audit/records?person=" + person).andExpect(jsonPath("$[0].act").value("POST /page-test")).andExpect(jsonPath("$[0].name").value("Б. <Бат>"));
        page("/api/v1/audit/records/" + record.position()).andExpect(jsonPath("$.hash").value(record.hash()));
        page("/api/v1/audit/records/" + record.position() + "/proof").andExpect(content().string(containsString("\"type\":\"inclusion\"")));
        page("/api/v1/audit/checkpoints?limit=1").andExpect(jsonPath("$.length()").value(1));
        page("/api/v1/audit/consistency?older=1&newer=1").andExpect(content().string(containsString("\"type\":\"consistency\"")));
        mvc.perform(get("/api/v1/audit/records?case=x").with(SignIn.as("battsetseg"))).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("case"));
    }

    @Test
    void anAuditorsLookIsOnTheRecordWithThePersonLookedFor() throws Exception {
        page("/audit?person=" + person);

        var auditor = SignIn.actor(context, "battsetseg");
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(reader.find(auditor, new Wanted(null, person, null, null, null), 10).get())
                .anyMatch(found -> found.act().equals("GET /audit") && found.person().equals(auditor.party().toString())
                        && found.about().contains(person.toString())));
    }

    private ResultActions page(String path) throws Exception {
        return mvc.perform(get(path).with(SignIn.as("battsetseg"))).andExpect(status().isOk());
    }
}
