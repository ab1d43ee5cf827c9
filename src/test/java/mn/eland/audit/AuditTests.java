package mn.eland.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import mn.eland.ElandTest;
import mn.eland.audit.reading.AuditReader;
import mn.eland.audit.reading.AuditRecord;
import mn.eland.audit.reading.Wanted;
import mn.eland.edge.SignIn;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** What is done and looked at comes into the trail by itself, and what it says of people can be erased. */
@ElandTest
class AuditTests {

    private static final String CALL = "/api/v1/try-out";
    private static final String AGENT = "Mozilla/5.0 (Test)";

    @Autowired WebApplicationContext context;
    @Autowired AuditTrail trail;
    @Autowired AuditReader reader;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    private MockMvc mvc;
    private Actor auditor;
    private Actor person;
    private long seen;

    @BeforeEach
    void lookAtTheEnd() {
        mvc = SignIn.mvc(context);
        auditor = SignIn.actor(context, "battsetseg");
        person = SignIn.actor(context, "nomin");
        seen = reader.find(auditor, new Wanted(null, null, null, null, null), 1).get().stream().mapToLong(AuditRecord::position).max().orElse(-1);
    }

    @Test
    void anActHasARecordThatSaysWhoWhatFromWhereAndWhatCameOfIt() throws Exception {
        mvc.perform(call(CALL, "{\"flat\":1}").with(SignIn.as("nomin")));
        mvc.perform(call(CALL, "{\"flat\":2}").with(SignIn.as("nomin")));

        var records = awaited("POST " + CALL, 2);
        var record = records.get(0);
        assertThat(record.kind()).isEqualTo("ACT");
        assertThat(record.outcome()).isIn("DONE", "WRITTEN");
        assertThat(record.person()).isEqualTo(person.party().toString());
        assertThat(record.name()).isEqualTo(person.name());
        assertThat(record.roles()).contains("buyer");
        assertThat(record.address()).isEqualTo("127.0.0.1");
        assertThat(record.device()).contains(AGENT);
        assertThat(record.line()).doesNotContain(person.name(), AGENT, "127.0.0.1", "flat");
        assertThat(records).extracting(AuditRecord::content).doesNotHaveDuplicates();
    }

    @Test
    void refusalsAndFailuresHaveTheirReasons() throws Exception {
        mvc.perform(call(CALL + "/refused", "{}").with(SignIn.as("nomin")));
        mvc.perform(call(CALL + "/broken", "{}").with(SignIn.as("nomin")));
        mvc.perform(post("/try-out").param("word", "x").header("User-Agent", AGENT).with(SignIn.as("nomin")));

        assertThat(awaited("POST " + CALL + "/refused", 1)).extracting(AuditRecord::outcome, AuditRecord::why)
                .contains(org.assertj.core.groups.Tuple.tuple("REFUSED", "TRY_OUT"));
        assertThat(awaited("POST " + CALL + "/broken", 1)).extracting(AuditRecord::outcome).contains("FAILED");
        assertThat(awaited("POST /try-out", 1)).as("a form without its token").extracting(AuditRecord::outcome).containsExactly("REFUSED");
    }

    @Test
    void aLookIsRecordedOnceAMinute() throws Exception {
        var page = "/deals?cursor=" + UUID.randomUUID();
        mvc.perform(get(page).with(SignIn.as("nomin")));
        mvc.perform(get(page).with(SignIn.as("nomin")));
        mvc.perform(call(CALL, "{}").with(SignIn.as("nomin")));

        awaited("POST " + CALL, 1);
        assertThat(found("GET /deals")).singleElement().satisfies(record -> {
            assertThat(record.kind()).isEqualTo("ACCESS");
            assertThat(record.outcome()).isEqualTo("DONE");
        });
    }

    @Test
    void anAddressIsRecordedWithNamesAndWithoutTheShapesOfItsValues() throws Exception {
        mvc.perform(get("/deals/S-2019-000404").with(SignIn.as("nomin"))).andExpect(status().isNotFound());

        assertThat(awaited("GET /deals/{number}", 1)).last().satisfies(record -> assertThat(record.caseNumber()).isEqualTo("S-2019-000404"));
    }

    @Test
    void anEventIsRecordedWithItsCaseAndItsPeople() {
        var other = new PartyId(UUID.randomUUID());
        var caseRef = CaseRef.of("S-2019-%06d".formatted((int) (Math.random() * 1_000_000)));
        transaction.executeWithoutResult(status -> events.publishEvent(new Happened(caseRef, other, "secret words")));
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new Happened(caseRef, other, "undone"));
            status.setRollbackOnly();
        });

        await().atMost(Duration.ofSeconds(10)).until(() -> !of(other).isEmpty());
        assertThat(of(other)).singleElement().satisfies(record -> {
            assertThat(record.act()).isEqualTo("AuditTests.Happened");
            assertThat(record.caseNumber()).isEqualTo(caseRef.number());
            assertThat(record.about()).containsExactly(other.toString());
            assertThat(record.line()).doesNotContain("secret");
        });
        assertThat(reader.find(auditor, new Wanted(caseRef, null, null, null, null), 10).get()).hasSize(1);
    }

    @Test
    void signingInIsOnTheRecordRightOrWrong() throws Exception {
        SignIn.browser(context.getEnvironment().getRequiredProperty("eland.base-url"), "nomin");
        mvc.perform(post("/sign-in").param("username", "nomin").param("password", "guess").with(csrf()));

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                of(person.party()).stream().filter(record -> record.position() > seen && record.kind().equals("ACT")))
                .extracting(record -> record.act() + " " + record.outcome() + " " + record.why())
                .contains("POST /sign-in REFUSED SIGN_IN_REFUSED").anyMatch(text -> text.matches("POST /sign-in (DONE|WRITTEN) ")));
        assertThat(found("IdentityEvent.SignedIn")).isNotEmpty();
    }

    @Test
    void anErasedPersonLeavesRecordsThatNameNobody() {
        var erased = new Doer(new PartyId(UUID.randomUUID()), null, "Д. Дорж", java.util.Set.of("buyer"), "10.1.2.3", "phone");
        trail.record(new Deed(Deed.Kind.ACT, "POST /somewhere", Deed.Outcome.DONE, null, null, erased, List.of(), null));
        await().atMost(Duration.ofSeconds(10)).until(() -> !of(erased.person()).isEmpty());
        var before = of(erased.person()).get(0);
        assertThat(before.name()).isEqualTo("Д. Дорж");
        assertThat(before.address()).isEqualTo("10.1.2.3");
        assertThat(before.device()).isEqualTo("phone");

        trail.forget(erased.person());

        var after = of(erased.person()).get(0);
        assertThat(after.name()).isNull();
        assertThat(after.address()).isNull();
        assertThat(after.device()).isNull();
        assertThat(after.line()).isEqualTo(before.line());
        assertThat(after.hash()).isEqualTo(before.hash());
        trail.record(new Deed(Deed.Kind.ACT, "POST /again", Deed.Outcome.DONE, null, null, erased, List.of(), null));
        await().atMost(Duration.ofSeconds(10)).until(() -> of(erased.person()).size() == 2);
        assertThat(of(erased.person())).extracting(AuditRecord::name).containsExactly("Д. Дорж", null);
    }

    @Test
    void onlyAuditorsRead() {
        var wanted = new Wanted(null, null, null, null, null);
        assertThat(reader.find(person, wanted, 1).refusal().code()).isEqualTo("AUDITORS_ONLY");
        assertThat(reader.find(SignIn.actor(context, "tulga"), wanted, 1).refusal().code()).isEqualTo("AUDITORS_ONLY");
    }

    private static MockHttpServletRequestBuilder call(String path, String body) {
        return post(path).contentType("application/json").content(body).header("Idempotency-Key", UUID.randomUUID().toString()).header("User-Agent", AGENT);
    }

    private List<AuditRecord> awaited(String act, int count) {
        await().atMost(Duration.ofSeconds(10)).until(() -> found(act).size() >= count);
        return found(act);
    }

    private List<AuditRecord> found(String act) {
        return of(person.party()).stream().filter(record -> record.position() > seen && record.act().equals(act)).toList();
    }

    private List<AuditRecord> of(PartyId party) {
        return reader.find(auditor, new Wanted(null, party, null, null, null), 50).get();
    }

    record Happened(CaseRef caseRef, PartyId who, String words) {
    }
}
