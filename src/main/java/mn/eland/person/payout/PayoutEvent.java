package mn.eland.person.payout;

import java.time.Instant;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;

/** What happens to the account of a person. Accounts are masked. */
public sealed interface PayoutEvent {

    /** Told to the owner on the channel of before. @param from from when on it can hold; @param stopped nothing is paid meanwhile */
    record PayoutChangeAsked(CaseRef caseRef, PartyId owner, String account, Instant from, boolean stopped) implements PayoutEvent {
    }

    record PayoutAccountChanged(CaseRef caseRef, PartyId owner, String account, Instant at) implements PayoutEvent {
    }

    /** The owner takes it back: he did not ask for it, or thought better of it. */
    record PayoutChangeWithdrawn(CaseRef caseRef, PartyId owner, String account, Instant at) implements PayoutEvent {
    }

    /** The second person did not find that the owner had asked for it. */
    record PayoutChangeRefused(CaseRef caseRef, PartyId owner, String account, Instant at) implements PayoutEvent {
    }
}
