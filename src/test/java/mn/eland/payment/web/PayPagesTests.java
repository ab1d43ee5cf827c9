package mn.eland.payment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.edge.SignIn;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Iban;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.payment.Payments;
import mn.eland.payment.Payments.Beneficiary;
import mn.eland.payment.Payments.Payee;
import mn.eland.payment.Payments.Purpose;
import mn.eland.payment.collection.Collections;
import mn.eland.payment.collection.Unplaced;
import mn.eland.workflow.Workflow;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** The payer's page and calls, with the real adapters and the simulators of QPay and the bank behind them. */
@ElandTest
class PayPagesTests {

    private static final PartyId ENKHJIN = new PartyId(new UUID(0, 3));
    private static final String ENKHJINS_IBAN = "MN110005999900001003";

    @Autowired WebApplicationContext context;
    @Autowired Simulators simulators;
    @Autowired Payments payments;
    @Autowired Collections collections;
    @Autowired Unplaced unplaced;
    @Autowired Workflow workflow;
    @Autowired ElandClock clock;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;

    private MockMvc mvc;
    private CaseRef deal;

    @BeforeEach
    void aDepositIsAskedFor() {
        mvc = SignIn.mvc(context);
        deal = transaction.execute(status -> workflow.nextNumber('S'));
        payments.payTo(deal, Payee.BUYER, new Beneficiary(ENKHJIN, "Баярын Энхжин", ENKHJINS_IBAN));
        collections.open(deal, Purpose.DEPOSIT, ENKHJIN, Money.of(28_500_000), clock.instant().plus(Duration.ofDays(2)));
    }

    @Test
    void thePayerSeesTheAmountInWordsAndTheAccount() throws Exception {
        mvc.perform(get(page()).with(SignIn.as("enkhjin")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("хорин найман сая таван зуун мянган төгрөг")))
                .andExpect(content().string(containsString(new Iban(payments.account(deal)).grouped())))
                .andExpect(content().string(containsString(deal + "-D")));
        mvc.perform(get(page()).param("lang", "en").with(SignIn.as("enkhjin"))).andExpect(status().isOk());
    }

    @Test
    void aStrangerFindsNothingAndAVisitorIsAskedToSignIn() throws Exception {
        mvc.perform(get(page()).with(SignIn.as("nomin"))).andExpect(status().isNotFound());
        mvc.perform(get(page() + "/status").with(SignIn.as("nomin"))).andExpect(status().isNotFound());
        mvc.perform(get(page())).andExpect(status().is3xxRedirection());
        mvc.perform(get("/deals/S-2026-000001x/pay/DEPOSIT").with(SignIn.as("enkhjin"))).andExpect(status().isNotFound());
        mvc.perform(get("/deals/" + deal + "/pay/RENT").with(SignIn.as("enkhjin"))).andExpect(status().isNotFound());
    }

    @Test
    void aQrPaymentArrivesByCallbackAndThePageSaysSo() throws Exception {
        mvc.perform(post(page() + "/qr").with(SignIn.as("enkhjin")).with(csrf())).andExpect(redirectedUrl(page()));
        mvc.perform(get(page()).with(SignIn.as("enkhjin"))).andExpect(content().string(containsString("data:image/png;base64,")));

        simulators.payInvoice(invoice(), 28_500_000);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(state()).isEqualTo("FUNDED"));
        mvc.perform(get(page() + "/status").with(SignIn.as("enkhjin"))).andExpect(header().string("HX-Refresh", "true"));
        mvc.perform(get(page() + "/receipt").with(SignIn.as("enkhjin"))).andExpect(status().isOk()).andExpect(content().string(containsString("QPay")));
        assertThat(payments.escrow(deal).held()).isEqualTo(Money.of(28_500_000));
    }

    @Test
    void aBankTransferArrivesByTheStatementAndTheExcessGoesBackThroughTheBank() {
        simulators.transferIn("denchin " + deal + "-D", 29_000_000, ENKHJINS_IBAN, "Баярын Энхжин");

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(state()).isEqualTo("FUNDED"));
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(jdbc.sql(
                "select state from payment.transfers where case_no = ?").param(deal.number()).query(String.class).list()).containsExactly("BOOKED"));
        assertThat(payments.escrow(deal).held()).isEqualTo(Money.of(28_500_000));
        assertThat(payments.trialBalance().isHealthy()).isTrue();
    }

    @Test
    void moneySentToTheAccountOnThePageArrivesWhateverTheTextSays() {
        simulators.transferInTo(payments.account(deal), "oron suuts", 28_500_000, ENKHJINS_IBAN);

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(state()).isEqualTo("FUNDED"));
    }

    @Test
    void theCallbackNeedsNoSignInAndBelievesNothing() throws Exception {
        var qr = payments.payByQr(deal, Purpose.DEPOSIT, new Actor(ENKHJIN, "Энхжин", Set.of())).get();
        var token = jdbc.sql("select callback_token from payment.collections where case_no = ?").param(deal.number()).query(String.class).single();

        mvc.perform(get("/payments/qpay/callback/" + token).param("qpay_payment_id", "999999999999999"))
                .andExpect(status().isOk()).andExpect(content().string("SUCCESS"));
        mvc.perform(post("/payments/qpay/callback/" + token)).andExpect(status().isOk()).andExpect(content().string("SUCCESS"));
        mvc.perform(get("/payments/qpay/callback/guess")).andExpect(status().isNotFound());

        assertThat(state()).isEqualTo("OPEN");
        assertThat(qr.links()).isNotEmpty();
    }

    @Test
    void callsAnswerThePayerAndNobodyElse() throws Exception {
        mvc.perform(get("/api/v1/payments/" + deal).with(SignIn.as("enkhjin")))
                .andExpect(status().isOk()).andExpect(jsonPath("$.held").value(0)).andExpect(jsonPath("$.collections[0].missing").value(28_500_000))
                .andExpect(jsonPath("$.collections[0].iban").value(payments.account(deal)));
        mvc.perform(post("/api/v1/payments/" + deal + "/collections/DEPOSIT/qr").header("Idempotency-Key", UUID.randomUUID()).with(SignIn.as("enkhjin")))
                .andExpect(status().isOk()).andExpect(jsonPath("$.invoiceId").value(invoice()));
        mvc.perform(post("/api/v1/payments/" + deal + "/collections/DEPOSIT/check").header("Idempotency-Key", UUID.randomUUID()).with(SignIn.as("enkhjin")))
                .andExpect(status().isOk()).andExpect(jsonPath("$.state").value("OPEN"));
        mvc.perform(get("/api/v1/payments/" + deal).with(SignIn.as("nomin")))
                .andExpect(status().isNotFound()).andExpect(jsonPath("$.code").value("COLLECTION_NOT_FOUND"));
        mvc.perform(post("/api/v1/payments/" + deal + "/collections/DEPOSIT/qr").header("Idempotency-Key", UUID.randomUUID()).with(SignIn.as("suvd")))
                .andExpect(status().isForbidden()).andExpect(jsonPath("$.code").value("NOT_THE_PAYER"));
        mvc.perform(get("/api/v1/payments/" + deal)).andExpect(status().isUnauthorized());
    }

    @Test
    void anEscrowOfficerGivesUnknownMoneyItsPlace() throws Exception {
        simulators.transferIn("oron suutsnii mungu", 28_500_000, "MN430005999900001009", "Дашийн Хүслэн");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> jdbc.sql(
                "select count(*) from payment.receipts where description = 'oron suutsnii mungu'").query(Long.class).single() == 1);
        var id = jdbc.sql("select id from payment.receipts where description = 'oron suutsnii mungu'").query(Long.class).single();

        mvc.perform(get("/payments/unplaced").with(SignIn.as("enkhjin"))).andExpect(status().isForbidden());
        mvc.perform(get("/payments/unplaced").with(SignIn.as("suvd"))).andExpect(status().isOk()).andExpect(content().string(containsString("oron suutsnii mungu")));
        mvc.perform(post("/payments/unplaced/" + id + "/place").param("reference", deal + "-D").with(SignIn.as("suvd")).with(csrf()))
                .andExpect(redirectedUrl("/payments/unplaced"));

        assertThat(state()).isEqualTo("FUNDED");
        mvc.perform(get("/payments/unplaced").with(SignIn.as("suvd"))).andExpect(content().string(not(containsString("oron suutsnii mungu"))));
    }

    @Test
    void theMenuLeadsAnEscrowOfficerToWhatWaits() throws Exception {
        simulators.transferIn("zalruulah mungu", 44_000, "MN430005999900001009", "Дашийн Хүслэн");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> jdbc.sql(
                "select count(*) from payment.receipts where description = 'zalruulah mungu'").query(Long.class).single() == 1);
        int waits = unplaced.waiting();

        mvc.perform(get("/tasks").with(SignIn.as("suvd"))).andExpect(content().string(containsString("href=\"/payments/unplaced\"")))
                .andExpect(content().string(containsString("Тодорхойгүй мөнгө, хүлээж буй " + waits)));
        mvc.perform(get("/tasks").with(SignIn.as("anudari"))).andExpect(content().string(not(containsString("href=\"/payments/unplaced\""))));
    }

    private String page() {
        return "/deals/" + deal + "/pay/DEPOSIT";
    }

    private String state() {
        return payments.collections(deal).get(0).state();
    }

    private String invoice() {
        return jdbc.sql("select i.id from payment.invoices i join payment.collections c on c.id = i.collection_id where c.case_no = ? and i.state = 'OPEN'")
                .param(deal.number()).query(String.class).single();
    }
}
