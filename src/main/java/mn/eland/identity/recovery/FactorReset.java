package mn.eland.identity.recovery;

import java.time.Instant;
import java.util.UUID;
import mn.eland.kernel.PartyId;

/**
 * That somebody's second step shall be taken off.
 *
 * @param name    of the owner, as on screens
 * @param from    when a second helper may decide; the owner has until then to stop it
 * @param until   when it lapses undecided
 * @param decided null while it is open
 */
public record FactorReset(UUID id, PartyId person, String name, Paper paper, String note, PartyId askedBy, String askedName, Instant askedAt,
                          Instant from, Instant until, State state, String decided) {

    /** What the person has shown. */
    public enum Paper { ID_CARD, PASSPORT }

    public enum State { ASKED, DONE, REFUSED, STOPPED, LAPSED }
}
