package mn.eland.workflow.rulings;

import java.time.Instant;
import java.util.Map;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;

/**
 * A table has decided.
 *
 * @param caseRef    in which case; null when in none
 * @param activityId at which step or for which question
 * @param about      the person it is about, when that is nobody of the case; else null
 */
public record TableDecided(CaseRef caseRef, String activityId, String decisionKey, int version, PartyId about, Map<String, Object> inputs,
                           Map<String, Object> outputs, Instant at) {
}
