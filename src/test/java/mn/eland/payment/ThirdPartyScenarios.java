package mn.eland.payment;

import static mn.eland.payment.Payments.Purpose.DEPOSIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import mn.eland.kernel.Actor;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import mn.eland.payment.collection.Unplaced.UnplacedView;
import org.junit.jupiter.api.Test;

/** Somebody else pays for the buyer. */
@PaymentTest
class ThirdPartyScenarios extends EscrowScenario {

    private static final String STRANGER_IBAN = "MN430005999900001009";
    private static final String SECOND_IBAN = "MN910015999900001003";
    private static final long ABOVE_LIMIT = 1_000_000_000_001L;
    private static final Actor COMPLIANCE = new Actor(PartyId.random(), "Тулга", Set.of(Role.COMPLIANCE));

    @Test
    void moneyOfAStrangerCountsAndIsMarked() {
        collect(DEPOSIT, Deal.DEPOSIT);

        bank.receives(Deal.DEPOSIT, deal + "-D", STRANGER_IBAN);
        statement.read();

        assertThat(held()).isEqualTo(Deal.DEPOSIT);
        assertThat(payments.inflows(deal)).extracting(Inflow::whose).containsExactly(Inflow.Whose.STRANGER);
        assertThat(payments.escrow(deal).strangers()).singleElement().satisfies(paid -> {
            assertThat(paid.payer()).isEqualTo("Д••• Х•••");
            assertThat(paid.waiting()).isFalse();
        });
    }

    @Test
    void anotherAccountInTheBuyersNameIsNoStranger() {
        collect(DEPOSIT, Deal.DEPOSIT);
        bank.holds(SECOND_IBAN, "B. ENKHJIN");

        bank.receives(Deal.DEPOSIT, deal + "-D", SECOND_IBAN);
        statement.read();

        assertThat(payments.inflows(deal)).extracting(Inflow::whose).containsExactly(Inflow.Whose.BUYER);
        assertThat(payments.escrow(deal).strangers()).isEmpty();
    }

    @Test
    void aLargeSumOfAStrangerWaitsForCompliance() {
        collect(DEPOSIT, ABOVE_LIMIT);
        bank.receives(ABOVE_LIMIT, deal + "-D", STRANGER_IBAN);
        statement.read();
        unplaced.giveBackKnown();
        var money = waiting(COMPLIANCE);

        assertThat(held()).isZero();
        assertThat(money.problem()).isEqualTo("THIRD_PARTY");
        assertThat(unplaced.strangersWaiting()).isPositive();
        assertThat(unplaced.place(Deal.SUVD, money.id(), deal, DEPOSIT).refusal().code()).isEqualTo("COMPLIANCE_DECIDES");
        assertThat(unplaced.giveBack(Deal.SUVD, money.id(), "Дашийн Хүслэн", STRANGER_IBAN).refusal().code()).isEqualTo("COMPLIANCE_DECIDES");
        unplaced.place(COMPLIANCE, money.id(), deal, DEPOSIT).get();

        assertThat(held()).isEqualTo(ABOVE_LIMIT);
        assertThat(payments.inflows(deal)).extracting(Inflow::whose).containsExactly(Inflow.Whose.STRANGER);
    }

    @Test
    void nothingGoesBackOutOfAFrozenCaseBeforeComplianceLetsIt() {
        collect(DEPOSIT, ABOVE_LIMIT);
        bank.receives(ABOVE_LIMIT, deal + "-D", STRANGER_IBAN);
        statement.read();
        var money = waiting(COMPLIANCE);
        freezes.freeze(deal);

        assertThat(waiting(COMPLIANCE).keptBack()).isTrue();
        assertThat(unplaced.giveBack(COMPLIANCE, money.id(), "Дашийн Хүслэн", STRANGER_IBAN).refusal().code()).isEqualTo("RETURN_KEPT_BACK");
        freezes.lift(Deal.HEAD, deal, "Шалгаж дууссан");
        unplaced.giveBack(COMPLIANCE, money.id(), "Дашийн Хүслэн", STRANGER_IBAN).get();
        freezes.freeze(deal);
        unplaced.giveBackKnown();
        assertThat(bank.paid(STRANGER_IBAN)).as("frozen again before it left").isZero();
        freezes.lift(Deal.HEAD, deal, "Шалгаж дууссан");
        unplaced.giveBackKnown();

        assertThat(bank.paid(STRANGER_IBAN)).isEqualTo(ABOVE_LIMIT);
    }

    @Test
    void whatIsPaidTwiceStaysWithAFrozenCase() {
        collect(DEPOSIT, Deal.DEPOSIT);
        bank.receives(Deal.DEPOSIT, deal + "-D", Deal.BUYER_IBAN);
        bank.receives(Deal.DEPOSIT, deal + "-D", Deal.BUYER_IBAN);
        statement.read();
        freezes.freeze(deal);

        unplaced.giveBackKnown();
        assertThat(bank.paid(Deal.BUYER_IBAN)).isZero();
        freezes.lift(Deal.HEAD, deal, "Шалгаж дууссан");
        unplaced.giveBackKnown();

        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(Deal.DEPOSIT);
        assertThat(held()).isEqualTo(Deal.DEPOSIT);
    }

    @Test
    void moneyGoesElsewhereThanItCameFromOnlyWhenComplianceAgrees() {
        bank.receives(55_002, "?", STRANGER_IBAN);
        statement.read();
        var money = unplaced.list().stream().filter(view -> view.amount().tugrug() == 55_002).findFirst().orElseThrow();
        bank.holds(SECOND_IBAN, "B. ENKHJIN");

        assertThat(unplaced.giveBack(Deal.SUVD, money.id(), "B. ENKHJIN", SECOND_IBAN).refusal().code()).isEqualTo("COMPLIANCE_ASKED");
        assertThat(unplaced.giveBack(Deal.SUVD, money.id(), "B. ENKHJIN", SECOND_IBAN).refusal().code()).isEqualTo("COMPLIANCE_DECIDES");
        assertThat(unplaced.list(COMPLIANCE).get()).anyMatch(view -> view.id() == money.id() && view.problem().equals("RETURN_ELSEWHERE"));
        unplaced.giveBackKnown();
        assertThat(bank.paid(SECOND_IBAN)).isZero();
        unplaced.giveBack(COMPLIANCE, money.id(), "B. ENKHJIN", SECOND_IBAN).get();
        unplaced.giveBackKnown();

        assertThat(bank.paid(SECOND_IBAN)).isEqualTo(55_002);
        assertThat(bank.paid(STRANGER_IBAN)).isZero();
    }

    @Test
    void complianceSeesNothingElse() {
        bank.receives(55_001, "hen negnii mungu", STRANGER_IBAN);
        statement.read();

        assertThat(unplaced.list(COMPLIANCE).get()).noneMatch(view -> view.amount().tugrug() == 55_001);
        assertThat(unplaced.findings(COMPLIANCE).get()).isEmpty();
    }

    private UnplacedView waiting(Actor actor) {
        return unplaced.list(actor).get().stream().filter(view -> deal.equals(view.caseRef())).findFirst().orElseThrow();
    }
}
