package mn.eland.workflow;

import java.time.Instant;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;

/**
 * A user task as lists and pages show it.
 *
 * @param taskKey     the activity id; also the bean name of its {@link mn.eland.workflow.spi.TaskForm}
 * @param formKey     the form to render
 * @param group       candidate group, null for a task addressed to a person
 * @param assignee    who holds it or to whom it is addressed, null while it lies in the group
 * @param subject     one line about the case: property and price
 * @param people      names of the parties, for search and display
 * @param priority    50 is normal, more is more urgent
 * @param completedAt null while open
 */
public record TaskView(String id, CaseRef caseRef, String processKey, String taskKey, String labelMn, String labelEn,
                       String formKey, String group, PartyId assignee, String assigneeName, String subject,
                       String people, Instant createdAt, Instant dueAt, int priority, Instant completedAt) {

    public boolean isOpen() {
        return completedAt == null;
    }
}
