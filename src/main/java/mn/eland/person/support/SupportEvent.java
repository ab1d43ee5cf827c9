package mn.eland.person.support;

import java.time.Instant;
import java.util.UUID;
import mn.eland.kernel.PartyId;

/** What helpers do with somebody's file. The person hears of both. */
public sealed interface SupportEvent {

    PartyId person();

    /** @param name of the helper, as the person reads it */
    record FileAskedFor(PartyId person, PartyId by, String name, String reason, Instant at) implements SupportEvent {
    }

    /** @param until the helper may look */
    record FileOpened(PartyId person, PartyId by, String name, UUID visit, String reason, Instant until, Instant at) implements SupportEvent {
    }
}
