package mn.eland.workflow.escalation;

import java.time.Instant;
import mn.eland.kernel.CaseRef;

/**
 * A task of a group is overdue by more than the allowed working time. Said once for each task.
 *
 * @param group whose task it is
 * @param to    the group that manages it and is told
 */
public record TaskOverdue(String taskId, CaseRef caseRef, String labelMn, String labelEn, String group, String to, Instant dueAt) {
}
