package mn.eland.identity.trace;

import java.time.Instant;
import java.util.UUID;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;

/** What happens with what we know of people. */
public sealed interface IdentityEvent {

    record SignedIn(PartyId who, UUID device, Instant at) implements IdentityEvent {
    }

    /** The full register number was read, for a document or a call outside. */
    record RegisterNumberRead(PartyId whose, CaseRef caseRef, Instant at) implements IdentityEvent {
    }

    /** Somebody acted in another's stead by this paper. */
    record RepresentativeActed(PartyId holder, PartyId principal, String basis, String paperNo, CaseRef caseRef, Instant at) implements IdentityEvent {
    }
}
