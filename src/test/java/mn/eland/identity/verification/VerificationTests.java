package mn.eland.identity.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.edge.SignIn;
import mn.eland.identity.verification.Verification.Examination;
import mn.eland.identity.passport.Passport;
import mn.eland.integration.dan.DanBrowser;
import mn.eland.integration.dan.simulator.Portraits;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import mn.eland.workflow.Workflow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.context.WebApplicationContext;

/** People and companies prove who they are, and are let or stopped by it. Two people of the sandbox play newcomers. */
@ElandTest
class VerificationTests {

    private static final PartyId BILGUUN = person(11);
    private static final String HIS_NUMBER = "ЯЯ95051933";
    private static final PartyId COMPANY = person(101);
    private static final PartyId SHELL = person(103);

    @Autowired WebApplicationContext context;
    @Autowired Simulators simulators;
    @Autowired Verifications verifications;
    @Autowired SignOns signOns;
    @Autowired Permits permits;
    @Autowired VerificationRows rows;
    @Autowired Workflow workflow;
    @Autowired JdbcClient jdbc;
    private final DanBrowser browser = new DanBrowser();
    private MockMvc mvc;
    private Actor bilguun;

    @BeforeEach
    void newcomers() {
        mvc = SignIn.mvc(context);
        bilguun = SignIn.actor(context, "bilguun");
        for (var one : new PartyId[] {BILGUUN, COMPANY, SHELL}) {
            jdbc.sql("delete from identity.verified_parties where party_id = ?").param(one.value()).update();
        }
    }

    @AfterEach
    void asBefore() {
        simulators.allSwitchesOff();
        jdbc.sql("delete from identity.list_matches").update();
        jdbc.sql("delete from identity.verification_faces").update();
        jdbc.sql("update identity.verifications set state = 'DECLINED' where state in ('CONSENTED', 'PROVEN')").update();
        for (var one : new PartyId[] {BILGUUN, COMPANY, SHELL}) {
            rows.stands(one, new VerificationRows.Row(Standing.State.VERIFIED, "CDD", null, null));
        }
    }

    @Test
    void aNewcomerConsentsSignsOnAndMayDealFromThenOn() throws Exception {
        assertThat(permits.hindrance(bilguun, Act.LOOK)).isEmpty();
        assertThat(permits.hindrance(bilguun, Act.OFFER).orElseThrow().code()).isEqualTo("NOT_VERIFIED");
        assertThat(page(get("/verification"))).contains("Нотлоогүй").doesNotContain("/verification/sign-on");

        assertThat(done(consents(HIS_NUMBER))).isEqualTo("verification.consented");
        assertThat(page(get("/verification"))).contains("href=\"/verification/sign-on\"");
        var way = mvc.perform(get("/verification/sign-on").with(SignIn.as("bilguun"))).andReturn().getResponse().getRedirectedUrl();
        assertThat(way).contains("/dan/oauth2/authorize?").doesNotContain(HIS_NUMBER);
        var back = browser.signIn(URI.create(way), HIS_NUMBER);
        assertThat(done(returns(back))).isEqualTo("verification.proven");
        until(() -> standing() == Standing.State.VERIFIED);

        assertThat(permits.hindrance(bilguun, Act.OFFER)).isEmpty();
        assertThat(verifications.standing(bilguun).validUntil()).isNotNull();
        assertThat(page(get("/verification"))).contains("Нотолсон");
        assertThat(jdbc.sql("select count(*) from identity.verification_faces").query(Integer.class).single()).isZero();
        assertThat(refused(returns(back))).isEqualTo("SIGN_ON_STALE");
    }

    @Test
    void aReturnWorksForWhoLeftAndOnlyWithTheStateHeLeftWith() throws Exception {
        verifications.consent(bilguun, true, Portraits.of(HIS_NUMBER)).get();
        var back = browser.signIn(signOns.begin(bilguun).get(), HIS_NUMBER);
        var other = SignIn.actor(context, "zoljargal");

        assertThat(signOns.back(other, back.get("state"), back.get("code"), null).refusal().code()).isEqualTo("SIGN_ON_STALE");
        assertThat(signOns.back(bilguun, "guessed", back.get("code"), null).refusal().code()).isEqualTo("SIGN_ON_STALE");
        assertThat(signOns.back(bilguun, null, back.get("code"), null).refusal().code()).isEqualTo("SIGN_ON_STALE");
        assertThat(signOns.back(bilguun, back.get("state"), null, "access_denied").refusal().code()).isEqualTo("SIGN_ON_DECLINED");
        assertThat(signOns.back(bilguun, back.get("state"), back.get("code"), null).refusal().code()).as("the state was used by the refusal").isEqualTo("SIGN_ON_STALE");
        jdbc.sql("update identity.sign_ons set begun_at = begun_at - interval '2 hours'").update();
        var late = browser.signIn(signOns.begin(bilguun).get(), HIS_NUMBER);
        jdbc.sql("update identity.sign_ons set begun_at = begun_at - interval '2 hours'").update();
        assertThat(signOns.back(bilguun, late.get("state"), late.get("code"), null).refusal().code()).isEqualTo("SIGN_ON_STALE");
        assertThat(standing()).isEqualTo(Standing.State.NONE);
    }

    @Test
    void whoSignsOnAsSomebodyElseIsNotTakenForHim() {
        verifications.consent(bilguun, true, Portraits.of(HIS_NUMBER)).get();

        var back = browser.signIn(signOns.begin(bilguun).get(), "ЯЯ86022844");
        assertThat(signOns.back(bilguun, back.get("state"), back.get("code"), null).refusal().code()).isEqualTo("OTHER_PERSON");
        var office = browser.signInForOrganisation(signOns.begin(bilguun).get(), HIS_NUMBER, "9900011");
        assertThat(signOns.back(bilguun, office.get("state"), office.get("code"), null).refusal().code()).isEqualTo("SIGN_ON_ORGANISATION");

        assertThat(standing()).isEqualTo(Standing.State.NONE);
        assertThat(verifications.standing(bilguun).running()).isEqualTo(Verification.State.CONSENTED);
    }

    @Test
    void aSignOnThatFailsIsSaidAndMayBeTriedAgain() {
        verifications.consent(bilguun, true, Portraits.of(HIS_NUMBER)).get();
        var one = browser.signIn(signOns.begin(bilguun).get(), HIS_NUMBER);
        simulators.switchOnOnce("dan", "token", Simulators.Behaviour.ERROR);
        assertThat(signOns.back(bilguun, one.get("state"), one.get("code"), null).refusal().code()).isEqualTo("SIGN_ON_AWAY");
        var two = browser.signIn(signOns.begin(bilguun).get(), HIS_NUMBER);
        simulators.switchOn("dan", "service", Simulators.Behaviour.RESULT_CODE, "801", 1);
        assertThat(signOns.back(bilguun, two.get("state"), two.get("code"), null).refusal().code()).isEqualTo("SIGN_ON_CARD");

        prove(HIS_NUMBER);

        until(() -> standing() == Standing.State.VERIFIED);
    }

    @Test
    void aFaceThatIsNotOnTheCardIsLookedAtByCompliance() throws Exception {
        verifications.consent(bilguun, true, Portraits.of("somebody else")).get();
        var number = prove(HIS_NUMBER);
        until(() -> workflow.isOpen(number, "examineParty"));
        var officer = SignIn.actor(context, "tulga");

        assertThat(permits.hindrance(bilguun, Act.SIGN).orElseThrow().code()).isEqualTo("VERIFICATION_OPEN");
        assertThat(verifications.consent(bilguun, true, new byte[1]).refusal().code()).isEqualTo("VERIFICATION_RUNNING");
        assertThat(verifications.find(number).orElseThrow().likeness()).isLessThan(0.8);
        assertThat(verifications.examine(SignIn.actor(context, "munkhzul"), number, accepted(null)).refusal().code()).isEqualTo("NOT_YOUR_REVIEW");
        assertThat(verifications.examine(new Actor(BILGUUN, "", java.util.Set.of(Role.COMPLIANCE)), number, accepted(null)).refusal().code()).isEqualTo("OWN_IDENTITY");
        var task = workflow.openTasks(officer, number).get(0).id();
        for (var path : new String[] {"/tasks/" + task, "/compliance/verifications/" + number}) {
            assertThat(mvc.perform(get(path).with(SignIn.as("tulga"))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8))
                    .contains("Царайны төсөө", "Билгүүн").doesNotContain(HIS_NUMBER);
            assertThat(mvc.perform(get(path).with(SignIn.as("bilguun"))).andReturn().getResponse().getStatus()).isEqualTo(404);
        }
        assertThat(verifications.examine(officer, number, accepted(null)).isDone()).isTrue();

        until(() -> standing() == Standing.State.VERIFIED);
        assertThat(verifications.examine(officer, number, accepted(null)).refusal().code()).isEqualTo("REVIEW_GONE");
    }

    @Test
    void anExposedPersonIsTakenOnOnlyWithTheSourcesOfFundsAndWealth() {
        simulators.switchOn("screening", "search", Simulators.Behaviour.LIE, "PEP", 1);
        verifications.consent(bilguun, true, Portraits.of(HIS_NUMBER)).get();
        var number = prove(HIS_NUMBER);
        until(() -> workflow.isOpen(number, "examineParty"));
        var head = SignIn.actor(context, "battsetseg");

        assertThat(verifications.examine(SignIn.actor(context, "tulga"), number, accepted("salary")).refusal().code()).isEqualTo("NOT_YOUR_REVIEW");
        assertThat(verifications.examine(head, number, accepted(null)).refusal().code()).isEqualTo("FUNDS_SOURCE_MISSING");
        assertThat(verifications.examine(head, number, accepted("salary")).refusal().code()).isEqualTo("WEALTH_SOURCE_MISSING");
        assertThat(verifications.examine(head, number, new Examination(false, null, null, "no proof of the sources")).isDone()).isTrue();

        until(() -> standing() == Standing.State.DECLINED);
        assertThat(permits.hindrance(bilguun, Act.OFFER).orElseThrow().code()).isEqualTo("PARTY_DECLINED");
    }

    @Test
    void whoStandsOnAListOfSanctionsIsDeclinedAndNotToldWhy() throws Exception {
        simulators.switchOn("screening", "search", Simulators.Behaviour.LIE, "SANCTIONS", 1);
        verifications.consent(bilguun, true, Portraits.of(HIS_NUMBER)).get();
        int before = told("battsetseg", "listedPartyFound");
        prove(HIS_NUMBER);

        until(() -> standing() == Standing.State.DECLINED);
        until(() -> told("battsetseg", "listedPartyFound") == before + 1);

        assertThat(page(get("/verification"))).contains("Боломжгүй").doesNotContain("Хориг", "хориг", "анкц");
        assertThat(told("bilguun", "listedPartyFound")).isZero();
        assertThat(told("tulga", "listedPartyFound")).isZero();
    }

    @Test
    void aVerificationIsRefreshedOrRunsOut() {
        verifications.consent(bilguun, true, Portraits.of(HIS_NUMBER)).get();
        var first = prove(HIS_NUMBER);
        until(() -> standing() == Standing.State.VERIFIED);
        var verifying = context.getBean(Verifying.class);

        verifying.askRefresh(first);
        assertThat(standing()).isEqualTo(Standing.State.DUE);
        assertThat(permits.hindrance(bilguun, Act.SIGN)).isEmpty();
        verifying.expire(first);
        assertThat(permits.hindrance(bilguun, Act.RECEIVE).orElseThrow().code()).isEqualTo("VERIFICATION_OVER");
        verifications.consent(bilguun, true, Portraits.of(HIS_NUMBER)).get();
        var second = prove(HIS_NUMBER);
        until(() -> standing() == Standing.State.VERIFIED);

        assertThat(rows.standing(BILGUUN).number()).isEqualTo(second);
        verifying.expire(first);
        assertThat(standing()).as("old news end nothing newer").isEqualTo(Standing.State.VERIFIED);
    }

    @Test
    void aCompanyIsProvenByItsDirectorWhenThePeopleBehindItAreKnown() {
        var director = SignIn.actor(context, "tuguldur");
        assertThat(verifications.companies(director)).extracting(Verifications.CompanyStanding::company).containsExactly(COMPANY);
        assertThat(verifications.companies(SignIn.actor(context, "nomin"))).isEmpty();
        assertThat(verifications.consentForCompany(director, COMPANY, false).refusal().code()).isEqualTo("CONSENT_MISSING");
        assertThat(verifications.consentForCompany(SignIn.actor(context, "nomin"), COMPANY, true).refusal().code()).isEqualTo("NOT_DIRECTOR");

        verifications.consentForCompany(director, COMPANY, true).get();

        until(() -> rows.standing(COMPANY).state() == Standing.State.VERIFIED);
        assertThat(jdbc.sql("select name || ' ' || share_pct from identity.company_owners where company = ? order by position").param(COMPANY.value())
                .query(String.class).list()).containsExactly("Цогтын Билгүүн 60.000", "Очирын Дөлгөөн 40.000");
    }

    @Test
    void aCompanyBehindWhichNobodyIsFoundIsDeclined() {
        assertThat(verifications.consentForCompany(bilguun, SHELL, true).refusal().code()).as("who proves a company is proven himself").isEqualTo("NOT_VERIFIED");
        rows.stands(BILGUUN, new VerificationRows.Row(Standing.State.VERIFIED, "CDD", null, null));

        verifications.consentForCompany(bilguun, SHELL, true).get();

        until(() -> rows.standing(SHELL).state() == Standing.State.DECLINED);
    }

    @Test
    void aConsentThatNobodyFollowsUpLapsesWithItsPicture() {
        verifications.consent(bilguun, true, Portraits.of(HIS_NUMBER)).get();
        signOns.begin(bilguun).get();
        signOns.forgetLapsed();
        assertThat(verifications.standing(bilguun).running()).isEqualTo(Verification.State.CONSENTED);
        jdbc.sql("update identity.verifications set consented_at = consented_at - interval '2 days' where state = 'CONSENTED'").update();

        signOns.forgetLapsed();

        assertThat(verifications.standing(bilguun).running()).isNull();
        assertThat(jdbc.sql("select count(*) from identity.verification_faces").query(Integer.class).single()).isZero();
    }

    @Test
    void aForeignerShowsAPassportWhichSomebodyComparesWithTheFace() throws Exception {
        var minjun = SignIn.actor(context, "minjun");
        jdbc.sql("delete from identity.verified_parties where party_id = ?").param(minjun.person().value()).update();
        try {
            assertThat(permits.hindrance(minjun, Act.OFFER).orElseThrow().code()).isEqualTo("NOT_VERIFIED");
            assertThat(pageOf("minjun", get("/verification"))).contains("name=\"mrz\"").doesNotContain("ДАН-аас миний");
            var until = LocalDate.now(ElandClock.ULAANBAATAR).plusMonths(3);
            var mrz = Passport.mrz("KIM", "TEST<MIN<JUN", "M12345678", "KOR", LocalDate.of(1987, 5, 20), until);
            assertThat(refused(passport(mrz.replace("M12345678", "M12345679")))).isEqualTo("MRZ_INVALID");
            assertThat(refused(passport(Passport.mrz("KIM", "TEST<MIN<JUN", "M12345678", "KOR", LocalDate.of(1987, 5, 20), until.minusYears(2))))).isEqualTo("PASSPORT_OVER");

            assertThat(done(passport(mrz))).isEqualTo("verification.passport.shown");
            assertThat(refused(passport(mrz))).isEqualTo("VERIFICATION_RUNNING");
            var number = rows.running(minjun.person()).orElseThrow().number();
            until(() -> workflow.isOpen(number, "examineParty"));
            assertThat(verifications.find(number).orElseThrow()).satisfies(found -> {
                assertThat(found.nameMatches()).isTrue();
                assertThat(found.likeness()).isGreaterThan(0.8);
            });
            var file = pageOf("tulga", get("/compliance/verifications/" + number));
            assertThat(file).contains("KOR", "/compliance/verifications/" + number + "/passport", "/compliance/verifications/" + number + "/face");
            assertThat(picture("tulga", number, "passport")).isEqualTo(200);
            assertThat(picture("tulga", number, "face")).isEqualTo(200);
            assertThat(picture("minjun", number, "passport")).isEqualTo(404);
            assertThat(jdbc.sql("select document_no from identity.passports where number = ?").param(number.number()).query(String.class).single())
                    .startsWith("p1.").doesNotContain("M12345678");
            var group = workflow.isOpen(number, "examineParty") && verifications.find(number).orElseThrow().approver().equals("compliance_head") ? "battsetseg" : "tulga";
            assertThat(verifications.examine(SignIn.actor(context, group), number, new Examination(true, "salary", "savings", "compared")).isDone()).isTrue();

            until(() -> rows.standing(minjun.person()).state() == Standing.State.VERIFIED);
            assertThat(rows.standing(minjun.person()).validUntil()).isEqualTo(until);
            assertThat(picture("tulga", number, "face")).as("the face goes with the decision").isEqualTo(404);
            assertThat(permits.hindrance(minjun, Act.OFFER)).isEmpty();
        } finally {
            rows.stands(minjun.person(), new VerificationRows.Row(Standing.State.VERIFIED, "CDD", null, null));
        }
    }

    @Test
    void aCitizenShowsNoPassportAndAForeignerDoesNotGoToDan() {
        assertThat(verifications.consent(SignIn.actor(context, "minjun"), true, new byte[1]).refusal().code()).isEqualTo("DAN_CITIZENS_ONLY");
        assertThat(verifications.showPassport(bilguun, true, "", new byte[1], new byte[1]).refusal().code()).isEqualTo("PASSPORT_FOREIGNERS_ONLY");
        assertThat(verifications.showPassport(bilguun, false, "", new byte[1], new byte[1]).refusal().code()).isEqualTo("CONSENT_MISSING");
        assertThat(verifications.consent(bilguun, false, new byte[1]).refusal().code()).isEqualTo("CONSENT_MISSING");
        assertThat(signOns.begin(bilguun).refusal().code()).isEqualTo("CONSENT_FIRST");
    }

    @Test
    void programsGoTheSameWay() throws Exception {
        var face = new MockMultipartFile("face", "me.jpg", "image/jpeg", Portraits.of(HIS_NUMBER));
        var consented = mvc.perform(multipart("/api/v1/verification").file(face).param("consent", "true").with(SignIn.as("bilguun"))
                .header("Idempotency-Key", UUID.randomUUID().toString())).andReturn().getResponse();
        assertThat(consented.getContentAsString()).contains("\"running\":\"CONSENTED\"");
        var begun = mvc.perform(post("/api/v1/verification/sign-ons").with(SignIn.as("bilguun")).header("Idempotency-Key", UUID.randomUUID().toString())).andReturn()
                .getResponse().getContentAsString();
        var back = browser.signIn(URI.create(com.jayway.jsonpath.JsonPath.<String>read(begun, "$.address")), HIS_NUMBER);

        var returned = mvc.perform(post("/api/v1/verification/returns").contentType("application/json").content("{\"state\":\"%s\",\"code\":\"%s\"}".formatted(
                back.get("state"), back.get("code"))).with(SignIn.as("bilguun")).header("Idempotency-Key", UUID.randomUUID().toString())).andReturn().getResponse();

        assertThat(returned.getStatus()).isEqualTo(200);
        until(() -> standing() == Standing.State.VERIFIED);
        assertThat(mvc.perform(get("/api/v1/verification").with(SignIn.as("bilguun"))).andReturn().getResponse().getContentAsString())
                .contains("\"state\":\"VERIFIED\"", "RECEIVE");
    }

    private CaseRef prove(String regnum) {
        if (verifications.standing(bilguun).running() == null) {
            verifications.consent(bilguun, true, Portraits.of(regnum)).get();
        }
        var number = rows.running(BILGUUN).orElseThrow().number();
        var back = browser.signIn(signOns.begin(bilguun).get(), regnum);
        assertThat(signOns.back(bilguun, back.get("state"), back.get("code"), null).isDone()).isTrue();
        return number;
    }

    private MvcResult consents(String picture) throws Exception {
        var face = new MockMultipartFile("face", "me.jpg", "image/jpeg", Portraits.of(picture));
        return mvc.perform(multipart("/verification").file(face).param("consent", "true").with(SignIn.as("bilguun")).with(csrf())).andReturn();
    }

    private MvcResult passport(String mrz) throws Exception {
        var picture = Portraits.of("minjun");
        return mvc.perform(multipart("/verification/passport").file(new MockMultipartFile("page", "page.jpg", "image/jpeg", picture))
                .file(new MockMultipartFile("face", "me.jpg", "image/jpeg", picture)).param("consent", "true").param("mrz", mrz)
                .with(SignIn.as("minjun")).with(csrf())).andReturn();
    }

    private int picture(String who, CaseRef number, String which) throws Exception {
        return mvc.perform(get("/compliance/verifications/" + number + "/" + which).with(SignIn.as(who))).andReturn().getResponse().getStatus();
    }

    private String pageOf(String who, org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(SignIn.as(who))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private MvcResult returns(Map<String, String> back) throws Exception {
        return mvc.perform(get("/verification/callback").param("state", back.get("state")).param("code", back.get("code")).with(SignIn.as("bilguun"))).andReturn();
    }

    private static Object done(MvcResult answer) {
        return answer.getFlashMap().get("doneKey");
    }

    private static Object refused(MvcResult answer) {
        return answer.getFlashMap().get("refusedCode");
    }

    private String page(org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(SignIn.as("bilguun"))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private Standing.State standing() {
        return rows.standing(BILGUUN).state();
    }

    private int told(String username, String message) {
        return jdbc.sql("""
                select count(*) from notification.notifications n join identity.accounts a on a.party_id = n.person
                where a.username = ? and n.message = ?""").params(username, message).query(Integer.class).single();
    }

    private static Examination accepted(String funds) {
        return new Examination(true, funds, null, "seen and compared in person");
    }

    private static void until(BooleanSupplier reached) {
        await().atMost(Duration.ofSeconds(30)).until(reached::getAsBoolean);
    }

    private static PartyId person(int n) {
        return new PartyId(new UUID(0, n));
    }
}
