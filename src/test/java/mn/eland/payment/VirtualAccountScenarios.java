package mn.eland.payment;

import static mn.eland.payment.Payments.Purpose.BALANCE;
import static mn.eland.payment.Payments.Purpose.DEPOSIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Iban;
import mn.eland.kernel.Money;
import mn.eland.payment.collection.Unplaced.UnplacedView;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** Money sent to the account number that belongs to one deal alone. */
@PaymentTest
class VirtualAccountScenarios extends EscrowScenario {

    private static final String STRANGER_IBAN = "MN430005999900001009";
    private static final String GERMAN_IBAN = "DE89370400440532013000";

    @Test
    void theDealHasOneAccountWithTheNumberOfTheDealInIt() {
        collect(DEPOSIT, Deal.DEPOSIT);
        var account = payments.account(deal);

        assertThat(Iban.of("0005", "999900000001")).hasToString("MN020005999900000001");
        assertThat(Iban.isValid(account)).isTrue();
        assertThat(account.substring(4)).isEqualTo("0005" + "9981" + deal.number().substring(4, 6) + deal.number().substring(7));
        assertThat(payments.collections(deal)).extracting(Payments.CollectionView::iban).containsExactly(account);
        assertThat(payments.account(CaseRef.of("R" + deal.number().substring(1)))).isNotEqualTo(account);
        assertThatThrownBy(() -> jdbc.sql("insert into payment.virtual_accounts values ('A-2026-000001', ?, now())").param(account).update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from payment.virtual_accounts").update()).hasMessageContaining("append-only");
    }

    @Test
    void whatItReceivesIsTheDealsWhateverTheTextSays() {
        var other = transaction.execute(status -> workflow.nextNumber('S'));
        collections.open(other, DEPOSIT, Deal.BUYER, Money.of(Deal.DEPOSIT), clock.instant().plus(Duration.ofDays(2)));
        collect(DEPOSIT, Deal.DEPOSIT);

        bank.receivesAt(payments.account(deal), 10_000_000, other + "-D", Deal.BUYER_IBAN);
        bank.receivesAt(payments.account(deal), 10_000_000, other + "-T", Deal.BUYER_IBAN);
        bank.receivesAt(payments.account(deal), 8_500_000, "QPAY 12345", Deal.BUYER_IBAN);
        statement.read();

        eventually(() -> engine.assertThat(deal).hasPassed("escrowCollected").isEnded());
        assertThat(held()).isEqualTo(Deal.DEPOSIT);
        assertThat(payments.escrow(other).held().tugrug()).isZero();
    }

    @Test
    void theTextOfTheDepositIsForgivenWhenTheBalanceIsAskedFor() {
        funded(DEPOSIT, Deal.DEPOSIT);
        collections.open(deal, BALANCE, Deal.BUYER, Money.of(Deal.BALANCE), clock.instant().plus(Duration.ofDays(2)));

        bank.receivesAt(payments.account(deal), Deal.BALANCE, deal + "-D", Deal.BUYER_IBAN);
        statement.read();

        assertThat(held()).isEqualTo(Deal.PRICE);
    }

    @Test
    void whatIsTooMuchGoesBackAndAStrangerIsMarked() {
        collect(DEPOSIT, Deal.DEPOSIT);

        bank.receivesAt(payments.account(deal), Deal.DEPOSIT + 5_000, "mungu", STRANGER_IBAN);
        statement.read();
        unplaced.giveBackKnown();

        assertThat(held()).isEqualTo(Deal.DEPOSIT);
        assertThat(payments.escrow(deal).strangers()).singleElement().satisfies(paid -> assertThat(paid.waiting()).isFalse());
        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(5_000);
    }

    @Test
    void whatComesAfterTheTermGoesBackToTheBuyerAlsoFromAForeignAccount() {
        collections.open(deal, DEPOSIT, Deal.BUYER, Money.of(Deal.DEPOSIT), clock.instant().plus(Duration.ofDays(2)));
        collections.lapse(deal, DEPOSIT);

        bank.receivesAt(payments.account(deal), Deal.DEPOSIT, "late", GERMAN_IBAN);
        statement.read();

        assertThat(unplaced.list()).filteredOn(view -> deal.equals(view.caseRef())).extracting(UnplacedView::problem).containsExactly("AFTER_LAPSE");
        unplaced.giveBackKnown();
        assertThat(held()).isZero();
        assertThat(bank.paid(Deal.BUYER_IBAN)).isEqualTo(Deal.DEPOSIT);
    }

    @Test
    void aNumberOfNobodyWaitsForAnOfficerWhateverTheTextSays() {
        collect(DEPOSIT, Deal.DEPOSIT);
        var nobodys = Iban.of("0005", "998126999999").value();

        bank.receivesAt(nobodys, Deal.DEPOSIT, deal + "-D", Deal.BUYER_IBAN);
        bank.receivesAt(GERMAN_IBAN, 123, deal + "-D", Deal.BUYER_IBAN);
        statement.read();
        unplaced.giveBackKnown();

        assertThat(held()).isZero();
        assertThat(unplaced.list()).filteredOn(view -> (deal + "-D").equals(view.description()))
                .extracting(UnplacedView::problem, UnplacedView::virtualAccount)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("UNKNOWN_REFERENCE", nobodys), org.assertj.core.groups.Tuple.tuple("UNKNOWN_REFERENCE", GERMAN_IBAN));
    }

    @Test
    void aTextThatLooksLikeAReturnedTransferIsStillMoneyOfTheDeal() {
        funded(DEPOSIT, Deal.DEPOSIT);
        collections.open(deal, BALANCE, Deal.BUYER, Money.of(1_000), clock.instant().plus(Duration.ofDays(2)));
        bank.receives(700, "too much " + deal + "-D", Deal.BUYER_IBAN);
        statement.read();
        unplaced.giveBackKnown();
        var sent = bank.orders.get(bank.orders.size() - 1);

        bank.receivesAt(payments.account(deal), 700, "BUTSAALT CODE: " + sent.marker(), Deal.BUYER_IBAN);
        statement.read();

        assertThat(held()).isEqualTo(Deal.DEPOSIT + 700);
    }
}
