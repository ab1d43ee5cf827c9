package mn.eland.payment;

import static mn.eland.payment.Payments.Purpose.BALANCE;
import static mn.eland.payment.Payments.Purpose.DEPOSIT;
import static mn.eland.workflow.EngineScenario.values;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mn.eland.payment.collection.Findings;
import mn.eland.payment.reconciliation.Reconciliation;
import mn.eland.payment.reconciliation.Reconciliation.DifferenceView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A day with a deposit, a payment by QR code and a refund; then something is planted that does not agree. */
@PaymentTest
class ReconciliationScenarios extends EscrowScenario {

    @Autowired Reconciliation reconciliation;
    @Autowired Findings findings;

    private static final int FAR_AWAY = 400;

    private LocalDate day;

    /** Each test has a day of its own, so that what others booked does not disturb it. */
    @BeforeEach
    void aNewDay() {
        clock.reset();
        clock.passes(Duration.ofDays(FAR_AWAY + jdbc.sql("select count(*) from payment.reconciliations").query(Integer.class).single()));
        day = clock.today();
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void aDayOnWhichEverythingAgreesIsBalanced() {
        aDayOfBusiness();

        var compared = reconciliation.compare(Deal.SUVD, day).get();

        assertThat(differences()).isEmpty();
        assertThat(compared.isBalanced()).isTrue();
        assertThat(compared.closing().minus(compared.opening())).isEqualTo(compared.in().minus(compared.out()));
        assertThat(compared.payments()).isOne();
        assertThat(compared.lines()).isEqualTo(2);
    }

    @Test
    void whatWasPlantedIsFoundOnceAndStaysSettled() {
        aDayOfBusiness();
        var line = bank.receives(5_000, "ded dansnii orlogo", null);
        statement.read();
        jdbc.sql("update payment.receipts set amount = 4000, excess = 4000 where external_id = ?").param("khan:" + line.record()).update();
        long left = jdbc.sql("select id from payment.transfers where case_no = ?").param(deal.number()).query(Long.class).single();
        jdbc.sql("update payment.transfers set amount = amount - 7 where id = ?").param(left).update();
        jdbc.sql("update payment.receipts set external_id = 'qpay:planted' where case_no = ? and channel = 'QPAY'").param(deal.number()).update();

        reconciliation.compare(Deal.SUVD, day).get();
        reconciliation.compare(Deal.SUVD, day).get();

        assertThat(differences()).extracting(DifferenceView::problem).containsExactly("AMOUNT_DIFFERS", "RECEIPT_DIFFERS",
                "QPAY_NOT_BOOKED", "QPAY_NOT_AT_GATEWAY");
        assertThat(differences().get(2).caseNumber()).isEqualTo(deal.number());
        assertThat(today(day).open()).isEqualTo(4);
        differences().forEach(one -> findings.clear(Deal.SUVD, one.finding(), "Банкаар шалгуулсан").get());
        assertThat(reconciliation.compare(Deal.SUVD, day).get().isBalanced()).isTrue();
        assertThat(differences()).hasSize(4).allSatisfy(one -> assertThat(one.note()).isEqualTo("Банкаар шалгуулсан"));
        jdbc.sql("update payment.transfers set amount = amount + 7 where id = ?").param(left).update();
    }

    @Test
    void aTransferAndAReceiptThatTheBankDoesNotKnowAreFound() {
        aDayOfBusiness();
        bank.forgets(line -> true);

        reconciliation.compare(Deal.SUVD, day).get();

        assertThat(differences()).extracting(DifferenceView::problem).containsExactly("TRANSFER_NOT_IN_STATEMENT", "RECEIPT_NOT_IN_STATEMENT");
    }

    @Test
    void balancesThatDoNotAddUpAreFound() {
        aDayOfBusiness();
        bank.loses(bank.receives(900, "alga bolson", null));

        reconciliation.compare(Deal.SUVD, day).get();

        assertThat(differences()).singleElement().satisfies(one -> {
            assertThat(one.problem()).isEqualTo("CLOSING_DIFFERS");
            assertThat(one.found().minus(one.expected()).tugrug()).isEqualTo(900);
        });
    }

    @Test
    void theNightComparesEveryDayThatIsOverOnce() {
        aDayOfBusiness();
        reconciliation.compare(Deal.SUVD, day).get();
        clock.passes(Duration.ofDays(2));

        reconciliation.compareDue();
        var ran = today(day).ranAt();
        reconciliation.compareDue();

        assertThat(today(day).ranBy()).as("a day compared while it ran is compared again").isNull();
        assertThat(today(day).ranAt()).isEqualTo(ran);
        assertThat(reconciliation.days(Deal.SUVD).get().get(0).day()).isEqualTo(day.plusDays(1));
        assertThat(reconciliation.days(Deal.HEAD).refusal().code()).isEqualTo("ESCROW_OFFICERS_ONLY");
        assertThat(reconciliation.compare(Deal.SUVD, day.plusDays(9)).refusal().code()).isEqualTo("DAY_NOT_OVER");
        bank.down = true;
        assertThat(reconciliation.compare(Deal.SUVD, day).refusal().code()).isEqualTo("BANK_UNAVAILABLE");
    }

    private void aDayOfBusiness() {
        funded(DEPOSIT, Deal.DEPOSIT);
        engine.start("refundEscrow", deal, values(Map.of("buyerId", Deal.BUYER.toString(), "sellerId", Deal.SELLER.toString(),
                "buyerPct", 100L, "sellerPct", 0L)));
        engine.runJobs();
        collections.open(deal, BALANCE, Deal.BUYER, mn.eland.kernel.Money.of(1_000), clock.instant().plus(Duration.ofDays(1)));
        gateway.pays(qr(BALANCE), 1_000);
        payments.checkPayment(deal, BALANCE);
    }

    private List<DifferenceView> differences() {
        return reconciliation.differences(Deal.SUVD, day).get();
    }

    private Reconciliation.DayView today(LocalDate wanted) {
        return reconciliation.days(Deal.SUVD).get().stream().filter(one -> one.day().equals(wanted)).findFirst().orElseThrow();
    }
}
