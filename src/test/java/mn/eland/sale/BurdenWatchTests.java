package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.edge.SignIn;
import mn.eland.kernel.Money;
import mn.eland.notification.Notifications;
import mn.eland.payment.Payments.Purpose;
import mn.eland.property.ListingView;
import mn.eland.sale.burden.BurdenWatch;
import mn.eland.sale.burden.Burdens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** Whole sales on whose property something comes overnight. */
@ElandTest
class BurdenWatchTests {

    @Autowired WebApplicationContext context;
    @Autowired Simulators simulators;
    @Autowired BurdenWatch watch;
    @Autowired Burdens burdens;
    private SaleWalk walk;

    @BeforeEach
    void walk() {
        walk = new SaleWalk(context, simulators);
    }

    @AfterEach
    void back() {
        simulators.allSwitchesOff();
        walk.clock.reset();
    }

    @Test
    void aMortgageOfTheNightHaltsTheSaleBeforeTheNotaryUntilItIsReleased() throws Exception {
        var sale = depositPaid("enkhjin", 231_000_000);
        watch.look();
        assertThat(burdens.of(sale.caseRef())).isEmpty();

        simulators.addMortgage(registryNo(sale));
        watch.look();
        assertThat(burdens.of(sale.caseRef())).as("once a night").isEmpty();
        walk.clock.passes(Duration.ofDays(1));
        watch.look();
        watch.look();

        assertThat(burdens.of(sale.caseRef()).orElseThrow().code()).isEqualTo("MORTGAGE");
        assertThat(page(sale, "enkhjin")).contains("The sale halts at its next step.");
        assertThat(page(sale, "munkhzul")).contains("A new burden stands on the property. Please have the seller remove it.");
        walk.until("the buyer is told", () -> context.getBean(Notifications.class).of(walk.person("enkhjin"), null, 20, java.util.Locale.ENGLISH)
                .stream().anyMatch(news -> news.text().contains("The sale halts until it is gone")));
        walk.payByQr("enkhjin", sale, Purpose.BALANCE);
        walk.until("the sale halts", () -> walk.workflow.steps(sale.caseRef()).stream().anyMatch(step -> step.activityId().equals("awaitBurden")));
        walk.doTask("munkhzul", sale.caseRef(), "answerBurden", Map.of("decision", "GONE", "note", "Банк чөлөөлнө гэсэн"));
        walk.until("the register is not content", () -> walk.workflow.isOpen(sale.caseRef(), "answerBurden"));
        simulators.releaseMortgage(registryNo(sale));
        walk.doTask("munkhzul", sale.caseRef(), "answerBurden", Map.of("decision", "GONE", "note", "Барьцаанаас чөлөөлсөн"));
        walk.untilStage(sale, "NOTARY");

        assertThat(burdens.of(sale.caseRef())).isEmpty();
        assertThat(walk.sales.timeline(walk.person("enkhjin"), sale).get()).extracting(Sales.TimelineEntry::what)
                .containsSubsequence("burdenFound", "burdenSaidGone", "burdenLifted");
    }

    @Test
    void aBurdenThatStaysEndsTheSaleByTheFaultOfTheSeller() {
        var sale = depositPaid("nomin", 232_000_000);
        simulators.addArrest(registryNo(sale));

        watch.look();
        walk.doTask("munkhzul", sale.caseRef(), "answerBurden", Map.of("decision", "STAYS", "note", "Шүүхийн шийдвэр гарсан"));
        walk.untilStage(sale, "CALLED_OFF");
        walk.until("the rule is written down", () -> walk.view(sale).depositCode() != null);

        assertThat(walk.view(sale).endReason()).isEqualTo("BURDEN_STANDS");
        assertThat(walk.view(sale).depositCode()).isEqualTo("RETURN_CC233_4");
        assertThat(walk.payments.escrow(sale.caseRef()).refunded()).isEqualTo(Money.of(23_200_000));
        assertThat(walk.payments.trialBalance().isHealthy()).isTrue();
    }

    @Test
    void nobodySeesToTheBurdenOfASaleThatWasWithdrawn() {
        var sale = depositPaid("enkhjin", 233_000_000);
        simulators.addArrest(registryNo(sale));
        watch.look();
        assertThat(walk.workflow.isOpen(sale.caseRef(), "answerBurden")).isTrue();

        walk.sales.withdraw(walk.person("temuulen"), sale, "Санаагаа өөрчилсөн").get();
        walk.untilStage(sale, "CALLED_OFF");

        walk.until("nobody is asked any more", () -> !walk.workflow.isOpen(sale.caseRef(), "answerBurden"));
        assertThat(walk.view(sale).endReason()).isEqualTo("SELLER_WITHDREW");
    }

    @Test
    void theOwnApplicationAtTheCounterIsNoBurdenAndAnArrestBesideItIs() {
        var sale = depositPaid("nomin", 234_000_000);
        walk.payByQr("nomin", sale, Purpose.BALANCE);
        walk.untilStage(sale, "NOTARY");
        walk.sign(sale, "temuulen", "nomin");
        walk.certify(sale);
        walk.untilStage(sale, "REGISTRATION");
        walk.until("the transfer is filed", () -> walk.register.filings(sale.caseRef()).stream().anyMatch(filing -> filing.filingNo() != null));

        watch.look();
        assertThat(burdens.of(sale.caseRef())).isEmpty();
        simulators.addArrest(registryNo(sale));
        walk.clock.passes(Duration.ofDays(1));
        watch.look();
        assertThat(burdens.of(sale.caseRef()).orElseThrow().code()).isEqualTo("ARREST");
        walk.doTask("munkhzul", sale.caseRef(), "answerBurden", Map.of("decision", "STAYS", "note", "Шүүхийн шийдвэр гарсан"));
        walk.untilStage(sale, "CALLED_OFF");
        walk.until("the rule is written down", () -> walk.view(sale).depositCode() != null);

        assertThat(walk.view(sale).endReason()).isEqualTo("BURDEN_STANDS");
        assertThat(walk.register.filings(sale.caseRef()).get(0).state()).isIn("WITHDRAWN", "REFUSED");
        assertThat(walk.payments.trialBalance().isHealthy()).isTrue();
        assertThat(walk.register.listing(walk.view(sale).listing()).orElseThrow().state()).isEqualTo(ListingView.State.PUBLISHED);
    }

    private String registryNo(SaleId sale) {
        return walk.view(sale).property().property().registryNo();
    }

    private SaleId depositPaid(String buyer, long price) {
        var sale = walk.offer(buyer, walk.publishedFlat(price), price);
        walk.accept(sale);
        walk.consents(sale);
        walk.untilStage(sale, "PRELIMINARY");
        walk.sign(sale, "temuulen", buyer);
        walk.payByQr(buyer, sale, Purpose.DEPOSIT);
        walk.untilStage(sale, "FUNDING");
        return sale;
    }

    private String page(SaleId sale, String name) throws Exception {
        return SignIn.mvc(context).perform(get("/deals/" + sale).header("Accept-Language", "en").with(SignIn.as(name))).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
