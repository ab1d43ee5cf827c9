package mn.eland.identity.recovery;

import java.time.Instant;
import mn.eland.kernel.PartyId;

/** What the help desk does with somebody's account. The owner hears of each. */
public sealed interface RecoveryEvent {

    /** @param by the helper; @param reason as the helper wrote it, for the trail */
    record SessionsEnded(PartyId who, PartyId by, String reason, Instant at) implements RecoveryEvent {
    }

    /** Nobody signs in with the account any more. */
    record ShutOut(PartyId who, PartyId by, String reason, Instant at) implements RecoveryEvent {
    }

    /** Somebody with the owner's paper wants the second step taken off. @param from when it may be decided */
    record FactorResetAsked(PartyId who, PartyId by, Instant from, Instant at) implements RecoveryEvent {
    }

    /** The second step is off, the old password is worth nothing, and a link for a new one is on its way. */
    record FactorReset(PartyId who, PartyId by, Instant at) implements RecoveryEvent {
    }

    /** Refused by the second helper, or stopped by the owner. */
    record FactorResetDropped(PartyId who, Instant at) implements RecoveryEvent {
    }
}
