package mn.eland.notarization.session;

import java.time.Instant;
import java.util.List;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;

/** What happens to the time at which the parties meet the notary; {@code tell} are those who do not know it yet. */
public sealed interface SessionEvent {

    CaseRef caseRef();

    List<PartyId> tell();

    /** The parties know when and where they meet the notary, for the first time or anew. */
    record SlotTaken(CaseRef caseRef, List<PartyId> tell, Instant begins, String notary, String office, Instant at) implements SessionEvent {
    }

    /** The time they had does not count any more. @param byNotary the notary is away then */
    record SlotChanged(CaseRef caseRef, List<PartyId> tell, boolean byNotary, Instant at) implements SessionEvent {
    }

    /** Nobody has taken a slot yet. */
    record SlotWanted(CaseRef caseRef, List<PartyId> tell, Instant at) implements SessionEvent {
    }
}
