package mn.eland.auction.lot;

import java.time.Instant;
import mn.eland.workflow.Variable;

/** What the process "Sell a lot at auction" knows. */
final class LotVariables {

    static final Variable<String> SELLER = Variable.text("sellerId");
    static final Variable<String> APPROVE_WITHIN = Variable.text("approveLotWithin");
    static final Variable<String> ACCEPT_WITHIN = Variable.text("acceptBestBidWithin");
    static final Variable<String> PAY_WITHIN = Variable.text("payWithin");
    static final Variable<Boolean> APPROVED = Variable.flag("lotApproved");
    static final Variable<Instant> CLOSES_AT = Variable.time("closesAt");
    static final Variable<Boolean> CLOSED = Variable.flag("lotClosed");
    static final Variable<Boolean> ANY_BID = Variable.flag("anyBid");
    static final Variable<Boolean> RESERVE_REACHED = Variable.flag("reserveReached");
    static final Variable<Boolean> BEST_BID_TAKEN = Variable.flag("bestBidTaken");
    static final Variable<Boolean> SALE_OPEN = Variable.flag("saleOpen");
    static final Variable<String> SALE_END = Variable.text("saleEndReason");
    static final Variable<Boolean> RUNNER_UP_ASKED = Variable.flag("runnerUpAsked");
    static final Variable<String> RUNNER_UP = Variable.text("runnerUpId");
    static final Variable<String> TAKE_WITHIN = Variable.text("takeLotWithin");
    static final Variable<Boolean> TAKEN = Variable.flag("lotTaken");

    private LotVariables() {
    }
}
