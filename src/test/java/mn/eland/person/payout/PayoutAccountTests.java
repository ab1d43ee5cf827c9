package mn.eland.person.payout;

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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.edge.SignIn;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Iban;
import mn.eland.notification.Notifications;
import mn.eland.person.payout.PayoutChange.State;
import mn.eland.workflow.Workflow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** The account of a person, from naming it to the day it holds. */
@ElandTest
class PayoutAccountTests {

    private static final String OWNER = "khuslen";

    @Autowired WebApplicationContext context;
    @Autowired Simulators simulators;
    @Autowired PayoutAccounts accounts;
    @Autowired Parties parties;
    @Autowired Notifications notifications;
    @Autowired Workflow workflow;
    @Autowired ElandClock clock;
    @Autowired JdbcClient jdbc;
    private MockMvc mvc;
    private Actor owner;
    private String before;

    @BeforeEach
    void who() {
        mvc = SignIn.mvc(context);
        owner = SignIn.actor(context, OWNER);
        before = parties.party(owner.party()).iban();
    }

    @AfterEach
    void asBefore() {
        accounts.changes(owner).stream().filter(PayoutChange::isOpen).forEach(open -> accounts.withdraw(owner, open.caseRef()).get());
        jdbc.sql("update identity.parties set iban = ? where id = ?").params(before, owner.party().value()).update();
        clock.reset();
    }

    @Test
    void anotherAccountHoldsAfterADayAndASecondPerson() throws Exception {
        var iban = account("900001", parties.party(owner.party()).fullName());
        mvc.perform(post("/me/payout-account").with(SignIn.as(OWNER)).with(csrf()).param("iban", iban)).andExpect(flash().attribute("doneKey", "person.payout.asked"));
        var change = open();
        assertThat(change.nameMatches()).isTrue();
        assertThat(parties.party(owner.party()).iban()).isEqualTo(before);
        assertThat(jdbc.sql("select iban from person.payout_changes where number = ?").param(change.caseRef().number()).query(String.class).single())
                .startsWith("p1.").doesNotContain(iban);
        await().atMost(Duration.ofSeconds(20)).until(() -> notifications.of(owner, null, 20, Locale.ENGLISH).stream()
                .anyMatch(told -> told.text().contains(iban.substring(16)) && told.text().contains("If it was not you")));

        clock.passes(Duration.ofHours(25));
        await().atMost(Duration.ofSeconds(20)).until(() -> workflow.isOpen(change.caseRef(), "confirmPayoutAccount"));
        var officer = SignIn.actor(context, "suvd");
        assertThat(accounts.confirm(SignIn.actor(context, "tulga"), change.caseRef(), true, "Утсаар").refusal().code()).isEqualTo("ESCROW_OFFICERS_ONLY");
        accounts.confirm(officer, change.caseRef(), true, "Утсаар ярьж нягталсан").get();

        assertThat(parties.party(owner.party()).iban()).isEqualTo(iban);
        assertThat(accounts.change(change.caseRef()).orElseThrow().state()).isEqualTo(State.ADOPTED);
        mvc.perform(get("/me/payout-account").with(SignIn.as(OWNER))).andExpect(content().string(containsString("••••" + iban.substring(16))))
                .andExpect(content().string(not(containsString(iban))));
    }

    @Test
    void theOwnerTakesBackWhatHeDidNotAskFor() throws Exception {
        var change = named(account("900002", "Дашийн Өөр"));
        assertThat(change.nameMatches()).isFalse();
        assertThat(change.signs()).contains("IBAN_NAME");

        mvc.perform(post("/me/payout-account/withdraw").with(SignIn.as("nomin")).with(csrf()).param("number", change.caseRef().number())).andExpect(status().isNotFound());
        mvc.perform(post("/me/payout-account/withdraw").with(SignIn.longAgo(OWNER)).with(csrf()).param("number", change.caseRef().number()))
                .andExpect(flash().attribute("doneKey", "person.payout.withdrawn"));

        assertThat(accounts.change(change.caseRef()).orElseThrow().state()).isEqualTo(State.WITHDRAWN);
        assertThat(parties.party(owner.party()).iban()).isEqualTo(before);
        assertThat(accounts.withdraw(owner, change.caseRef()).refusal().code()).isEqualTo("CHANGE_OVER");
    }

    @Test
    void aFaceThatHardlyMatchedAtTheVerificationCounts() {
        jdbc.sql("insert into identity.verifications (number, party_id, asked_by, method, state, consented_at, face_likeness) values (?, ?, ?, 'DAN', 'DECLINED', now(), 0.5)")
                .params("V-2026-987654", owner.party().value(), owner.party().value()).update();
        try {
            assertThat(named(account("900005", "Дашийн Өөр")).signs()).contains("FACE_LOW", "IBAN_NAME");
        } finally {
            jdbc.sql("delete from identity.verifications where number = 'V-2026-987654'").update();
        }
    }

    @Test
    void aCardOfTheTelephoneThatWasJustChangedCounts() {
        var phone = parties.party(owner.party()).phone();
        assertThat(named(account("900006", parties.party(owner.party()).fullName())).signs()).doesNotContain("SIM_SWAP");
        accounts.withdraw(owner, open().caseRef()).get();
        clock.passes(Duration.ofDays(2));
        simulators.changeCard(phone);

        clock.passes(Duration.ofDays(2));
        assertThat(named(account("900007", "Дашийн Өөр"))).satisfies(change -> {
            assertThat(change.signs()).contains("SIM_SWAP", "IBAN_NAME");
            assertThat(change.stopped()).isTrue();
        });
        accounts.withdraw(owner, open().caseRef()).get();
        clock.passes(Duration.ofDays(2));

        assertThat(named(account("900008", "Дашийн Өөр")).signs()).doesNotContain("SIM_SWAP");
    }

    @Test
    void anOperatorWhoIsSilentCountsAsAChange() {
        simulators.switchOnOnce("operator", "retrieve-date", Simulators.Behaviour.ERROR);

        assertThat(named(account("900009", parties.party(owner.party()).fullName())).signs()).contains("SIM_SWAP");
    }

    @Test
    void aSecondPersonWhoIsNotSureRefusesAndEverythingStays() {
        var change = named(account("900003", "Дашийн Өөр"));
        clock.passes(Duration.ofHours(25));
        await().atMost(Duration.ofSeconds(20)).until(() -> workflow.isOpen(change.caseRef(), "confirmPayoutAccount"));

        accounts.confirm(SignIn.actor(context, "suvd"), change.caseRef(), false, "Эзэн нь хүсээгүй гэв").get();

        assertThat(accounts.change(change.caseRef()).orElseThrow()).satisfies(refused -> {
            assertThat(refused.state()).isEqualTo(State.REFUSED);
            assertThat(refused.note()).isEqualTo("Эзэн нь хүсээгүй гэв");
        });
        assertThat(parties.party(owner.party()).iban()).isEqualTo(before);
    }

    @Test
    void whoSignedInLongAgoProvesOnceMoreWhoHeIs() throws Exception {
        var body = "{\"iban\": \"" + account("900004", "Дашийн Өөр") + "\"}";
        mvc.perform(get("/me/payout-account").with(SignIn.longAgo(OWNER))).andExpect(content().string(containsString("/sign-in-again?to=/me/payout-account")))
                .andExpect(content().string(not(containsString("name=\"iban\""))));
        mvc.perform(post("/me/payout-account").with(SignIn.longAgo(OWNER)).with(csrf()).param("iban", "1")).andExpect(redirectedUrl("/sign-in-again?to=/me/payout-account"));
        mvc.perform(post("/api/v1/me/payout-account/changes").with(SignIn.longAgo(OWNER)).contentType("application/json").content(body)
                .header("Idempotency-Key", UUID.randomUUID())).andExpect(status().isForbidden()).andExpect(jsonPath("$.code").value("SIGN_IN_AGAIN"));

        mvc.perform(post("/api/v1/me/payout-account/changes").with(SignIn.as(OWNER)).contentType("application/json").content(body)
                .header("Idempotency-Key", UUID.randomUUID())).andExpect(status().isAccepted()).andExpect(jsonPath("$.state").value("ASKED"));
        mvc.perform(post("/api/v1/me/payout-account/changes").with(SignIn.as(OWNER)).contentType("application/json").content(body)
                .header("Idempotency-Key", UUID.randomUUID())).andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("CHANGE_UNDER_WAY"));
    }

    @Test
    void accountsThatAreNoneAreRefused() {
        assertThat(accounts.name(owner, "MN12").refusal().code()).isEqualTo("IBAN_INVALID");
        assertThat(accounts.name(owner, before).refusal().code()).isEqualTo("ACCOUNT_SAME");
        assertThat(accounts.name(owner, Iban.of("0500", "000000909090").value()).refusal().code()).isEqualTo("ACCOUNT_NOT_FOUND");
        assertThat(accounts.name(SignIn.actor(context, "oyuu"), before).refusal().code()).isEqualTo("MINOR");
    }

    private PayoutChange named(String iban) {
        return accounts.name(owner, iban).get();
    }

    private PayoutChange open() {
        return accounts.changes(owner).stream().filter(PayoutChange::isOpen).findFirst().orElseThrow();
    }

    private String account(String number, String holder) {
        var iban = Iban.of("0500", "000000" + number).value();
        simulators.openAccount(iban, holder);
        return iban;
    }
}
