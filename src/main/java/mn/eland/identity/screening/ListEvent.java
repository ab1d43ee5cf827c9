package mn.eland.identity.screening;

import java.time.Instant;
import mn.eland.kernel.PartyId;

/** What happens with lists. */
public sealed interface ListEvent {

    record ListImported(PartyId by, String list, int entries, Instant at) implements ListEvent {
    }

    /** The head of compliance says that this is somebody else than the one on the list. */
    record MatchCleared(PartyId who, PartyId by, Instant at) implements ListEvent {
    }

    /** Somebody whom the platform knows stands on a list of sanctions that was just brought. */
    record NewlyListed(PartyId who, String list, Instant at) implements ListEvent {
    }
}
