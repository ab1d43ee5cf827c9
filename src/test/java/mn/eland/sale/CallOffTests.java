package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mn.eland.contract.Contracts;
import mn.eland.contract.DocumentKind;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.PropertyId;
import mn.eland.notarization.Notarizations;
import mn.eland.notarization.Notarizations.NotarizationView;
import mn.eland.payment.Payments;
import mn.eland.payment.dispute.DisputedMoney;
import mn.eland.property.PropertyRegister;
import mn.eland.sale.financing.Financing;
import mn.eland.sale.financing.Loans;
import mn.eland.sale.papers.Charges;
import mn.eland.sale.rescission.RescissionTerms;
import mn.eland.sale.suspicion.Suspicions;
import mn.eland.sale.watch.Supervision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationEventPublisher;

/** Whose fault it is that a sale ends. */
class CallOffTests {

    private static final SaleId SALE = SaleId.of("S-2026-000001");
    private static final PartyId SELLER = new PartyId(new UUID(0, 1));
    private static final PartyId BUYER = new PartyId(new UUID(0, 3));

    private final ElandClock clock = new ElandClock();
    private final SaleStore store = mock(SaleStore.class);
    private final Contracts contracts = mock(Contracts.class);
    private final Notarizations notarizations = mock(Notarizations.class);
    private final Loans loans = mock(Loans.class);
    private final RescissionTerms rescission = mock(RescissionTerms.class);
    private final SaleProcess process = mock(SaleProcess.class);
    private final Payments payments = mock(Payments.class);
    private final DisputedMoney disputed = mock(DisputedMoney.class);
    private final Charges charges = mock(Charges.class);
    private final CallOff callOff = new CallOff(store, mock(SaleFile.class), process, mock(PropertyRegister.class), contracts, payments, disputed, notarizations,
            mock(Supervision.class), mock(Suspicions.class), loans, rescission, charges, mock(ApplicationEventPublisher.class), clock);

    /** The contract is withdrawn when the time to accept it is over, and is no current document of the case any more. */
    @ParameterizedTest
    @CsvSource({"1, SELLER", "3, BUYER", "1 3, NONE"})
    void whoDidNotAcceptAContractThatIsWithdrawnIsAtFault(String missing, String fault) {
        var contract = UUID.randomUUID();
        var unwilling = Arrays.stream(missing.split(" ")).map(n -> new PartyId(new UUID(0, Long.parseLong(n)))).toList();
        when(store.lock(SALE)).thenReturn(atTheNotary());
        when(loans.of(SALE.caseRef())).thenReturn(Financing.own());
        when(notarizations.notarization(SALE.caseRef())).thenReturn(Optional.of(notAccepted(contract)));
        when(contracts.document(contract)).thenReturn(Optional.of(new Contracts.DocumentView(contract, SALE.caseRef(), DocumentKind.SALE_CONTRACT,
                1, "", "", 1, clock.instant(), "", "VOID", List.of(), unwilling)));

        var facts = callOff.assessFault(SALE, "NotaryRefused").raw();

        assertThat(facts).containsEntry("endReason", "NOT_SIGNED").containsEntry("faultParty", fault);
    }

    @Test
    void aSaleThatBothHaveEndedIsNobodysFaultAndItsDepositTheirsToDivide() {
        when(store.lock(SALE)).thenReturn(atTheNotary());
        when(loans.of(SALE.caseRef())).thenReturn(Financing.own());
        when(rescission.agreedPct(SALE.caseRef())).thenReturn(Optional.of(40));

        var facts = callOff.assessFault(SALE, "RescissionAgreed").raw();

        assertThat(facts).containsEntry("endReason", "MUTUAL").containsEntry("faultParty", "NONE");
        assertThat(callOff.agreedShare(SALE, "MUTUAL")).contains(40L);
        assertThat(callOff.agreedShare(SALE, "FREEZE")).isEmpty();
    }

    @Test
    void whatDisputesHaveTakenOfTheDepositAndTheNotaryHasEarnedIsNotPromised() {
        when(loans.of(SALE.caseRef())).thenReturn(Financing.own());
        when(process.ask(eq("depositOutcome"), anyMap())).thenReturn(Map.of("depositCode", "FORFEIT_CC233_3", "sellerPct", 100L, "extraPenalty", "NONE"));
        when(payments.escrow(SALE.caseRef())).thenReturn(new Payments.EscrowView(SALE.caseRef(), Money.of(196_000_000), Money.ZERO, Money.ZERO, Money.ZERO,
                Money.of(4_000_000), List.of(), List.of(), List.of()));
        when(disputed.taken(SALE.caseRef())).thenReturn(Money.of(4_000_000));
        when(charges.owedToNotary(SALE.caseRef())).thenReturn(Money.of(100_000));

        var follows = callOff.consequences(atTheNotary(), "PartyWithdrew", BUYER);

        assertThat(follows).returns(Money.of(16_000_000), Sales.Consequences::toSeller).returns(Money.of(179_900_000), Sales.Consequences::backToBuyer)
                .returns(Money.of(100_000), Sales.Consequences::toNotary);
    }

    private Sale atTheNotary() {
        var subject = new Sale.Subject(SALE.caseRef(), new PropertyId(new UUID(1, 1)), "", "SBD", "", "APARTMENT", Money.of(200_000_000));
        var people = new Sale.People(SELLER, "", BUYER, "", null, null);
        var sale = Sale.open(SALE, subject, people, new Sale.Terms(10, null, null, 0, false, false), Money.of(200_000_000), Duration.ofDays(5), clock.instant());
        sale.accept(clock.instant());
        sale.reach(Sale.Stage.NOTARY, clock.instant());
        return sale;
    }

    private NotarizationView notAccepted(UUID contract) {
        var request = new Notarizations.Request(contract, "", "SBD", Money.of(200_000_000), SELLER, BUYER, false, 1, false, false, false, false);
        return new NotarizationView(SALE.caseRef(), request, NotarizationView.State.REFUSED, null, null, null, null, clock.instant(),
                "NOT_ACCEPTED", null, null, List.of());
    }
}
