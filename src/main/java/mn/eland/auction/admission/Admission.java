package mn.eland.auction.admission;

import java.time.Instant;
import java.util.List;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;

/**
 * Somebody who wants to bid for a lot.
 *
 * @param number  of the case of the deposit
 * @param signals codes of the table {@code auctionFraudSignals} that were found when the deposit had come
 * @param reason  why he was declined, or null
 * @param paddle  the number under which the others see him, or null
 * @param shares  what becomes of the deposit, or null
 */
public record Admission(CaseRef number, CaseRef auction, PartyId bidder, Money deposit, Instant payBy, State state, String reason,
                        List<String> signals, int points, Integer paddle, Shares shares) {

    public enum State {
        DEPOSIT, REVIEW, ADMITTED, DECLINED, SETTLED
    }

    /** In per cent; both null while the deposit is frozen. */
    public record Shares(Long buyerPct, Long sellerPct) {
    }
}
