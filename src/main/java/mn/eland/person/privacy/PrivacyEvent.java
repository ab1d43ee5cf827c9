package mn.eland.person.privacy;

import java.time.Instant;
import mn.eland.kernel.PartyId;

/** What people decide about their data. */
public sealed interface PrivacyEvent {

    record ConsentGiven(PartyId person, String purpose, Instant at) implements PrivacyEvent {
    }

    record ConsentWithdrawn(PartyId person, String purpose, Instant at) implements PrivacyEvent {
    }

    record DataTakenAlong(PartyId person, Instant at) implements PrivacyEvent {
    }

    /** @param whole false when duties of the law keep a part for some years */
    record PersonErased(PartyId person, boolean whole, Instant at) implements PrivacyEvent {
    }
}
