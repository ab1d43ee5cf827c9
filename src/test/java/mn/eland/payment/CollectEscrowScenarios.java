package mn.eland.payment;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static mn.eland.payment.Payments.Purpose.BALANCE;
import static mn.eland.payment.Payments.Purpose.DEPOSIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.IntStream;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.workflow.Values;
import mn.eland.kernel.Outcome;
import mn.eland.payment.collection.Findings;
import mn.eland.payment.collection.Unplaced.UnplacedView;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PaymentTest
class CollectEscrowScenarios extends EscrowScenario {

    @Autowired Findings findings;

    @Test
    void theDepositPaidByBankTransferEndsTheCollection() {
        collect(DEPOSIT, Deal.DEPOSIT);

        bank.receives(Deal.DEPOSIT, "denchin " + deal + "-D", Deal.BUYER_IBAN);
        statement.read();

        eventually(() -> engine.assertThat(deal).hasPassedInOrder("openCollection", "escrowFunded", "escrowCollected").isEnded());
        assertThat(held()).isEqualTo(Deal.DEPOSIT);
    }

    @Test
    void theDepositPaidByQrIsBookedAfterTheCallbackWasCheckedAtTheGateway() {
        collect(DEPOSIT, Deal.DEPOSIT);
        var invoice = qr(DEPOSIT);
        var token = gateway.callbacks.get(invoice).replaceAll(".*/", "");

        gateway.pays(invoice, Deal.DEPOSIT);
        assertThat(collections.hint(token)).isTrue();

        eventually(() -> engine.assertThat(deal).hasPassed("escrowCollected").isEnded());
        assertThat(held()).isEqualTo(Deal.DEPOSIT);
        assertThat(payments.collections(deal)).singleElement().satisfies(view -> assertThat(view.state()).isEqualTo("FUNDED"));
    }

    @Test
    void aForgedCallbackBooksNothing() {
        collect(DEPOSIT, Deal.DEPOSIT);
        var token = gateway.callbacks.get(qr(DEPOSIT)).replaceAll(".*/", "");

        collections.hint(token);

        assertThat(held()).isZero();
        assertThat(collections.hint("guessed")).isFalse();
    }

    @Test
    void aCallbackThatComesBeforeThePaymentIsVisibleIsFollowedUp() {
        collect(DEPOSIT, Deal.DEPOSIT);
        var invoice = qr(DEPOSIT);
        collections.hint(gateway.callbacks.get(invoice).replaceAll(".*/", ""));

        gateway.pays(invoice, Deal.DEPOSIT);
        clock.passes(ofMinutes(1));
        collections.askForHinted();

        assertThat(held()).isEqualTo(Deal.DEPOSIT);
    }

    @Test
    void whatIsToBeAskedLaterMayBeAskedAtOnce() {
        collect(DEPOSIT, Deal.DEPOSIT);
        var invoice = qr(DEPOSIT);
        collections.hint(gateway.callbacks.get(invoice).replaceAll(".*/", ""));
        gateway.pays(invoice, Deal.DEPOSIT);

        collections.hurry();
        collections.askForHinted();

        assertThat(held()).isEqualTo(Deal.DEPOSIT);
    }

    @Test
    void tenEqualCallbacksBookOnce() {
        collect(DEPOSIT, Deal.DEPOSIT);
        var invoice = qr(DEPOSIT);
        var token = gateway.callbacks.get(invoice).replaceAll(".*/", "");
        gateway.pays(invoice, Deal.DEPOSIT);

        IntStream.range(0, 10).parallel().forEach(n -> collections.hint(token));

        assertThat(held()).isEqualTo(Deal.DEPOSIT);
        assertThat(unplaced.list()).noneMatch(this::isOfThisDeal);
    }

    @Test
    void theInvoiceIsMadeOnceAndReused() {
        collect(DEPOSIT, Deal.DEPOSIT);

        var first = qr(DEPOSIT);
        var second = qr(DEPOSIT);

        assertThat(second).isEqualTo(first);
        assertThat(gateway.amounts).hasSize(1);
    }

    @Test
    void partsAreCountedUntilTheSumIsThereAndTheInvoiceFollows() {
        collect(DEPOSIT, Deal.DEPOSIT);
        var before = qr(DEPOSIT);

        bank.receives(20_000_000, deal + "-D", Deal.BUYER_IBAN);
        statement.read();
        var after = qr(DEPOSIT);

        assertThat(gateway.cancelled).contains(before);
        assertThat(gateway.amounts.get(after)).isEqualTo(8_500_000);
        engine.assertThat(deal).isNotEnded();
        gateway.pays(after, 8_500_000);
        payments.checkPayment(deal, DEPOSIT);
        eventually(() -> engine.assertThat(deal).hasPassed("escrowCollected").isEnded());
    }

    @Test
    void tooMuchIsGivenBackToTheBuyer() {
        collect(DEPOSIT, Deal.DEPOSIT);

        bank.receives(Deal.DEPOSIT + 1_500_000, deal + "-D", Deal.BUYER_IBAN);
        statement.read();
        unplaced.giveBackKnown();

        assertThat(held()).isEqualTo(Deal.DEPOSIT);
        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(1_500_000);
        assertThat(unplaced.list()).noneMatch(this::isOfThisDeal);
    }

    @Test
    void aSecondPaymentIsGivenBackOnceEvenWhenTheBankTimesOut() {
        collect(DEPOSIT, Deal.DEPOSIT);
        var invoice = qr(DEPOSIT);
        gateway.pays(invoice, Deal.DEPOSIT);
        payments.checkPayment(deal, DEPOSIT);
        bank.receives(Deal.DEPOSIT, deal + "-D", Deal.BUYER_IBAN);
        statement.read();

        bank.next(PlayedBank.Mood.TIMES_OUT_AFTER_BOOKING);
        unplaced.giveBackKnown();
        assertThat(unplaced.list()).anyMatch(this::isOfThisDeal);
        bank.down = false;
        unplaced.giveBackKnown();
        unplaced.giveBackKnown();

        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(Deal.DEPOSIT);
        assertThat(held()).isEqualTo(Deal.DEPOSIT);
        assertThat(unplaced.list()).noneMatch(this::isOfThisDeal);
    }

    @Test
    void nobodyPaysInTimeAndTheCollectionLapses() {
        collect(DEPOSIT, Deal.DEPOSIT);
        var invoice = qr(DEPOSIT);

        engine.passes(ofDays(3));

        engine.assertThat(deal).hasPassedInOrder("payTermOver", "withdrawInvoice", "askGatewayOnceMore", "lapseCollection", "paymentNotMade").isEnded();
        assertThat(gateway.cancelled).contains(invoice);
        assertThat(payments.payByQr(deal, DEPOSIT, new Actor(Deal.BUYER, "Энхжин", Set.of())).refusal().code()).isEqualTo("COLLECTION_CLOSED");
    }

    @Test
    void aPaymentInTheLastMinuteThatNobodyToldUsOfStillCounts() {
        collect(DEPOSIT, Deal.DEPOSIT);
        var invoice = qr(DEPOSIT);
        gateway.pays(invoice, Deal.DEPOSIT);

        engine.passes(ofDays(3));

        engine.assertThat(deal).hasPassed("lapseCollection", "escrowCollected").hasNotPassed("paymentNotMade").isEnded();
        assertThat(held()).isEqualTo(Deal.DEPOSIT);
    }

    @Test
    void whatComesAfterTheLapseGoesBack() {
        collect(DEPOSIT, Deal.DEPOSIT);
        engine.passes(ofDays(3));

        bank.receives(Deal.DEPOSIT, deal + "-D", Deal.BUYER_IBAN);
        statement.read();
        unplaced.giveBackKnown();

        assertThat(held()).isZero();
        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(Deal.DEPOSIT);
    }

    @Test
    void aLapsedCollectionCanBeOpenedAgain() {
        collect(BALANCE, Deal.BALANCE);
        bank.receives(100_000_000, deal + "-B", Deal.BUYER_IBAN);
        statement.read();
        collections.lapse(deal, BALANCE);

        collections.open(deal, BALANCE, Deal.BUYER, Money.of(Deal.BALANCE), clock.instant().plus(ofDays(7)));
        bank.receives(156_500_000, deal + "-B", Deal.BUYER_IBAN);
        statement.read();

        assertThat(held()).isEqualTo(Deal.BALANCE);
        assertThat(payments.collections(deal)).singleElement().satisfies(view -> assertThat(view.state()).isEqualTo("FUNDED"));
    }

    @Test
    void anUnknownReferenceWaitsForAnOfficerWhoPlacesIt() {
        collect(DEPOSIT, Deal.DEPOSIT);
        var line = bank.receives(Deal.DEPOSIT, "bairnii mungu", "MN430005999900001009");
        statement.read();
        unplaced.giveBackKnown();
        var waiting = unplaced.list().stream().filter(view -> view.amount().tugrug() == line.amountTugrug()).findFirst().orElseThrow();

        var placed = unplaced.place(Deal.SUVD, waiting.id(), deal, DEPOSIT);

        assertThat(waiting.problem()).isEqualTo("UNKNOWN_REFERENCE");
        assertThat(placed.isDone()).isTrue();
        assertThat(held()).isEqualTo(Deal.DEPOSIT);
        assertThat(unplaced.place(Deal.SUVD, waiting.id(), deal, DEPOSIT).isDone()).isFalse();
        eventually(() -> engine.assertThat(deal).hasPassed("escrowCollected").isEnded());
    }

    @Test
    void moneyWithoutAReferenceFromTheBuyersAccountWithTheExactSumIsRecognised() {
        collect(DEPOSIT, 28_500_123);

        bank.receives(28_500_123, "", Deal.BUYER_IBAN);
        statement.read();

        assertThat(held()).isEqualTo(28_500_123);
    }

    @Test
    void moneyOfAStrangerCanBeGivenBackByAnOfficer() {
        bank.receives(777_000, "?", "MN430005999900001009");
        statement.read();
        var waiting = unplaced.list().stream().filter(view -> view.amount().tugrug() == 777_000).findFirst().orElseThrow();

        assertThat(unplaced.giveBack(Deal.SUVD, waiting.id(), "Дашийн Хүслэн", "MN430005999900001008").refusal().code()).isEqualTo("IBAN_INVALID");
        unplaced.giveBack(Deal.SUVD, waiting.id(), "Дашийн Хүслэн", "MN43 0005 9999 0000 1009").get();
        unplaced.giveBackKnown();

        assertThat(bank.paid("MN430005999900001009")).isEqualTo(777_000);
    }

    @Test
    void moneyOfThePaymentNobodyToldUsOfIsAskedForBeforeItGoesAnywhere() {
        collect(DEPOSIT, Deal.DEPOSIT);
        var payment = gateway.pays(qr(DEPOSIT), Deal.DEPOSIT);
        gateway.down = true;
        var waiting = settled(payment);

        assertThat(unplaced.giveBack(Deal.SUVD, waiting.id(), "Дашийн Хүслэн", "MN430005999900001009").refusal().code()).isEqualTo("GATEWAY_UNAVAILABLE");
        gateway.down = false;
        assertThat(unplaced.giveBack(Deal.SUVD, waiting.id(), "Дашийн Хүслэн", "MN430005999900001009").refusal().code()).isEqualTo("SETTLEMENT_FOUND");
        unplaced.giveBackKnown();

        assertThat(held()).isEqualTo(Deal.DEPOSIT);
        assertThat(bank.paid("MN430005999900001009")).isZero();
        assertThat(unplaced.list()).noneMatch(view -> view.id() == waiting.id());
    }

    @Test
    void moneyThatIsOnItsWayBackStopsWhenItsPaymentComesToLight() {
        collect(DEPOSIT, Deal.DEPOSIT);
        var payment = gateway.pays(qr(DEPOSIT), Deal.DEPOSIT);
        gateway.unseen.add(payment);
        var waiting = settled(payment);
        unplaced.giveBack(Deal.SUVD, waiting.id(), "Дашийн Хүслэн", "MN430005999900001009").get();
        gateway.unseen.clear();

        unplaced.giveBackKnown();

        assertThat(held()).isEqualTo(Deal.DEPOSIT);
        assertThat(bank.paid("MN430005999900001009")).isZero();
    }

    @Test
    void moneyOfAPaymentTheGatewayDoesNotKnowIsGivenBack() {
        var waiting = settled("nobodys");
        unplaced.giveBack(Deal.SUVD, waiting.id(), "Дашийн Хүслэн", "MN430005999900001009").get();
        unplaced.giveBackKnown();

        assertThat(bank.paid("MN430005999900001009")).isEqualTo(Deal.DEPOSIT);
    }

    @Test
    void ofASettlementThatIsLargerThanThePaymentOnlyTheRestCanGoElsewhere() {
        collect(DEPOSIT, Deal.DEPOSIT);
        var payment = gateway.pays(qr(DEPOSIT), Deal.DEPOSIT);
        payments.checkPayment(deal, DEPOSIT);
        bank.receives(Deal.DEPOSIT + 300_000, "QPAY " + payment, "MN280015999900000003");
        statement.read();
        var rest = unplaced.list().stream().filter(view -> ("QPAY " + payment).equals(view.description())).findFirst().orElseThrow();
        unplaced.giveBack(Deal.SUVD, rest.id(), "Дашийн Хүслэн", "MN430005999900001009").get();
        unplaced.giveBackKnown();

        assertThat(bank.paid("MN430005999900001009")).isEqualTo(300_000);
        assertThat(held()).isEqualTo(Deal.DEPOSIT);
    }

    @Test
    void theSameHoldsWhenTheSettlementCameFirst() {
        collect(DEPOSIT, Deal.DEPOSIT);
        var payment = gateway.pays(qr(DEPOSIT), Deal.DEPOSIT);
        gateway.down = true;
        bank.receives(Deal.DEPOSIT + 300_000, "QPAY " + payment, "MN280015999900000003");
        statement.read();
        gateway.down = false;
        var whole = unplaced.list().stream().filter(view -> ("QPAY " + payment).equals(view.description())).findFirst().orElseThrow();

        assertThat(unplaced.giveBack(Deal.SUVD, whole.id(), "Дашийн Хүслэн", "MN430005999900001009").refusal().code()).isEqualTo("SETTLEMENT_FOUND");
        unplaced.giveBack(Deal.SUVD, whole.id(), "Дашийн Хүслэн", "MN430005999900001009").get();
        unplaced.giveBackKnown();

        assertThat(bank.paid("MN430005999900001009")).isEqualTo(300_000);
        assertThat(held()).isEqualTo(Deal.DEPOSIT);
    }

    private UnplacedView settled(String payment) {
        bank.receives(Deal.DEPOSIT, "QPAY " + payment, "MN280015999900000003");
        statement.read();
        return unplaced.list().stream().filter(view -> ("QPAY " + payment).equals(view.description())).findFirst().orElseThrow();
    }

    @Test
    void theGatewaysSettlementClearsItsAccountWhetherItComesBeforeOrAfterTheCallback() {
        collect(DEPOSIT, Deal.DEPOSIT);
        var invoice = qr(DEPOSIT);
        var payment = gateway.pays(invoice, Deal.DEPOSIT);

        bank.receives(Deal.DEPOSIT, "QPAY " + payment, "MN280015999900000003");
        statement.read();
        payments.checkPayment(deal, DEPOSIT);

        assertThat(held()).isEqualTo(Deal.DEPOSIT);
        assertThat(unplaced.list()).noneMatch(view -> view.amount().tugrug() == Deal.DEPOSIT);
        collect(BALANCE, Deal.BALANCE);
        var second = gateway.pays(qr(BALANCE), Deal.BALANCE);
        payments.checkPayment(deal, BALANCE);
        bank.receives(Deal.BALANCE, "QPAY " + second, "MN280015999900000003");
        statement.read();
        assertThat(held()).isEqualTo(Deal.PRICE);
        assertThat(unplaced.list()).noneMatch(view -> view.amount().tugrug() == Deal.BALANCE);
    }

    @Test
    void newsOfTheDepositToldTwiceDoesNotFundTheBalance() {
        collect(DEPOSIT, Deal.DEPOSIT);
        bank.receives(Deal.DEPOSIT, deal + "-D", Deal.BUYER_IBAN);
        statement.read();
        eventually(() -> engine.assertThat(deal).isEnded());

        collect(BALANCE, Deal.BALANCE);

        assertThat(news(DEPOSIT).refusal().code()).isEqualTo("NOT_WAITING");
        assertThat(news(BALANCE).isDone()).isTrue();
    }

    private Outcome<Void> news(Payments.Purpose purpose) {
        return workflow.tell(deal, "EscrowFunded", Values.of(PaymentVariables.PURPOSE, purpose), Values.none());
    }

    @Test
    void theStatementReadTwiceBooksOnce() {
        collect(DEPOSIT, Deal.DEPOSIT);
        bank.receives(10_000_000, deal + "-D", Deal.BUYER_IBAN);

        statement.read();
        transaction.executeWithoutResult(status -> org.springframework.test.util.ReflectionTestUtils.invokeMethod(statement, "moveTo", 0L));
        statement.read();

        assertThat(held()).isEqualTo(10_000_000);
    }

    @Test
    void whatNoRuleMayBookWaitsForAnEscrowOfficerWithItsReason() {
        collect(DEPOSIT, Deal.DEPOSIT);
        int before = unplaced.waiting();
        var correction = bank.corrects(bank.receives(10_000_000, deal + "-D", Deal.BUYER_IBAN));
        var left = bank.receives(-55_000, "unknown order", "MN430005999900001009");

        statement.read();

        assertThat(unplaced.findings(Deal.SUVD).get()).filteredOn(line -> line.record() >= correction.record()).satisfiesExactly(
                line -> assertThat(line.problem() + line.amount().tugrug() + line.incoming()).isEqualTo("CORRECTION10000000false"),
                line -> assertThat(line.problem() + line.amount().tugrug() + line.incoming()).isEqualTo("NO_ORDER55000false"));
        assertThat(unplaced.waiting()).isEqualTo(before + 2);
        assertThat(held()).as("nothing is booked by itself").isEqualTo(10_000_000);
        assertThat(findings.clear(new Actor(Deal.BUYER, "Энхжин", Set.of()), left.record(), "Шалгасан").refusal().code()).isEqualTo("ESCROW_OFFICERS_ONLY");
        assertThat(findings.clear(Deal.SUVD, left.record(), "  ").refusal().code()).isEqualTo("FINDING_NOTE");
        findings.clear(Deal.SUVD, correction.record(), "Банк буруу дансанд бичсэн").get();
        findings.clear(Deal.SUVD, left.record(), "Банкны шимтгэл").get();
        assertThat(findings.clear(Deal.SUVD, left.record(), "Банкны шимтгэл").refusal().code()).isEqualTo("RECEIPT_DECIDED");
        assertThat(unplaced.waiting()).isEqualTo(before);
    }

    @Test
    void aStrangerSeesNoCollection() {
        collect(DEPOSIT, Deal.DEPOSIT);
        var stranger = new Actor(PartyId.random(), "Хэн нэгэн", Set.of());

        assertThat(payments.collection(stranger, deal, DEPOSIT).refusal().code()).isEqualTo("COLLECTION_NOT_FOUND");
        assertThat(payments.payByQr(deal, DEPOSIT, stranger).refusal().code()).isEqualTo("COLLECTION_NOT_FOUND");
        assertThat(payments.payByQr(deal, DEPOSIT, Deal.SUVD).refusal().code()).isEqualTo("NOT_THE_PAYER");
    }

    @Test
    void theGatewayIsDownAndThePayerIsToldSo() {
        collect(DEPOSIT, Deal.DEPOSIT);
        gateway.down = true;

        assertThat(payments.payByQr(deal, DEPOSIT, new Actor(Deal.BUYER, "Энхжин", Set.of())).refusal().code()).isEqualTo("GATEWAY_UNAVAILABLE");
    }

    private boolean isOfThisDeal(UnplacedView view) {
        return deal.equals(view.caseRef());
    }
}
