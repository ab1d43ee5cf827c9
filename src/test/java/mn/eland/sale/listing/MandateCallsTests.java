package mn.eland.sale.listing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import mn.eland.ElandTest;
import mn.eland.edge.SignIn;
import mn.eland.identity.Parties;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;

/** A program records a power of attorney, and its holder is offered the owner; nothing of it stays. */
@ElandTest
@Transactional
class MandateCallsTests {

    private static final PartyId OWNER = new PartyId(new UUID(0, 9));
    private static final PartyId HOLDER = new PartyId(new UUID(0, 12));
    private static final CaseRef PURPOSE = CaseRef.of("L-2026-000001");

    @Autowired WebApplicationContext context;
    @Autowired Parties parties;
    @Autowired ElandClock clock;
    private MockMvc mvc;

    @BeforeEach
    void open() {
        mvc = SignIn.mvc(context);
    }

    @Test
    void theHolderOfARecordedPowerMayNameTheOwner() throws Exception {
        mvc.perform(record("munkhzul", parties.registerNumber(OWNER, PURPOSE).toLowerCase(java.util.Locale.ROOT))).andExpect(status().isCreated())
                .andExpect(jsonPath("$.principal").value(OWNER.toString())).andExpect(jsonPath("$.basis").value("POA"));

        mvc.perform(get("/api/v1/representations").with(SignIn.as("zoljargal"))).andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.paperNo == 'ИТ-77')].principal").value(OWNER.toString()));
        mvc.perform(get("/api/v1/mandates/choices").with(SignIn.as("zoljargal"))).andExpect(jsonPath("$.sellers.length()").value(2))
                .andExpect(jsonPath("$.agents[0].id").exists()).andExpect(jsonPath("$.districts[?(@.code == 'SBD')]").exists());
    }

    @Test
    void whatIsMissingOrUnknownIsNamed() throws Exception {
        mvc.perform(record("munkhzul", "ЯЯ00000000")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("PARTY_UNKNOWN")).andExpect(jsonPath("$.field").value("principal"));
        mvc.perform(call("munkhzul", "{}")).andExpect(jsonPath("$.code").value("FIELD_REQUIRED")).andExpect(jsonPath("$.field").value("basis"));
        mvc.perform(record("zoljargal", "ЯЯ00000000")).andExpect(status().isForbidden());
    }

    @Test
    void anAgentFindsTheSellerByTheNameOfTheAccount() throws Exception {
        mvc.perform(get("/api/v1/mandates/choices?seller=temuulen").with(SignIn.as("munkhzul"))).andExpect(status().isOk())
                .andExpect(jsonPath("$.sellers[0].id").value(parties.actor("temuulen").orElseThrow().party().toString()))
                .andExpect(jsonPath("$.agents.length()").value(1));
        mvc.perform(get("/api/v1/mandates/choices?seller=nobody").with(SignIn.as("munkhzul"))).andExpect(jsonPath("$.code").value("SELLER_UNKNOWN"));
    }

    private MockHttpServletRequestBuilder record(String by, String principal) {
        return call(by, """
                {"principal": "%s", "holder": "%s", "basis": "POA", "paperNo": "ИТ-77", "givenOn": "%s", "validUntil": "%s"}"""
                .formatted(principal, parties.registerNumber(HOLDER, PURPOSE), clock.today(), clock.today().plusDays(30)));
    }

    private static MockHttpServletRequestBuilder call(String by, String body) {
        return post("/api/v1/representations").contentType("application/json").content(body).header("Idempotency-Key", UUID.randomUUID())
                .with(SignIn.as(by)).with(csrf());
    }
}
