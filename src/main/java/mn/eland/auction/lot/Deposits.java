package mn.eland.auction.lot;

import java.util.List;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;

/** What a lot does to the deposits of those who were admitted to it. Each deposit is decided once. */
public interface Deposits {

    /** Gives all back but that of one paddle, and of those whose deposits are decided already. */
    void returnAll(CaseRef auction, int butPaddle);

    /** Divides the deposit of one paddle, in per cent for bidder and seller; both null where people have to divide it. */
    void decide(CaseRef auction, int paddle, Long buyerPct, Long sellerPct);

    /** Who asked to be admitted and was not declined. */
    List<PartyId> people(CaseRef auction);
}
