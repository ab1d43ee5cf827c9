package mn.eland.workflow.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mn.eland.ElandTest;
import mn.eland.edge.SignIn;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.PropertyId;
import mn.eland.property.PropertyView;
import mn.eland.sale.Sales;
import mn.eland.sale.deal.Deal;
import mn.eland.sale.diligence.Diligence;
import mn.eland.sale.diligence.Taxation;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Workflow;
import mn.eland.workflow.Workflow.StepView;
import mn.eland.workflow.Workflow.StepView.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** A value that a second person approved is what the next case is decided by, without a restart. */
@ElandTest
class ApprovedParameterTests {

    private static final String THRESHOLD = "aml.cash.threshold";
    private static final String OF_THE_LAW = "20000000";
    private static final String VALIDITY = "offer.validity";
    private static final String USUALLY = "P3D";
    private static final String TAX = "tax.sale.resident";
    private static final String TWO_PERCENT = "0.02";
    private static final String FREE_PLOT = "land.free.capital.ha";
    private static final String SEVEN_HUNDREDTHS = "0.07";
    private static final String ZOLJARGAL = "00000000-0000-0000-0000-00000000000c";

    @Autowired WebApplicationContext context;
    @Autowired Workflow workflow;
    @Autowired Sales sales;
    @Autowired Taxation taxation;
    @Autowired Diligence diligence;
    @Autowired TransactionTemplate transaction;
    private Actor analyst;
    private Actor operator;

    @BeforeEach
    void people() {
        analyst = SignIn.actor(context, "egshiglen");
        operator = SignIn.actor(context, "telmen");
    }

    @AfterEach
    void asTheLawSays() {
        set(THRESHOLD, OF_THE_LAW);
        set(VALIDITY, USUALLY);
        set(TAX, TWO_PERCENT);
        set(FREE_PLOT, SEVEN_HUNDREDTHS);
    }

    @Test
    void theNextPersonIsLookedAtFromTheNewSumOn() {
        var before = identified(15_000_000);
        await().atMost(Duration.ofSeconds(60)).until(() -> has(before, "recordCare"));
        assertThat(has(before, "reviewIdentity")).isFalse();

        set(THRESHOLD, "10000000");
        var after = identified(15_000_000);

        await().atMost(Duration.ofSeconds(60)).until(() -> workflow.isOpen(after, "reviewIdentity"));
        transaction.executeWithoutResult(done -> workflow.cancel(after, "looked at"));
    }

    @Test
    void theNextOfferBindsAsLongAsIsUsualByThen() {
        assertThat(sales.offerRange().usualDays()).isEqualTo(3);

        set(VALIDITY, "P4D");

        assertThat(sales.offerRange().usualDays()).isEqualTo(4);
    }

    @Test
    void theNextSaleIsTaxedAtTheNewRate() {
        assertThat(taxRate()).isEqualTo(0.02);

        set(TAX, "0.01");

        assertThat(taxRate()).isEqualTo(0.01);
    }

    @Test
    void theNextPlotIsMeasuredByTheNewSize() {
        assertThat(diligence.eligibility(PartyId.of(ZOLJARGAL), flat()).raw()).containsEntry("freeCapitalHa", 0.07);

        set(FREE_PLOT, "0.05");

        assertThat(diligence.eligibility(PartyId.of(ZOLJARGAL), flat()).raw()).containsEntry("freeCapitalHa", 0.05);
    }

    private static PropertyView flat() {
        return new PropertyView(new PropertyId(new UUID(1, 1)), "Ү-2299000001", "000000101", null, PropertyView.Kind.APARTMENT, 62, 3, 7, 12,
                2015, "SBD", 1, "Сөүлийн гудамж 12", 47.9, 106.9);
    }

    private Object taxRate() {
        var deal = new Deal(CaseRef.of("S-2026-000001"), flat(), PartyId.of(ZOLJARGAL), new PartyId(new UUID(0, 3)), null, Money.of(285_000_000),
                Money.of(285_000_000), null, 0, Instant.EPOCH, List.of());
        return workflow.decide("saleTax", taxation.seller(deal).raw()).get(0).get("taxRate");
    }

    private void set(String key, String value) {
        transaction.executeWithoutResult(status -> {
            var proposed = workflow.proposeParameter(analyst, key, value, "Хуулийн дагуу шинэчилсэн");
            if (proposed.isDone()) {
                workflow.decideParameter(operator, proposed.get().id(), true, null).get();
            }
        });
    }

    /** Half of the sum comes in cash. */
    private CaseRef identified(long amount) {
        return transaction.execute(status -> {
            var number = workflow.nextNumber('N');
            workflow.start("identifyParty", number, EngineScenario.values(Map.of("partyId", ZOLJARGAL, "amountMnt", amount, "cashShare", 0.5)));
            return number;
        });
    }

    private boolean has(CaseRef number, String step) {
        return workflow.steps(number).stream().filter(one -> one.activityId().equals(step)).map(StepView::state).anyMatch(state -> state != State.WAITING);
    }
}
