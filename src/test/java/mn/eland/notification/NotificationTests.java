package mn.eland.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.contract.ContractEvent.CodeIssued;
import mn.eland.contract.DocumentKind;
import mn.eland.edge.SignIn;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.payment.PaymentEvent.MoneyReleased;
import mn.eland.sale.SaleEvent.OfferMade;
import mn.eland.sale.SaleEvent.SaleCalledOff;
import mn.eland.workflow.escalation.TaskOverdue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@ElandTest
class NotificationTests {

    private static final AtomicInteger NUMBER = new AtomicInteger(800_000);

    @Autowired
    WebApplicationContext context;
    @Autowired
    Notifications notifications;
    @Autowired
    ApplicationEventPublisher events;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    ElandClock clock;
    @Autowired
    Simulators simulators;
    @Autowired
    Parties parties;

    private MockMvc mvc;
    private Actor seller;
    private Actor buyer;
    private CaseRef sale;

    @BeforeEach
    void open() {
        mvc = SignIn.mvc(context);
        seller = SignIn.actor(context, "temuulen");
        buyer = SignIn.actor(context, "enkhjin");
        sale = CaseRef.of("S-2026-" + NUMBER.incrementAndGet());
    }

    @Test
    void sellerIsToldAboutAnOfferInBothLanguages() throws Exception {
        happened(new OfferMade(sale, CaseRef.of("L-2026-000001"), seller.party(), buyer.party(), Money.of(285_000_000), clock.instant()));

        var told = awaited(seller, "offerMade");
        assertThat(told.text()).isEqualTo("Б. Энхжин таны хөрөнгийг 285\u202F000\u202F000\u202F₮ үнээр авах санал илгээлээ (" + sale + "). Хариугаа өгнө үү.");
        assertThat(told.link()).isEqualTo("/deals/" + sale);
        assertThat(notifications.of(buyer, null, 100, Locale.ENGLISH)).noneMatch(other -> sale.number().equals(other.caseRef()));
        mvc.perform(get("/notifications?lang=en").with(SignIn.as("temuulen"))).andExpect(status().isOk())
                .andExpect(content().string(containsString("offers 285\u202F000\u202F000\u202F₮ for your property (" + sale + ")")));
        mvc.perform(get("/notifications?lang=mn").with(SignIn.as("temuulen")));
    }

    @Test
    void operatorsAreToldOfATaskThatAGroupLeftUndone() {
        var operator = SignIn.actor(context, "telmen");

        happened(new TaskOverdue(sale.number(), sale, "Санал бэлтгэх", "Prepare", "agents", "operators", Instant.parse("2026-11-23T02:00:00Z")));

        var told = awaited(operator, "taskOverdue");
        assertThat(told.text()).startsWith(sale + ": Зуучлагчид бүлгийн даалгаврын хугацаа");
        assertThat(told.link()).isEqualTo("/tasks?scope=all&due=overdue");
    }

    @Test
    void oneEventIsToldOnceHoweverOftenItIsHeard() throws Exception {
        var event = new MoneyReleased(sale, seller.party(), Money.of(1_000_000), Instant.parse("2026-11-23T02:00:00Z"));
        happened(event);
        awaited(seller, "moneyReleased");

        happened(event);
        Thread.sleep(500);

        assertThat(ofCase(seller)).hasSize(1);
    }

    @Test
    void openingANotificationLeadsToTheDealAndMarksItRead() throws Exception {
        happened(new MoneyReleased(sale, seller.party(), Money.of(5), clock.instant()));
        var told = awaited(seller, "moneyReleased");
        var before = notifications.of(seller);

        mvc.perform(post("/notifications/" + told.id()).with(SignIn.as("enkhjin")).with(csrf())).andExpect(status().isNotFound());
        mvc.perform(post("/notifications/" + told.id()).with(SignIn.as("temuulen")).with(csrf())).andExpect(redirectedUrl("/deals/" + sale));

        assertThat(notifications.of(seller)).isEqualTo(before - 1);
    }

    @Test
    void programsReadThemByCursor() throws Exception {
        int before = notifications.of(seller);
        happened(new MoneyReleased(sale, seller.party(), Money.of(1), clock.instant()));
        await().until(() -> notifications.of(seller) == before + 1);
        happened(new SaleCalledOff(sale, CaseRef.of("L-2026-000001"), List.of(seller.party()), "OFFER_REFUSED", clock.instant()));
        await().until(() -> notifications.of(seller) == before + 2);
        var newest = awaited(seller, "saleCalledOff");

        mvc.perform(get("/api/v1/notifications?limit=1").with(SignIn.as("temuulen")))
                .andExpect(jsonPath("$.items.length()").value(1)).andExpect(jsonPath("$.next").isNumber());
        mvc.perform(post("/api/v1/notifications/" + newest.id() + "/read").with(SignIn.as("temuulen"))
                .header("Idempotency-Key", UUID.randomUUID())).andExpect(jsonPath("$.read").value(true));
        mvc.perform(post("/api/v1/notifications/" + newest.id() + "/read").with(SignIn.as("nomin"))
                .header("Idempotency-Key", UUID.randomUUID())).andExpect(status().isNotFound());
        mvc.perform(post("/api/v1/notifications/read").with(SignIn.as("temuulen")).contentType("application/json")
                .content("{\"upTo\":" + newest.id() + "}").header("Idempotency-Key", UUID.randomUUID())).andExpect(status().isNoContent());
        mvc.perform(get("/api/v1/notifications").with(SignIn.as("temuulen"))).andExpect(jsonPath("$.unread").value(0));
    }

    @Test
    void aCodeIsTellableWhileItIsValidAndForgottenAfterwards() {
        try {
            happened(new CodeIssued(UUID.randomUUID(), sale, DocumentKind.SALE_CONTRACT, buyer.party(), "314159", clock.instant().plusSeconds(600)));
            var told = awaited(buyer, "codeIssued");
            assertThat(told.text()).contains("Худалдах, худалдан авах гэрээ", "314159");

            clock.passes(Duration.ofMinutes(11));
            notifications.forgetSecrets();

            assertThat(ofCase(buyer)).singleElement().satisfies(later -> assertThat(later.text()).doesNotContain("314159"));
        } finally {
            clock.reset();
        }
    }

    @Test
    void theMailComesInTheLanguageOfThePerson() {
        parties.speaks(buyer, "en");
        try {
            happened(new CodeIssued(UUID.randomUUID(), sale, DocumentKind.SALE_CONTRACT, buyer.party(), "271828", clock.instant().plusSeconds(600)));
            happened(new CodeIssued(UUID.randomUUID(), sale, DocumentKind.SALE_CONTRACT, seller.party(), "161803", clock.instant().plusSeconds(600)));

            assertThat(mailTo("enkhjin@example.mn").get("subject").asText()).isEqualTo("One-time code");
            assertThat(mailTo("enkhjin@example.mn").get("text").asText()).contains("Code to accept Sale contract (" + sale + "): 271828", "/deals/" + sale);
            assertThat(mailTo("temuulen@example.mn").get("subject").asText()).isEqualTo("Нэг удаагийн код");
            assertThat(mailTo("temuulen@example.mn").get("html").asText()).contains("161803", "ELAND дээр нээх");
        } finally {
            parties.speaks(buyer, "mn");
        }
    }

    private com.fasterxml.jackson.databind.JsonNode mailTo(String address) {
        await().atMost(Duration.ofSeconds(30)).until(() -> mailOfThisSale(address).isPresent());
        return mailOfThisSale(address).orElseThrow();
    }

    private java.util.Optional<com.fasterxml.jackson.databind.JsonNode> mailOfThisSale(String address) {
        return simulators.mails(address).stream().filter(mail -> mail.get("text").asText().contains(sale.number())).findFirst();
    }

    @Test
    void everyMessageExistsForEveryStageOfLife() throws Exception {
        mvc.perform(get("/notifications").with(SignIn.as("urangoo"))).andExpect(content().string(containsString("Мэдэгдэл алга")))
                .andExpect(content().string(not(containsString("??"))));
    }

    private void happened(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    private NotificationView awaited(Actor person, String kind) {
        await().atMost(Duration.ofSeconds(20)).until(() -> ofCase(person).stream().anyMatch(told -> told.kind().equals(kind)));
        return ofCase(person).stream().filter(told -> told.kind().equals(kind)).findFirst().orElseThrow();
    }

    private List<NotificationView> ofCase(Actor person) {
        return notifications.of(person, null, 100, Locale.forLanguageTag("mn")).stream()
                .filter(told -> sale.number().equals(told.caseRef())).toList();
    }
}
