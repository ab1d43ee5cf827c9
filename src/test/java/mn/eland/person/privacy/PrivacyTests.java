package mn.eland.person.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import mn.eland.ElandTest;
import mn.eland.edge.SignIn;
import mn.eland.identity.Parties;
import mn.eland.identity.privacy.TraceRetention;
import mn.eland.kernel.PartyId;
import mn.eland.person.privacy.ConsentRegister.Purpose;
import mn.eland.store.vault.PersonVault;
import mn.eland.store.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** What people agree to, take along and have forgotten, each test with a person of its own. */
@ElandTest
class PrivacyTests {

    @Autowired WebApplicationContext context;
    @Autowired ConsentRegister consents;
    @Autowired DataArchives exports;
    @Autowired Erasures erasures;
    @Autowired DataRetention retention;
    @Autowired TraceRetention traces;
    @Autowired Parties parties;
    @Autowired Vault vault;
    @Autowired PersonVault people;
    @Autowired JdbcClient jdbc;
    private MockMvc mvc;
    private PartyId person;
    private String username;
    private String number;

    @BeforeEach
    void somebody() {
        mvc = SignIn.mvc(context);
        person = PartyId.random();
        username = "p" + person.value().toString().substring(0, 8);
        number = "ЯЯ90" + "%06d".formatted(Math.abs(person.value().hashCode() % 1_000_000));
        jdbc.sql("""
                insert into identity.parties (id, kind, parent_name, given_name, register_number, register_index, birth_date, phone, email, email_index, created_at)
                values (?, 'PERSON', 'Мартагдахын', 'Нэгэн', ?, ?, '1990-01-01', ?, ?, ?, now())""")
                .params(person.value(), people.seal(person, number, "identity.parties.register_number"), vault.index(Vault.Kind.REGISTER_NUMBER, number),
                        people.seal(person, "77112233", "identity.parties.phone"), people.seal(person, username + "@example.mn", "identity.parties.email"),
                        vault.index(Vault.Kind.EMAIL, username + "@example.mn")).update();
        jdbc.sql("insert into identity.accounts (username, party_id, password_hash, created_at) values (?, ?, 'x', now())").params(username, person.value()).update();
        jdbc.sql("insert into identity.account_roles values (?, 'buyer')").param(username).update();
        jdbc.sql("insert into identity.sign_in_addresses values (?, ?, now())").params("key-of-" + username, username).update();
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from sale.offer_rounds where sale like 'S-1990-%'").update();
        jdbc.sql("delete from sale.sales where number like 'S-1990-%'").update();
    }

    @Test
    void aConsentIsKeptInItsWordsAndAsEasilyWithdrawnAsGiven() throws Exception {
        mvc.perform(post("/me/consents").with(SignIn.as(username)).with(csrf()).param("purpose", "NEWS").param("given", "true"))
                .andExpect(flash().attribute("doneKey", "person.consent.given"));
        assertThat(consents.isGiven(person, Purpose.NEWS)).isTrue();
        consents.give(person, Purpose.NEWS, Locale.ENGLISH);
        mvc.perform(post("/api/v1/me/consents").with(SignIn.as(username)).contentType("application/json").content("{\"purpose\": \"NEWS\", \"given\": false}")
                .header("Idempotency-Key", UUID.randomUUID())).andExpect(status().isOk());
        consents.give(person, Purpose.NEWS, Locale.ENGLISH);

        assertThat(consents.register(person)).extracting(ConsentRegister.Consent::words).containsExactly("I agree to be sent mail about new services.",
                "Надад шинэ үйлчилгээний тухай и-мэйл илгээхийг зөвшөөрч байна.");
        assertThat(consents.register(person)).extracting(one -> one.withdrawnAt() == null).containsExactly(true, false);
        assertThat(consents.isGiven(person, Purpose.SUPPORT)).isFalse();
        assertThatThrownBy(() -> jdbc.sql("update person.consents set words = 'other' where person = ?").param(person.value()).update())
                .hasMessageContaining("never rewritten");
    }

    @Test
    void aPersonTakesEverythingAlongAfterAFreshSignIn() throws Exception {
        var asked = JsonPath.<String>read(mvc.perform(post("/api/v1/me/exports").with(SignIn.as(username)).header("Idempotency-Key", UUID.randomUUID()))
                .andExpect(status().isAccepted()).andReturn().getResponse().getContentAsString(), "$.id");
        consents.give(person, Purpose.STATISTICS, Locale.ENGLISH);
        jdbc.sql("insert into identity.register_readings (party_id, case_ref, at) values (?, 'C-2026-900001', now()), (?, 'S-2026-900001', now())")
                .params(person.value(), person.value()).update();
        while (exports.of(person).get(0).readyAt() == null) {
            exports.prepare();
        }

        var stored = jdbc.sql("select content from person.exports where person = ?").param(person.value()).query((row, n) -> row.getBytes(1)).single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotStartWith("PK");
        mvc.perform(get("/me/exports/" + asked).with(SignIn.longAgo(username))).andExpect(redirectedUrl("/sign-in-again?to=/me"));
        mvc.perform(get("/api/v1/me/exports/" + asked + "/file").with(SignIn.longAgo(username))).andExpect(status().isForbidden()).andExpect(jsonPath("$.code").value("SIGN_IN_AGAIN"));
        mvc.perform(get("/me/exports/" + asked).with(SignIn.as("nomin"))).andExpect(status().isNotFound());
        var archive = unzipped(mvc.perform(get("/me/exports/" + asked).with(SignIn.as(username))).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray());

        assertThat(archive).containsKeys("identity.json", "sales.json", "documents.json", "payments.json", "notifications.json", "choices.json");
        assertThat(archive.get("identity.json")).contains(number, "77112233", username + "@example.mn").contains("S-2026-900001").doesNotContain("register_index", "password", "C-2026-900001");
        assertThat(archive.get("choices.json")).contains("STATISTICS");
    }

    @Test
    void whoLeftNothingBehindIsForgottenAtOnceAndTheTrailStands() throws Exception {
        mvc.perform(post("/me/consents").with(SignIn.as(username)).with(csrf()).param("purpose", "NEWS").param("given", "true"));
        var records = jdbc.sql("select (select count(*) from audit.records) + (select count(*) from audit.inbox)").query(Long.class).single();
        assertThat(auditKeys()).isPositive();
        mvc.perform(post("/me/erasure").with(SignIn.longAgo(username)).with(csrf()).param("understood", "true")).andExpect(redirectedUrl("/sign-in-again?to=/me"));
        mvc.perform(post("/me/erasure").with(SignIn.as(username)).with(csrf())).andExpect(flash().attribute("refusedCode", "FIELD_REQUIRED"));

        mvc.perform(post("/me/erasure").with(SignIn.as(username)).with(csrf()).param("understood", "true")).andExpect(redirectedUrl("/?forgotten"));

        assertThat(parties.party(person).fullName()).isEqualTo("–");
        assertThat(parties.party(person).registerNo()).isNull();
        assertThat(parties.registered(number)).isEmpty();
        assertThat(parties.actor(username)).isEmpty();
        assertThat(jdbc.sql("select count(*) from identity.sign_in_addresses where username = ?").param(username).query(Integer.class).single()).isZero();
        assertThat(people.open(person, "p1.AAAA", "identity.parties.phone")).isNull();
        assertThat(consents.isGiven(person, Purpose.NEWS)).isFalse();
        assertThat(auditKeys()).isZero();
        assertThat(jdbc.sql("select (select count(*) from audit.records) + (select count(*) from audit.inbox)").query(Long.class).single()).isGreaterThan(records);
    }

    @Test
    void anOpenDealComesFirst() throws Exception {
        deal("null");

        mvc.perform(get("/me?lang=en").with(SignIn.as(username))).andExpect(content().string(containsString("An open deal (S-1990-")))
                .andExpect(content().string(not(containsString("name=\"understood\""))));
        mvc.perform(post("/api/v1/me/erasure").with(SignIn.as(username)).contentType("application/json").content("{\"understood\": true}")
                .header("Idempotency-Key", UUID.randomUUID())).andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("ERASE_NOT_YET"));

        assertThat(parties.party(person).phone()).isEqualTo("77112233");
        jdbc.sql("update sale.sales set ended_at = now() where buyer = ?").param(person.value()).update();
    }

    @Test
    void whatTheLawKeepsGoesByItselfWhenItsTimeIsOver() {
        deal("now()");

        var outlook = erasures.erase(person).get();

        assertThat(outlook.kept()).extracting(duty -> duty.ground()).containsExactly("AML_RECORDS");
        assertThat(parties.party(person)).satisfies(kept -> {
            assertThat(kept.givenName()).isEqualTo("Нэгэн");
            assertThat(kept.registerNo()).isNotNull();
            assertThat(kept.phone()).isNull();
            assertThat(kept.email()).isNull();
        });
        assertThat(parties.actor(username)).isEmpty();

        jdbc.sql("update sale.sales set ended_at = ended_at - interval '6 years' where buyer = ?").param(person.value()).update();
        jdbc.sql("update person.erasures set rest_on = current_date - 2 where person = ?").param(person.value()).update();
        retention.everyNight();

        assertThat(parties.party(person).registerNo()).isNull();
        assertThat(jdbc.sql("select buyer_name from sale.sales where buyer = ?").param(person.value()).query(String.class).single()).isEqualTo("–");
        assertThat(jdbc.sql("select done_at is not null from person.erasures where person = ?").param(person.value()).query(Boolean.class).single()).isTrue();
    }

    @Test
    void whoWorksHereIsNotForgotten() {
        assertThat(erasures.erase(SignIn.actor(context, "uyanga").party()).refusal().code()).isEqualTo("ERASE_NOT_YET");
    }

    @Test
    void tracesAndArchivesGoInTime() {
        exports.ask(person);
        while (exports.of(person).get(0).readyAt() == null) {
            exports.prepare();
        }
        jdbc.sql("update person.exports set ready_at = ready_at - interval '8 days' where person = ?").param(person.value()).update();
        jdbc.sql("insert into identity.sign_ins (party_id, device_id, address, at) values (?, ?, '192.0.2.7', now() - interval '13 months'), (?, ?, '192.0.2.8', now())")
                .params(person.value(), UUID.randomUUID(), person.value(), UUID.randomUUID()).update();

        retention.everyNight();
        traces.everyNight();

        assertThat(exports.of(person)).isEmpty();
        assertThat(jdbc.sql("select host(address) from identity.sign_ins where party_id = ?").param(person.value()).query(String.class).list()).containsExactly("192.0.2.8");
    }

    private int auditKeys() {
        return jdbc.sql("select count(*) from audit.person_keys where person = ?").param(person.value()).query(Integer.class).single();
    }

    /** A sale of long ago that was agreed. @param ended SQL of when it ended */
    private void deal(String ended) {
        var sale = "S-1990-%06d".formatted(Math.abs(person.value().hashCode() % 1_000_000));
        jdbc.sql("""
                insert into sale.sales (number, listing, property, seller, buyer, seller_name, buyer_name, subject, district, registry_no, object_type, asked_mnt,
                    deposit_pct, stage, opened_at, stage_since, ended_at)
                values (?, 'L-1990-000001', ?, ?, ?, 'Хэн нэгэн', 'М. Нэгэн', 'Байр', 'SBD', 'Ү-2299999999', 'APARTMENT', 1, 10, 'COMPLETED', now(), now(), %s)"""
                .formatted(ended)).params(sale, UUID.randomUUID(), UUID.randomUUID(), person.value()).update();
        jdbc.sql("insert into sale.offer_rounds values (?, 1, ?, 1, 'ACCEPTED', now(), now(), null)").params(sale, person.value()).update();
    }

    private static Map<String, String> unzipped(byte[] archive) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
