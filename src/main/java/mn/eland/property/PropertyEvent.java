package mn.eland.property;

import java.time.Instant;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PropertyId;

/** What happens to properties. */
public sealed interface PropertyEvent {

    /** The state register has entered the new owner. */
    record TransferRegistered(CaseRef sale, PropertyId property, String filingNo, Instant at) implements PropertyEvent {
    }

    /** The registrar sent the application back. @param ground as the table {@code filingRemedy} knows it, or null when only said in words */
    record TransferRefused(CaseRef sale, PropertyId property, String filingNo, String ground, String reason) implements PropertyEvent {
    }

    record ListingPublished(CaseRef listing, PropertyId property) implements PropertyEvent {
    }

    /** The title check of a property failed; {@code code} is the row of the table that said stop. */
    record ListingLocked(CaseRef listing, PropertyId property, String code) implements PropertyEvent {
    }
}
