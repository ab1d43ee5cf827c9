package mn.eland.audit.reading;

import java.time.Instant;
import java.util.List;

/**
 * A sealed record as an auditor reads it.
 *
 * @param position  in the tree, from 0
 * @param hash      of the leaf, in hexadecimal digits
 * @param why       code of a refusal or failure; empty when there is none
 * @param person    who did it; empty for a visitor
 * @param principal in whose stead; empty when in the person's own
 * @param about     other people it touches
 * @param content   salted hash of what was said
 * @param name      of the person; null when the person was erased
 * @param address   where the person came from; null when there was none, it is older than a year, or the person was erased
 * @param device    as the address
 * @param line      the record itself, as it was hashed
 */
public record AuditRecord(long position, Instant sealedAt, String hash, String id, Instant at, String kind, String act, String outcome, String why,
                          String caseNumber, String person, String principal, String roles, List<String> about, String content, String name,
                          String address, String device, String line) {
}
