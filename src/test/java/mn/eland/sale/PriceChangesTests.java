package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.edge.SignIn;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.notification.Notifications;
import mn.eland.sale.pricing.PriceChanges;
import mn.eland.workflow.spi.TaskForm;
import mn.eland.workflow.spi.TaskForm.Fact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.context.WebApplicationContext;

/** A price that was approved is not changed by the word of one person alone, and nobody overwrites what he has not read. */
@ElandTest
class PriceChangesTests {

    private static final long PRICE = 285_000_000;

    @Autowired WebApplicationContext context;
    @Autowired Simulators simulators;
    @Autowired PriceChanges changes;
    @Autowired JdbcClient jdbc;
    private SaleWalk walk;
    private MockMvc mvc;

    @BeforeEach
    void walk() {
        walk = new SaleWalk(context, simulators);
        mvc = SignIn.mvc(context);
    }

    @Test
    void withinTheMarginAPriceCountsAtOnceAndBuyersAreTold() throws Exception {
        var listing = walk.publishedFlat(PRICE);
        var sale = walk.offer("enkhjin", listing, PRICE);
        var version = version(listing);

        ask(listing, "temuulen", 275_000_000, null).andExpect(status().isPreconditionRequired()).andExpect(jsonPath("$.code").value("IF_MATCH_MISSING"));
        ask(listing, "temuulen", 275_000_000, "\"999\"").andExpect(status().isPreconditionFailed()).andExpect(jsonPath("$.code").value("LISTING_CHANGED"));
        ask(listing, "enkhjin", 275_000_000, version).andExpect(status().isForbidden());
        ask(listing, "temuulen", 275_000_000, version).andExpect(status().isOk()).andExpect(header().string("ETag", not(version)))
                .andExpect(jsonPath("$.priceMnt").value(275_000_000)).andExpect(jsonPath("$.changes[0].state").value("AT_ONCE"));
        ask(listing, "munkhzul", 280_000_000, version).andExpect(status().isPreconditionFailed());

        assertThat(price(listing)).isEqualTo(Money.of(275_000_000));
        walk.until("the buyer is told", () -> told("enkhjin", sale.caseRef(), "Your offer stands as it is"));
        assertThat(walk.sales.timeline(walk.person("enkhjin"), sale).get()).extracting(Sales.TimelineEntry::what).contains("askingPriceChanged");
        assertThat(walk.view(sale).price()).as("an offer stands as it was made").isEqualTo(Money.of(PRICE));
    }

    @Test
    void manySmallStepsAreNoWayAroundTheSecondAgent() throws Exception {
        var listing = walk.publishedFlat(PRICE);
        ask(listing, "temuulen", 275_000_000, version(listing)).andExpect(status().isOk());

        ask(listing, "temuulen", 266_000_000, version(listing)).andExpect(status().isAccepted()).andExpect(jsonPath("$.priceMnt").value(275_000_000))
                .andExpect(jsonPath("$.approvedMnt").value(PRICE)).andExpect(jsonPath("$.waiting.toMnt").value(266_000_000));
        ask(listing, "munkhzul", 276_000_000, version(listing)).andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("PRICE_CHANGE_WAITING"));

        assertThat(review("munkhzul", listing, Map.of("decision", "APPROVE")).refusal().code()).as("the listing's own agent").isEqualTo("SAME_AGENT");
        assertThat(review("uyanga", listing, Map.of("decision", "SEND_BACK")).refusal().code()).isEqualTo("REASON_MISSING");
        assertThat(context.getBean("approvePrice", TaskForm.class).facts(walk.person("uyanga"), task("uyanga", listing)))
                .contains(Fact.of("sale.fact.priceNow", Money.of(275_000_000)), Fact.of("sale.fact.priceApproved", Money.of(PRICE)), Fact.of("sale.fact.priceStep", "-3 %"));
        assertThatThrownBy(() -> jdbc.sql("update sale.price_changes set state = 'APPROVED', reviewed_by = by_person where listing = ? and state = 'WAITING'")
                .param(listing.number()).update()).isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("nobody_approves_a_price_alone");
        walk.doTask("uyanga", listing, "approvePrice", Map.of("decision", "APPROVE"));

        assertThat(price(listing)).isEqualTo(Money.of(266_000_000));
        assertThat(changes.terms(walk.person("temuulen"), listing).get()).satisfies(terms -> {
            assertThat(terms.approved()).isEqualTo(Money.of(266_000_000));
            assertThat(terms.waiting()).isNull();
            assertThat(terms.history()).extracting(point -> point.price().tugrug()).containsSubsequence(PRICE, 275_000_000L, 266_000_000L);
        });
        walk.until("who asked is told", () -> told("temuulen", listing, "approved"));
    }

    @Test
    void thePageShowsTheMarginAndWhatWaits() throws Exception {
        var listing = walk.publishedFlat(PRICE);
        var path = "/properties/" + listing + "/price";
        mvc.perform(get("/properties/" + listing + "?lang=en").with(SignIn.as("temuulen"))).andExpect(content().string(containsString(path)));
        mvc.perform(get("/properties/" + listing + "?lang=en").with(SignIn.as("enkhjin"))).andExpect(content().string(not(containsString(path))));
        mvc.perform(get(path + "?lang=en").with(SignIn.as("temuulen"))).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Up to 5 %"), containsString(Money.of(270_750_000).toString()), not(containsString("??")))));
        send(path, "temuulen", "100", "999").andExpect(status().isPreconditionFailed())
                .andExpect(content().string(allOf(containsString("has changed since you looked"), containsString("value=\"100\""))));

        send(path, "temuulen", "200000000", version(listing).replace("\"", "")).andExpect(redirectedUrl(path));
        mvc.perform(get(path).with(SignIn.as("munkhzul"))).andExpect(content().string(allOf(containsString("Зөвшөөрөл хүлээж буй үнэ"), containsString(Money.of(200_000_000).toString()))));
        walk.doTask("uyanga", listing, "approvePrice", Map.of("decision", "SEND_BACK", "reason", "Зах зээлийн үнээс хэт доогуур байна"));
        mvc.perform(get(path).with(SignIn.as("temuulen"))).andExpect(content().string(containsString("Зах зээлийн үнээс хэт доогуур байна")));
        assertThat(price(listing)).isEqualTo(Money.of(PRICE));

        send(path, "munkhzul", "200000000", version(listing).replace("\"", "")).andExpect(redirectedUrl(path));
        mvc.perform(post(path + "/take-back").with(csrf()).with(SignIn.as("temuulen"))).andExpect(redirectedUrl(path));
        assertThat(walk.workflow.isOpen(listing, "approvePrice")).isFalse();
        assertThat(changes.takeBack(walk.person("temuulen"), listing).refusal().code()).isEqualTo("PRICE_CHANGE_UNKNOWN");
    }

    @Test
    void aHeldPropertyKeepsItsPriceAndAnEndedListingNeedsNone() throws Exception {
        var listing = walk.publishedFlat(PRICE);
        var sale = walk.offer("enkhjin", listing, PRICE);
        ask(listing, "temuulen", 200_000_000, version(listing)).andExpect(status().isAccepted());
        walk.accept(sale);
        walk.until("the property is held", () -> walk.register.listing(listing).orElseThrow().state().name().equals("RESERVED"));

        assertThat(review("uyanga", listing, Map.of("decision", "APPROVE")).refusal().code()).isEqualTo("PRICE_RESERVED");
        assertThat(walk.workflow.isOpen(listing, "approvePrice")).isTrue();
        ask(listing, "temuulen", 284_000_000, version(listing)).andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("PRICE_RESERVED"));

        walk.consents(sale);
        walk.untilStage(sale, "PRELIMINARY");
        walk.sales.withdraw(walk.person("enkhjin"), sale, "Санаагаа өөрчилсөн").get();
        walk.until("the property is free", () -> walk.register.listing(listing).orElseThrow().state().name().equals("PUBLISHED"));
        walk.until("the seller takes it back", () -> walk.sales.withdrawListing(walk.person("temuulen"), listing).isDone());
        walk.until("nobody has to look any more", () -> !walk.workflow.isOpen(listing, "approvePrice"));
        assertThat(changes.terms(walk.person("temuulen"), listing).get().changes().get(0).state()).isEqualTo("DROPPED");
        ask(listing, "temuulen", 284_000_000, version(listing)).andExpect(jsonPath("$.code").value("LISTING_STATE"));
    }

    private String version(CaseRef listing) throws Exception {
        return mvc.perform(get("/api/v1/properties/" + listing).with(SignIn.as("temuulen"))).andExpect(status().isOk()).andReturn().getResponse().getHeader("ETag");
    }

    private ResultActions ask(CaseRef listing, String who, long price, String version) throws Exception {
        var request = patch("/api/v1/properties/" + listing).contentType("application/json").content("{\"priceMnt\": " + price + "}")
                .header("Idempotency-Key", UUID.randomUUID()).with(SignIn.as(who));
        return mvc.perform(version == null ? request : request.header("If-Match", version));
    }

    private ResultActions send(String path, String who, String price, String seen) throws Exception {
        return mvc.perform(post(path + "?lang=en").param("price", price).param("seen", seen).with(csrf()).with(SignIn.as(who)));
    }

    private Outcome<Void> review(String name, CaseRef listing, Map<String, Object> answers) {
        return context.getBean("approvePrice", TaskForm.class).submit(walk.person(name), task(name, listing), answers);
    }

    private mn.eland.workflow.TaskView task(String name, CaseRef listing) {
        return walk.workflow.openTasks(walk.person(name), listing).stream().filter(task -> task.taskKey().equals("approvePrice")).findFirst().orElseThrow();
    }

    private Money price(CaseRef listing) {
        return walk.register.listing(listing).orElseThrow().price();
    }

    private boolean told(String name, CaseRef about, String words) {
        return context.getBean(Notifications.class).of(walk.person(name), null, 20, Locale.ENGLISH).stream()
                .anyMatch(news -> news.text().contains(about.number()) && news.text().contains(words));
    }
}
