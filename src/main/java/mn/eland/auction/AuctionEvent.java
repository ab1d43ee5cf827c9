package mn.eland.auction;

import java.time.Instant;
import java.util.List;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;

/** Everything that can happen in an auction beside bids. {@code caseRef} is the auction, or the admission of one bidder to it. */
public sealed interface AuctionEvent {

    CaseRef caseRef();

    Instant at();

    /** Waits for an auctioneer. */
    record LotOffered(CaseRef caseRef, CaseRef listing, PartyId seller, Instant at) implements AuctionEvent {
    }

    record LotRefused(CaseRef caseRef, PartyId seller, String reason, Instant at) implements AuctionEvent {
    }

    record LotPublished(CaseRef caseRef, CaseRef listing, PartyId seller, Instant opensAt, Instant closesAt, Instant at) implements AuctionEvent {
    }

    /** Taken back before the hammer. */
    record LotWithdrawn(CaseRef caseRef, List<PartyId> people, String reason, Instant at) implements AuctionEvent {
    }

    /** The best bid did not reach the reserve: the seller may still say yes. */
    record ReserveMissed(CaseRef caseRef, PartyId seller, Money price, Instant at) implements AuctionEvent {
    }

    /** A sale was opened for the winner, or for who came after him. */
    record LotWon(CaseRef caseRef, CaseRef sale, PartyId winner, PartyId seller, Money price, Instant at) implements AuctionEvent {
    }

    /** The sale still waits for the money of the winner. */
    record WinnerReminded(CaseRef caseRef, CaseRef sale, PartyId winner, Instant at) implements AuctionEvent {
    }

    /** The whole price is in escrow. */
    record PriceFunded(CaseRef caseRef, CaseRef sale, Instant at) implements AuctionEvent {
    }

    /** The sale that the hammer opened came to nothing. */
    record SaleFailed(CaseRef caseRef, CaseRef sale, String reason, Instant at) implements AuctionEvent {
    }

    /** The winner did not buy; the next best may. */
    record RunnerUpAsked(CaseRef caseRef, PartyId runnerUp, Money price, Instant at) implements AuctionEvent {
    }

    record LotUnsold(CaseRef caseRef, PartyId seller, Instant at) implements AuctionEvent {
    }

    /** The deposit of a bidder is to be paid, or he is let in or not. */
    record AdmissionAsked(CaseRef caseRef, CaseRef auction, PartyId bidder, Money deposit, Instant at) implements AuctionEvent {
    }

    record BidderAdmitted(CaseRef caseRef, CaseRef auction, PartyId bidder, int paddle, Instant at) implements AuctionEvent {
    }

    record BidderDeclined(CaseRef caseRef, CaseRef auction, PartyId bidder, String reason, Instant at) implements AuctionEvent {
    }

    /** What becomes of a deposit, in per cent for bidder and seller; both null while it is frozen. */
    record DepositDecided(CaseRef caseRef, Long buyerPct, Long sellerPct, Instant at) implements AuctionEvent {
    }
}
