package mn.eland.sale;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.PropertyId;

/** Everything that can happen in a sale or to a listing. */
public sealed interface SaleEvent {

    CaseRef caseRef();

    Instant at();

    record OfferMade(CaseRef caseRef, CaseRef listing, PartyId seller, PartyId buyer, Money price, Instant at) implements SaleEvent {
    }

    /** A counter-offer waits for {@code to}. */
    record OfferCountered(CaseRef caseRef, PartyId by, PartyId to, Money price, Instant at) implements SaleEvent {
    }

    record OfferAccepted(CaseRef caseRef, CaseRef listing, PartyId seller, PartyId buyer, Money price, Instant at) implements SaleEvent {
    }

    /** Another offer on the same listing was accepted; this one may still win when that deal fails. */
    record PropertyReserved(CaseRef caseRef, PartyId buyer, Instant at) implements SaleEvent {
    }

    record ConsentAsked(CaseRef caseRef, PartyId from, String kind, Instant at) implements SaleEvent {
    }

    record ConsentAnswered(CaseRef caseRef, PartyId from, String kind, boolean given, Instant at) implements SaleEvent {
    }

    /** Whoever had the right to buy first uses it: {@code who} is led to an offer on the listing at this price. */
    record PriorityExercised(CaseRef caseRef, CaseRef listing, PartyId who, Money price, Instant at) implements SaleEvent {
    }

    /** A person of {@code group} has to look at the risk of the case; {@code overdue} when the time for it is over. */
    record RiskReviewDue(CaseRef caseRef, String group, boolean overdue, Instant at) implements SaleEvent {
    }

    /** Money is expected from the payer. */
    record PaymentDue(CaseRef caseRef, PartyId payer, String purpose, Money amount, Instant at) implements SaleEvent {
    }

    /** The balance is not there yet and falls due at {@code payBy}. */
    record PaymentReminded(CaseRef caseRef, PartyId payer, Money missing, Instant payBy, Instant at) implements SaleEvent {
    }

    /** CC 225: the buyer may still pay what is missing until then. */
    record ExtraPeriodGranted(CaseRef caseRef, PartyId buyer, PartyId seller, Money missing, Instant until, Instant at) implements SaleEvent {
    }

    /** The balance came late and its interest did not come; the seller may claim it. */
    record InterestUnpaid(CaseRef caseRef, PartyId seller, Money amount, Instant at) implements SaleEvent {
    }

    /** The buyer's bank has decided on the loan. */
    record LoanDecided(CaseRef caseRef, PartyId seller, boolean approved, Instant at) implements SaleEvent {
    }

    /** The sale has moved on; {@code stage} is a message key {@code sale.stage.<stage>}. */
    record StageReached(CaseRef caseRef, String stage, List<PartyId> parties, Instant at) implements SaleEvent {
    }

    record HandoverUrged(CaseRef caseRef, PartyId who, Instant at) implements SaleEvent {
    }

    /** Nobody hands over and too much time has passed: the money goes out as the table says for a sale without its act. */
    record HandoverGivenUp(CaseRef caseRef, List<PartyId> parties, Instant at) implements SaleEvent {
    }

    /** A listing asks another price. */
    record AskingPriceChanged(CaseRef caseRef, Money from, Money to, Instant at) implements SaleEvent {
    }

    /** Another agent has approved the price that {@code to} asked for, or sent it back with a reason. */
    record PriceChangeAnswered(CaseRef caseRef, PartyId to, boolean approved, Money price, String reason, Instant at) implements SaleEvent {
    }

    /** The listing ended before anybody looked at the price that {@code to} asked for. */
    record PriceChangeDropped(CaseRef caseRef, PartyId to, Money price, Instant at) implements SaleEvent {
    }

    /** The buyer's offer is on the table while the listing asks another price. */
    record OfferRepriced(CaseRef caseRef, PartyId buyer, Money from, Money to, Instant at) implements SaleEvent {
    }

    /** The new owner stands in the state register. */
    record TitlePassed(CaseRef caseRef, CaseRef listing, PropertyId property, PartyId buyer, Money price, Instant at) implements SaleEvent {
    }

    record SaleCompleted(CaseRef caseRef, CaseRef listing, List<PartyId> parties, Money price, Instant at) implements SaleEvent {
    }

    /** The term in which the buyer may claim these defects, VISIBLE, HIDDEN or BUILDING, has {@code last} for its last day. */
    record WarrantyEnding(CaseRef caseRef, PartyId buyer, String defects, LocalDate last, Instant at) implements SaleEvent {
    }

    /** {@code reason} is a message key {@code sale.end.<reason>}. */
    record SaleCalledOff(CaseRef caseRef, CaseRef listing, List<PartyId> parties, String reason, Instant at) implements SaleEvent {
    }

    record PartyWithdrew(CaseRef caseRef, PartyId by, String reason, Instant at) implements SaleEvent {
    }

    /** Something ended the sale from outside its course; {@code code} says what, as the table of the deposit reads it. */
    record SaleStopped(CaseRef caseRef, String code, Instant at) implements SaleEvent {
    }

    /** Told to the offers on a listing that was sold, withdrawn or ran out. */
    record ListingClosed(CaseRef caseRef, PartyId buyer, Instant at) implements SaleEvent {
    }

    /** A part of the money is disputed; {@code to} is asked for an answer. */
    record DisputeOpened(CaseRef caseRef, String byName, PartyId to, Money sum, Instant at) implements SaleEvent {
    }

    /** {@code reply} is ACCEPT, SPLIT or REFUSE. */
    record DisputeAnswered(CaseRef caseRef, PartyId claimant, String reply, Instant at) implements SaleEvent {
    }

    record DisputeWithdrawn(CaseRef caseRef, PartyId respondent, Instant at) implements SaleEvent {
    }

    /** The disputed money was paid as agreed or awarded. */
    record DisputeSettled(CaseRef caseRef, List<PartyId> parties, Money toBuyer, Money toSeller, Instant at) implements SaleEvent {
    }

    /** A party proposes to end the sale by agreement; {@code to} accepts the document until then or refuses. */
    record RescissionProposed(CaseRef caseRef, String byName, PartyId to, UUID document, Instant until, Instant at) implements SaleEvent {
    }

    /** The proposal was refused or taken back: the sale goes on. */
    record RescissionWithdrawn(CaseRef caseRef, PartyId told, Instant at) implements SaleEvent {
    }

    record MessageSent(CaseRef caseRef, PartyId from, String fromName, List<PartyId> to, Instant at) implements SaleEvent {
    }

    record MandateGiven(CaseRef caseRef, PartyId seller, PartyId agent, Instant at) implements SaleEvent {
    }

    /** Another agent did not approve the listing; {@code agent} prepared it. */
    record ListingSentBack(CaseRef caseRef, PartyId agent, String reason, Instant at) implements SaleEvent {
    }

    record ListingRefused(CaseRef caseRef, PartyId seller, String reason, Instant at) implements SaleEvent {
    }

    record ListingSold(CaseRef caseRef, PartyId seller, Instant at) implements SaleEvent {
    }

    record ListingWithdrawn(CaseRef caseRef, PartyId seller, Instant at) implements SaleEvent {
    }

    record ListingExpired(CaseRef caseRef, PartyId seller, Instant at) implements SaleEvent {
    }

    /** An escrow officer has taken the seller's tax receipt, or sent it back with a reason. */
    record TaxReceiptAnswered(CaseRef caseRef, PartyId seller, boolean accepted, String reason, Instant at) implements SaleEvent {
    }

    /** Somebody brought a paper that the notary or the registrar had missed. */
    record PaperBrought(CaseRef caseRef, PartyId agent, String byName, String title, Instant at) implements SaleEvent {
    }

    /** A burden has come upon the property since the deposit; the sale halts at its next gate. @param code row of the table {@code titleCheck} */
    record BurdenFound(CaseRef caseRef, List<PartyId> parties, String code, Instant at) implements SaleEvent {
    }

    /** The burden is gone again. */
    record BurdenLifted(CaseRef caseRef, Instant at) implements SaleEvent {
    }

    /** The burden stayed, so the sale has to end. */
    record BurdenStands(CaseRef caseRef, Instant at) implements SaleEvent {
    }

    /** The sale ended or the title passed before anybody had seen to the burden. */
    record BurdenOvertaken(CaseRef caseRef, Instant at) implements SaleEvent {
    }
}
