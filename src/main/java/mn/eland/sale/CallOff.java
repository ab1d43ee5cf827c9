package mn.eland.sale;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mn.eland.contract.Contracts;
import mn.eland.contract.DocumentKind;
import mn.eland.contract.VoidReason;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.notarization.Notarizations;
import mn.eland.payment.Payments;
import mn.eland.payment.dispute.DisputedMoney;
import mn.eland.property.ListingView;
import mn.eland.property.PropertyRegister;
import mn.eland.sale.Sales.Consequences;
import mn.eland.sale.financing.Loans;
import mn.eland.sale.papers.Charges;
import mn.eland.sale.rescission.RescissionTerms;
import mn.eland.sale.suspicion.Suspicions;
import mn.eland.sale.watch.Supervision;
import mn.eland.workflow.Values;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a sale ends without a transfer: why, by whose fault, and what becomes of the money and the property. */
@Component
@Transactional
class CallOff {

    /** Why a notary refuses, where the reason lies with the seller's right or papers and not with the buyer. */
    private static final Set<String> TITLE_REASONS = Set.of("ENCUMBERED", "ARREST", "EXPIRED_REFERENCE", "NO_AUTHORITY");

    private static final Set<DocumentKind> CONTRACTS = Set.of(DocumentKind.PRELIMINARY_CONTRACT, DocumentKind.SALE_CONTRACT);

    private static final Fault BLOCKED = new Fault("BLOCK", "NONE", "CONDITIONS");

    /** The seller owes a second deposit; the contract is the title to it, because the money was never in escrow. */
    private static final String OWED_AGAIN = "RETURN_DOUBLE";
    private final SaleStore store;
    private final SaleFile file;
    private final SaleProcess process;
    private final PropertyRegister register;
    private final Contracts contracts;
    private final Payments payments;
    private final DisputedMoney disputed;
    private final Notarizations notarizations;
    private final Supervision supervision;
    private final Suspicions suspicions;
    private final Loans loans;
    private final RescissionTerms rescission;
    private final Charges charges;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    CallOff(SaleStore store, SaleFile file, SaleProcess process, PropertyRegister register, Contracts contracts, Payments payments,
            DisputedMoney disputed, Notarizations notarizations, Supervision supervision, Suspicions suspicions, Loans loans, RescissionTerms rescission, Charges charges, ApplicationEventPublisher events, ElandClock clock) {
        this.store = store;
        this.file = file;
        this.process = process;
        this.register = register;
        this.contracts = contracts;
        this.payments = payments;
        this.disputed = disputed;
        this.notarizations = notarizations;
        this.supervision = supervision;
        this.suspicions = suspicions;
        this.loans = loans;
        this.rescission = rescission;
        this.charges = charges;
        this.events = events;
        this.clock = clock;
    }

    /** The inputs of the table {@code depositOutcome} besides the clauses of the contract. */
    record Fault(String reason, String faultParty, String outcome) {

        Map<String, Object> inputs(boolean contractDouble, boolean financeClause, boolean bound) {
            return Map.of("endReason", reason, "faultParty", faultParty, "contractDouble", contractDouble, "financeClause", financeClause, "signed", bound);
        }
    }

    /** Ends a negotiation that led to nothing. */
    void closeNegotiation(SaleId id, String endCode) {
        var sale = store.lock(id);
        var gone = register.listing(sale.subject().listing()).map(ListingView::state).filter(ListingView.State.SOLD::equals).isPresent();
        end(sale, endCode.equals("ListingGone") ? gone ? "SOLD_TO_ANOTHER" : "LISTING_CLOSED" : snake(endCode));
        register.release(sale.subject().property(), sale.caseRef());
        ended(sale);
    }

    /** Says why the sale ends and who is at fault; from here on nothing else can happen to it. */
    Values assessFault(SaleId id, String endCode) {
        var sale = store.lock(id);
        boolean bound = sale.isBound();
        var fault = supervision.isFrozen(sale.caseRef()) ? BLOCKED : fault(sale, endCode, sale.state().withdrawnBy());
        end(sale, reason(sale, endCode, bound));
        if (endCode.equals("IdentityRejected")) {
            suspicions.sanctioned(sale.caseRef());
        }
        return Values.none().withFact(SaleVariables.END_REASON, fault.reason).withFact(SaleVariables.FAULT_PARTY, fault.faultParty)
                .withFact(SaleVariables.CONTRACT_DOUBLE, sale.terms().doubleDeposit()).withFact(SaleVariables.FINANCE_CLAUSE, loans.of(sale.caseRef()).clause())
                .withFact(SaleVariables.SIGNED, bound).with(SaleVariables.END_OUTCOME, fault.outcome);
    }

    private Fault fault(Sale sale, String endCode, PartyId withdrawnBy) {
        boolean bound = sale.isBound();
        return switch (endCode) {
            case "TitleStopped", "CureOverdue", "PayoffNotCovered" -> new Fault("TITLE_STOP", "NONE", "CONDITIONS");
            case "BurdenStands" -> new Fault("TITLE_STOP", "SELLER", "DEFAULTED");
            case "RegistrationRefused" -> new Fault("TITLE_STOP", "NONE", "REFUSED");
            case "ConsentRefused", "ConsentWithheld", "PriorityExercised" -> new Fault("CONSENT_REFUSED", "NONE", "CONDITIONS");
            case "RiskBlocked" -> BLOCKED;
            case "NotaryRefused" -> isUnsigned(sale) ? new Fault("NOT_SIGNED", unwilling(sale), "DEFAULTED")
                    : new Fault(notaryReason(sale), "NONE", "REFUSED");
            case "RescissionAgreed" -> new Fault("MUTUAL", "NONE", "WITHDRAWN");
            case "PartyDied", "PartyIncapable", "PropertyDestroyed" -> new Fault("FORCE_MAJEURE", "NONE", "CONDITIONS");
            case "DeadlinePassed" -> new Fault(bound ? "OVERDUE" : "NOT_BOUND", "NONE", "DEFAULTED");
            case "FinanceRefused" -> loans.of(sale.caseRef()).clause() ? new Fault("FINANCE_REFUSED", "NONE", "CONDITIONS")
                    : new Fault("FINANCE_REFUSED", "BUYER", "DEFAULTED");
            case "NotAccepted" -> new Fault("NOT_BOUND", "NONE", "DEFAULTED");
            case "PaymentOverdue" -> new Fault(bound ? "NOT_PAID" : "NOT_BOUND", bound ? "BUYER" : "NONE", "DEFAULTED");
            case "PartyWithdrew" -> new Fault(bound ? "WITHDRAWN" : "NOT_BOUND",
                    !bound ? "NONE" : sale.people().seller().equals(withdrawnBy) ? "SELLER" : "BUYER", "WITHDRAWN");
            default -> new Fault("NOT_BOUND", "NONE", "CONDITIONS");
        };
    }

    /** The notary waits for both acceptances before the session. */
    private boolean isUnsigned(Sale sale) {
        return notarizations.notarization(sale.caseRef()).map(Notarizations.NotarizationView::refusalCode).filter("NOT_ACCEPTED"::equals).isPresent();
    }

    private String notaryReason(Sale sale) {
        return notarizations.notarization(sale.caseRef()).map(Notarizations.NotarizationView::refusalCode)
                .filter(TITLE_REASONS::contains).map(code -> "TITLE_STOP").orElse("NOT_CERTIFIED");
    }

    /** Who did not accept the contract of sale, which is withdrawn by now; when both did not, the case has to be settled. */
    private String unwilling(Sale sale) {
        var missing = notarizations.notarization(sale.caseRef()).flatMap(act -> contracts.document(act.request().document()))
                .map(Contracts.DocumentView::missing).orElse(java.util.List.of());
        if (missing.size() != 1) {
            return "NONE";
        }
        return missing.contains(sale.people().seller()) ? "SELLER" : "BUYER";
    }

    private String reason(Sale sale, String endCode, boolean bound) {
        return switch (endCode) {
            case "PartyWithdrew" -> sale.people().seller().equals(sale.state().withdrawnBy()) ? "SELLER_WITHDREW" : "BUYER_WITHDREW";
            case "PaymentOverdue" -> bound ? "BALANCE_OVERDUE" : "DEPOSIT_OVERDUE";
            case "NotaryRefused" -> isUnsigned(sale) ? "CONTRACT_NOT_ACCEPTED" : "NOTARY_REFUSED";
            case "NotAccepted" -> "PRELIMINARY_NOT_ACCEPTED";
            default -> snake(endCode);
        };
    }

    /** What would follow if the sale ended now for this reason; {@code who} withdrew, if somebody did. */
    Consequences consequences(Sale sale, String endCode, PartyId who) {
        var fault = fault(sale, endCode, who);
        var row = process.ask("depositOutcome", fault.inputs(sale.terms().doubleDeposit(), loans.of(sale.caseRef()).clause(), sale.isBound()));
        var held = payments.escrow(sale.caseRef()).held();
        var deposit = smaller(held, sale.deposit().minus(smaller(disputed.taken(sale.caseRef()), sale.deposit())));
        var toSeller = row.get("sellerPct") == null ? Money.ZERO : deposit.percent(((Number) row.get("sellerPct")).longValue());
        var toNotary = charges.owedToNotary(sale.caseRef());
        return new Consequences(String.valueOf(row.get("depositCode")), held, held.minus(toSeller).minus(toNotary), toSeller, toNotary, fault.faultParty,
                String.valueOf(row.get("extraPenalty")));
    }

    /** Per cent of the deposit for the seller where the parties have agreed on it; empty where the table has decided. */
    Optional<Long> agreedShare(SaleId id, String depositCode) {
        return Optional.of(id.caseRef()).filter(sale -> "MUTUAL".equals(depositCode)).flatMap(rescission::agreedPct).map(Integer::longValue);
    }

    private static Money smaller(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    void withdrawFiling(SaleId id) {
        register.undoFiling(id.caseRef(), "Худалдаа цуцлагдсан");
    }

    /** What the notary has certified counts no more; that it was done is owed. */
    void voidNotarialEntry(SaleId id) {
        var owed = charges.oweNotary(id.caseRef());
        if (owed.isPositive()) {
            file.note(id, "notaryFeeStands", null, Map.of("amount", owed.toString()), null);
        }
        notarizations.voidEntry(id.caseRef(), "Худалдаа цуцлагдсан");
    }

    /** What the parties have agreed binds nobody any more; the seal on their papers says so. */
    void voidContracts(SaleId id) {
        contracts.documents(id.caseRef()).stream().filter(document -> CONTRACTS.contains(document.kind()))
                .forEach(document -> contracts.withdraw(document.id(), VoidReason.CASE_CALLED_OFF));
    }

    /** The property goes back to the market. */
    void releaseProperty(SaleId id, String depositCode) {
        var sale = store.lock(id);
        sale.depositDecided(depositCode);
        store.save(sale);
        if (OWED_AGAIN.equals(depositCode)) {
            file.note(id, "deposit." + depositCode, null, Map.of("amount", sale.deposit().toString()), null);
        }
        register.release(sale.subject().property(), sale.caseRef());
        ended(sale);
    }

    private void end(Sale sale, String reason) {
        if (sale.callOff(reason, clock.instant())) {
            store.save(sale);
            file.note(sale.id(), "end." + reason, null, Map.of(), null);
        }
    }

    private void ended(Sale sale) {
        events.publishEvent(new SaleEvent.SaleCalledOff(sale.caseRef(), sale.subject().listing(), sale.people().all(),
                sale.state().endReason(), clock.instant()));
    }

    private static String snake(String code) {
        return code.replaceAll("(?<=[a-z])([A-Z])", "_$1").toUpperCase(java.util.Locale.ROOT);
    }
}
