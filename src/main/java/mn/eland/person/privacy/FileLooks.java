package mn.eland.person.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import mn.eland.kernel.PartyId;

/** Which helpers want to look, and have looked, into a person's file, for the person. */
public interface FileLooks {

    /** Who wants to be let in. */
    List<Ask> asks(PartyId person);

    /** Who was in, newest first. */
    List<Visit> visits(PartyId person);

    /** The person lets none of those in who ask. Nothing to refuse when nobody does. */
    void refuse(PartyId person);

    /** @param name of the helper */
    record Ask(UUID id, String name, String reason, Instant askedAt) {
    }

    /** @param name of the helper; @param closedAt when it ended before its time, or null; @param looks how often something was read */
    record Visit(UUID id, String name, String reason, Instant openedAt, Instant until, Instant closedAt, int looks) {
    }
}
