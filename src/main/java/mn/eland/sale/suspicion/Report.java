package mn.eland.sale.suspicion;

import java.time.Instant;
import java.util.List;
import mn.eland.kernel.CaseRef;

/**
 * A matter that has to be reported, or had to be looked at for it.
 *
 * @param kinds    what the table {@code amlReporting} wants: CTR, STR and so on; empty before it was asked or when nothing
 * @param deadline by when the first of them must be filed
 */
public record Report(CaseRef number, CaseRef sale, Cause cause, Instant at, List<String> kinds, Instant deadline, String narrative,
                     String draftedBy, Instant draftedAt, String filedNumber, String filedBy, Instant filedAt) {

    /** Why the matter was opened: the sale was blocked or frozen, a party stands on a list of sanctions, or a threshold of the law was passed. */
    public enum Cause { RISK_BLOCKED, FROZEN, SANCTIONED, THRESHOLD }

    public boolean isFiled() {
        return filedAt != null;
    }
}
