package mn.eland.auction.lot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mn.eland.auction.LotId;
import mn.eland.auction.LotView;
import mn.eland.auction.rule.AuctionRules.Kind;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.PropertyId;

/**
 * A lot as it stands.
 *
 * @param subject one line: address and area
 * @param most    where a bid is taken for a slip of the hand
 * @param outcome what came of it; empty of all until the hammer
 * @param reason  why it was refused or taken back, or null
 */
public record Lot(CaseRef number, LotId id, CaseRef listing, PropertyId property, PartyId seller, PartyId agent, String subject, Kind kind, int round,
                  Money start, Optional<Money> reserve, Money most, Money deposit, String payWithin, Instant opensAt, Instant closesAt, State state,
                  String reason, Outcome outcome, Instant offeredAt) {

    /** Where a lot stands. */
    public enum State {
        OFFERED, REFUSED, PUBLISHED, WITHDRAWN, BELOW_RESERVE, WON, SOLD, UNSOLD;

        /** Anybody may see it. */
        public boolean isPublic() {
            return this != OFFERED && this != REFUSED;
        }

        /** Nothing more comes of it. */
        public boolean isOver() {
            return this == REFUSED || this == WITHDRAWN || this == SOLD || this == UNSOLD;
        }

        /** The hammer has fallen or nobody buys: who did not win gets the deposit back. */
        public boolean isDecided() {
            return this == WON || this == SOLD || this == UNSOLD || this == WITHDRAWN;
        }
    }

    /**
     * @param winner paddle of who buys, or null
     * @param price  what he pays, or null
     * @param sale   the sale that the hammer opened, or null
     * @param passed paddles of those who won and did not buy
     */
    public record Outcome(Integer winner, Money price, CaseRef sale, List<Integer> passed) {

        public static final Outcome OPEN = new Outcome(null, null, null, List.of());

        public Outcome {
            passed = List.copyOf(passed);
        }
    }

    /** What somebody who does not lead has to bid: the start price before there is a bid. */
    public Money least(LotView view) {
        return view.leader() == 0 ? start : view.leastNext();
    }

    public boolean isSide(PartyId party) {
        return party.equals(seller) || party.equals(agent);
    }
}
