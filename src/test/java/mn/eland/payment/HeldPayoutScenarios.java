package mn.eland.payment;

import static mn.eland.payment.Payments.Purpose.DEPOSIT;
import static mn.eland.workflow.EngineScenario.values;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.Role;
import mn.eland.payment.collection.Findings;
import mn.eland.payment.payout.PayoutDesk;
import mn.eland.payment.release.HeldPayouts;
import mn.eland.payment.transfer.Holds.Hold;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Money leaves only for an account in the receiver's name, and what does not arrive is owed again. */
@PaymentTest
class HeldPayoutScenarios extends EscrowScenario {

    private static final String OTHER_IBAN = "MN580019999900001009";

    @Autowired HeldPayouts held;
    @Autowired Findings findings;
    @Autowired PayoutDesk desk;

    @Test
    void everyoneIsPaidOnlyAfterTheBankNamedTheHolderAndTheAnswerIsKept() {
        funded(DEPOSIT, Deal.DEPOSIT);

        refund();

        engine.assertThat(deal).isEnded();
        assertThat(bank.checked).contains(Deal.BUYER_IBAN);
        assertThat(bank.orders.get(0).toBank()).isEqualTo("050000");
        assertThat(jdbc.sql("select result from payment.name_checks where iban = ? order by id desc limit 1").param(Deal.BUYER_IBAN)
                .query(String.class).single()).isEqualTo("MATCHES");
    }

    @Test
    void anAccountOfSomebodyElseHoldsThePayOutUntilAnOfficerNamesOneOfTheReceiver() {
        funded(DEPOSIT, Deal.DEPOSIT);
        bank.holds(Deal.BUYER_IBAN, "Дашийн Хүслэн");

        refund();

        engine.assertThat(deal).isWaitingAt("refundBuyer");
        assertThat(bank.orders).isEmpty();
        assertThat(payments.escrow(deal).heldPayouts()).singleElement().satisfies(hold -> {
            assertThat(hold.to()).isEqualTo(Deal.BUYER);
            assertThat(hold.reason()).isEqualTo("OTHER_NAME");
        });
        var hold = hold();
        assertThat(hold.detail()).isEqualTo("Д••• Х•••");
        assertThat(held.correct(new Actor(Deal.BUYER, "Энхжин", Set.of()), hold.id(), OTHER_IBAN).refusal().code()).isEqualTo("ESCROW_OFFICERS_ONLY");
        assertThat(held.correct(new Actor(Deal.SELLER, "Тэмүүлэн", Set.of(Role.ESCROW_OFFICER)), hold.id(), OTHER_IBAN).refusal().code()).isEqualTo("OWN_DEAL");
        assertThat(held.correct(Deal.SUVD, hold.id(), "MN12").refusal().code()).isEqualTo("IBAN_INVALID");
        assertThat(held.correct(Deal.SUVD, hold.id(), OTHER_IBAN).refusal().code()).isEqualTo("ACCOUNT_OF_ANOTHER");

        bank.holds(OTHER_IBAN, "Б. Энхжин");
        held.correct(Deal.SUVD, hold.id(), OTHER_IBAN).get();
        engine.runJobs();

        engine.assertThat(deal).hasPassed("escrowRefunded").isEnded();
        assertThat(bank.paid(OTHER_IBAN)).isEqualTo(Deal.DEPOSIT);
        assertThat(payments.escrow(deal).heldPayouts()).isEmpty();
        assertThat(held.correct(Deal.SUVD, hold.id(), OTHER_IBAN).refusal().code()).isEqualTo("RECEIPT_DECIDED");
    }

    @Test
    void whoseAccountMayBeInOtherHandsIsPaidLaterAndIntoTheNewAccount() {
        funded(DEPOSIT, Deal.DEPOSIT);
        desk.stop(Deal.BUYER, clock.instant().plus(java.time.Duration.ofDays(1)));

        refund();

        engine.assertThat(deal).isWaitingAt("refundBuyer");
        assertThat(hold().reason().name()).isEqualTo("ACCOUNT_CHANGED");
        held.correct(Deal.SUVD, hold().id(), Deal.BUYER_IBAN).get();
        engine.runJobs();
        assertThat(bank.orders).as("no officer goes round the stop").isEmpty();

        bank.holds(OTHER_IBAN, "Баярын Энхжин");
        desk.payInto(Deal.BUYER, OTHER_IBAN);
        engine.runJobs();

        engine.assertThat(deal).hasPassed("escrowRefunded").isEnded();
        assertThat(bank.paid(OTHER_IBAN)).isEqualTo(Deal.DEPOSIT);
        assertThat(payments.escrow(deal).heldPayouts()).isEmpty();
    }

    @Test
    void anAccountThatDoesNotExistIsSaidOnceHoweverOftenTheStepTries() {
        funded(DEPOSIT, Deal.DEPOSIT);
        bank.holds(Deal.BUYER_IBAN, null);

        refund();
        var asked = bank.checked.size();
        engine.passes(java.time.Duration.ofMinutes(11));

        assertThat(hold().reason().name()).isEqualTo("NO_ACCOUNT");
        assertThat(bank.checked).hasSize(asked);
        assertThat(bank.orders).isEmpty();
    }

    @Test
    void aTransferThatComesBackIsOwedAgainAndSentAgainToACorrectedAccount() {
        funded(DEPOSIT, Deal.DEPOSIT);
        refund();
        var back = bank.givesBack(bank.orders.get(0), "Данс хаагдсан");

        statement.read();
        statement.read();

        assertThat(held()).isEqualTo(Deal.DEPOSIT);
        assertThat(payments.escrow(deal).refunded()).isEqualTo(Money.ZERO);
        assertThat(jdbc.sql("select state from payment.transfers where returned_record = ?").param(back.record()).query(String.class).single())
                .isEqualTo("RETURNED");
        var hold = hold();
        assertThat(hold.reason().name() + " " + hold.detail()).isEqualTo("RETURNED BUTSAALT Данс хаагдсан");
        held.sendDecided();
        assertThat(bank.orders).as("nothing is sent again by itself").hasSize(1);

        bank.holds(OTHER_IBAN, "Баярын Энхжин");
        held.correct(Deal.SUVD, hold.id(), OTHER_IBAN).get();
        freezes.freeze(deal);
        held.sendDecided();
        assertThat(bank.orders).as("nothing new leaves a frozen case").hasSize(1);
        freezes.lift(Deal.HEAD, deal, "Албаны шийдвэр 7");
        held.sendDecided();
        held.sendDecided();
        statement.read();

        assertThat(bank.paid(OTHER_IBAN)).isEqualTo(Deal.DEPOSIT);
        assertThat(held()).isZero();
        assertThat(payments.escrow(deal).refunded()).isEqualTo(Money.of(Deal.DEPOSIT));
        assertThat(payments.postings(deal)).extracting(Payments.PostingView::kind)
                .containsSequence("REFUND_PAID", "REFUND_CAME_BACK", "REFUND_SENT_AGAIN");
        assertThat(payments.escrow(deal).heldPayouts()).isEmpty();
    }

    @Test
    void anotherSumThanOrderedIsBookedOnceAndPutBeforeTheOfficers() {
        funded(DEPOSIT, Deal.DEPOSIT);
        bank.booksInstead(Deal.DEPOSIT - 1);
        bank.next(PlayedBank.Mood.TIMES_OUT_AFTER_BOOKING);

        refund();
        bank.down = false;
        engine.passes(java.time.Duration.ofMinutes(11));
        statement.read();

        engine.assertThat(deal).isEnded();
        assertThat(bank.orders).as("what is in the statement is not sent again").hasSize(1);
        assertThat(findings.open()).filteredOn(line -> line.description().contains(deal.number())).singleElement().satisfies(line -> {
            assertThat(line.problem()).isEqualTo("AMOUNT_DIFFERS");
            assertThat(line.amount().tugrug()).isEqualTo(Deal.DEPOSIT - 1);
            assertThat(line.ordered().tugrug()).isEqualTo(Deal.DEPOSIT);
        });
    }

    private void refund() {
        engine.start("refundEscrow", deal, values(Map.of("buyerId", Deal.BUYER.toString(), "sellerId", Deal.SELLER.toString(), "buyerPct", 100L, "sellerPct", 0L)));
        engine.runJobs();
    }

    private Hold hold() {
        CaseRef mine = deal;
        return held.list(Deal.SUVD).stream().filter(one -> mine.equals(one.caseRef())).findFirst().orElseThrow();
    }
}
