package mn.eland.workflow.inbox;

import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;

/**
 * Somebody has done a task of a case.
 *
 * @param principal in whose stead, or null
 */
public record TaskDone(String taskId, String taskKey, CaseRef caseRef, PartyId by, PartyId principal) {
}
