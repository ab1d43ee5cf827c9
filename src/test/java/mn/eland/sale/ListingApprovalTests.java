package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.notification.Notifications;
import mn.eland.property.PropertyRegister.ListingDraft;
import mn.eland.sale.listing.Approvals;
import mn.eland.sale.listing.Valuation;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import mn.eland.workflow.spi.TaskForm.Fact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No listing comes to the market by the word of one agent alone. */
@ElandTest
class ListingApprovalTests {

    @Autowired ApplicationContext context;
    @Autowired Simulators simulators;
    @Autowired Approvals approvals;
    @Autowired JdbcClient jdbc;
    private SaleWalk walk;

    @BeforeEach
    void walk() {
        walk = new SaleWalk(context, simulators);
    }

    @Test
    void whoPreparedAListingDoesNotApproveItAndTheDatabaseSaysSoToo() {
        var listing = prepared(285_000_000);
        var own = review("munkhzul", listing, Map.of("decision", "APPROVE"));

        assertThat(own.refusal().code()).isEqualTo("SAME_AGENT");
        assertThat(walk.workflow.isOpen(listing, "approveListing")).isTrue();
        assertThatThrownBy(() -> jdbc.sql("update sale.preparations set approved = true, reviewed_at = at, reviewed_by = by_party where listing = ?")
                .param(listing.number()).update()).isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("nobody_approves_alone");
    }

    @Test
    void theSecondAgentSeesWhatSimilarFlatsMakeItWorth() {
        similarWereSold();
        var listing = prepared(1_300_000_000, 310);
        var facts = facts("uyanga", listing, "approveListing");

        var worth = approvals.last(listing).orElseThrow().valuation();
        assertThat(worth).isEqualTo(new Valuation(Money.of(1_240_000_000), Money.of(1_317_500_000), Money.of(1_395_000_000), 9));
        assertThat(facts).extracting(Fact::labelKey).contains("sale.fact.title", "sale.fact.preparedBy", "register.fact.found");
        assertThat(facts).contains(Fact.of("sale.fact.valuationLow", worth.low()), Fact.of("sale.fact.valuationHigh", worth.high()),
                Fact.of("sale.fact.comparables", String.valueOf(worth.comparables())));
    }

    @Test
    void aPriceOutsideTheRangeIsMarked() {
        similarWereSold();
        var facts = facts("uyanga", prepared(900_000_000, 310), "approveListing");

        assertThat(facts).filteredOn(fact -> fact.labelKey().equals("sale.fact.asked")).extracting(Fact::tone).containsExactly("danger");
    }

    @Test
    void aListingSentBackIsPreparedAgainByWhoLearnsTheReason() {
        var listing = walk.mandatedFlat(285_000_000);
        walk.doTask("munkhzul", listing, "prepareListing", Map.of("decision", "PUBLISH", "share", "1/2"));
        var silent = review("uyanga", listing, Map.of("decision", "SEND_BACK"));
        assertThat(silent.refusal().code()).isEqualTo("REASON_MISSING");

        walk.doTask("uyanga", listing, "approveListing", Map.of("decision", "SEND_BACK", "reason", "Талбай гэрчилгээнээс зөрж байна"));

        assertThat(facts("munkhzul", listing, "prepareListing"))
                .contains(new Fact("sale.fact.sentBack", "Талбай гэрчилгээнээс зөрж байна", "danger"));
        var task = task("munkhzul", listing, "prepareListing");
        assertThat(context.getBean("prepareListing", TaskForm.class).prefill(walk.person("munkhzul"), task)).containsEntry("share", "1/2");
        walk.until("the first agent is told", () -> context.getBean(Notifications.class)
                .of(walk.person("munkhzul"), null, 20, java.util.Locale.ENGLISH).stream().anyMatch(news -> news.text().contains(listing.number())
                        && news.text().contains("Талбай")));
        walk.doTask("munkhzul", listing, "prepareListing", Map.of("decision", "PUBLISH"));
        walk.doTask("uyanga", listing, "approveListing", Map.of("decision", "APPROVE"));
        walk.until("the listing is published", () -> walk.register.listing(listing).orElseThrow().state().isPublic());
        assertThat(jdbc.sql("select approved from sale.preparations where listing = ? order by id").param(listing.number()).query(Boolean.class).list())
                .isEqualTo(List.of(false, true));
    }

    @Test
    void anotherAgentDoesNotListThePropertyASecondTime() {
        var first = walk.register.listing(walk.mandatedFlat(285_000_000)).orElseThrow();
        var flat = first.property();
        var again = new ListingDraft(first.seller(), walk.person("uyanga").party(), flat.registryNo().replace("Ү-", "y"), flat.certificateNo(), null,
                flat.kind(), flat.areaM2(), flat.rooms(), flat.floor(), flat.floors(), flat.yearBuilt(), flat.district(), flat.khoroo(), flat.address(),
                null, null, "Дахин", "", Money.of(250_000_000));

        assertThat(walk.sales.mandate(walk.person("uyanga"), again).refusal().code()).isEqualTo("PROPERTY_LISTED");

        prepared(first.number());
        walk.doTask("uyanga", first.number(), "approveListing", Map.of("decision", "APPROVE"));
        walk.until("the listing is published", () -> walk.register.listing(first.number()).orElseThrow().state().isPublic());
        assertThat(walk.sales.mandate(walk.person("uyanga"), again).refusal().code()).isEqualTo("PROPERTY_LISTED");
    }

    @Test
    void tooFewSimilarFlatsMakeNoRange() {
        var listing = prepared(1_300_000_000, 510);
        var worth = approvals.last(listing).orElseThrow().valuation();

        assertThat(worth).isEqualTo(new Valuation(null, null, null, 0));
        assertThat(facts("uyanga", listing, "approveListing")).extracting(Fact::labelKey).contains("sale.fact.valuation");
    }

    /** Nine flats from 3.75 to 4.75 million a square metre, of a size that no other test sells. */
    private void similarWereSold() {
        boolean known = jdbc.sql("select exists (select from property.transfers where area_m2 = 310)").query(Boolean.class).single();
        for (int i = 0; i < 9 && !known; i++) {
            jdbc.sql("insert into property.transfers (district, kind, area_m2, rooms, year_built, price, transferred_on) values ('SBD', 'APARTMENT', 310, 8, 2012, ?, ?)")
                    .params(310 * (3_750_000 + i * 125_000L), walk.clock.today().minusDays(10 + i)).update();
        }
    }

    private CaseRef prepared(long price) {
        return prepared(walk.mandatedFlat(price));
    }

    private CaseRef prepared(long price, int areaM2) {
        var listing = walk.mandatedFlat(price);
        jdbc.sql("update property.properties set area_m2 = ? where id = ?").params(areaM2, walk.register.listing(listing).orElseThrow().property().id().value()).update();
        return prepared(listing);
    }

    private CaseRef prepared(CaseRef listing) {
        walk.doTask("munkhzul", listing, "prepareListing", Map.of("decision", "PUBLISH"));
        return listing;
    }

    private Outcome<Void> review(String name, CaseRef listing, Map<String, Object> answers) {
        return context.getBean("approveListing", TaskForm.class).submit(walk.person(name), task(name, listing, "approveListing"), answers);
    }

    private List<Fact> facts(String name, CaseRef listing, String key) {
        return context.getBean(key, TaskForm.class).facts(walk.person(name), task(name, listing, key));
    }

    private TaskView task(String name, CaseRef listing, String key) {
        walk.until(key + " waits", () -> walk.workflow.isOpen(listing, key));
        return walk.workflow.openTasks(walk.person(name), listing).stream().filter(task -> task.taskKey().equals(key)).findFirst().orElseThrow();
    }
}
