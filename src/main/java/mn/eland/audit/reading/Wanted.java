package mn.eland.audit.reading;

import java.time.Instant;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;

/**
 * Which records somebody looks for; null asks for any.
 *
 * @param party  who did it, in whose stead, or whom it is about
 * @param from   first time
 * @param to     time that is no more wanted
 * @param before position that is no more wanted: records come newest first
 */
public record Wanted(CaseRef caseRef, PartyId party, Instant from, Instant to, Long before) {
}
