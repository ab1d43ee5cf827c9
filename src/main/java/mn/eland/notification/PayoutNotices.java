package mn.eland.notification;

import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import mn.eland.person.payout.PayoutEvent;
import mn.eland.person.payout.PayoutEvent.PayoutAccountChanged;
import mn.eland.person.payout.PayoutEvent.PayoutChangeAsked;
import mn.eland.person.payout.PayoutEvent.PayoutChangeRefused;
import mn.eland.person.payout.PayoutEvent.PayoutChangeWithdrawn;

/** What the owner of an account is told of its change. */
final class PayoutNotices {

    private static final String PAGE = "/me/payout-account";

    private PayoutNotices() {
    }

    record Told(PartyId owner, Notice notice) {
    }

    static Told of(PayoutEvent event) {
        if (event instanceof PayoutChangeAsked asked) {
            var told = told("payoutChangeAsked", asked.caseRef(), asked.owner(), asked.account());
            return new Told(told.owner, told.notice.with("from", asked.from()));
        }
        if (event instanceof PayoutAccountChanged changed) {
            return told("payoutAccountChanged", changed.caseRef(), changed.owner(), changed.account());
        }
        if (event instanceof PayoutChangeWithdrawn withdrawn) {
            return told("payoutChangeDropped", withdrawn.caseRef(), withdrawn.owner(), withdrawn.account());
        }
        var refused = (PayoutChangeRefused) event;
        return told("payoutChangeDropped", refused.caseRef(), refused.owner(), refused.account());
    }

    private static Told told(String message, CaseRef caseRef, PartyId owner, String account) {
        return new Told(owner, Notice.of(message, caseRef).with("account", account).to(PAGE));
    }
}
