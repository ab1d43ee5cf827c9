package mn.eland.workflow.inbox;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import mn.eland.workflow.spi.CaseFacts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the rows of the inbox. A task addressed to a person has one row with an empty group. */
@Component
public class WorkItems {

    private static final List<String> NO_GROUP = List.of("");

    private final JdbcClient jdbc;
    private final ElandClock clock;
    private final ObjectProvider<CaseFacts> facts;

    WorkItems(JdbcClient jdbc, ElandClock clock, ObjectProvider<CaseFacts> facts) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.facts = facts;
    }

    void opened(DelegateTask task, String labelMn, String labelEn, String formKey) {
        var number = task.getExecution().getProcessBusinessKey();
        var about = factsOf(CaseRef.of(number));
        var groups = task.getCandidates().stream().map(IdentityLink::getGroupId).filter(group -> group != null)
                .distinct().sorted().toList();
        int rank = 0;
        for (var group : groups.isEmpty() ? NO_GROUP : groups) {
            jdbc.sql("""
                    insert into workflow.work_items (task_id, group_name, group_rank, case_number, process_key, task_key,
                        label_mn, label_en, form_key, assignee, assignee_name, assigned_at, subject, people, search_text,
                        created_at, due_at, priority)
                    values (:task, :group, :rank, :case, :process, :key, :labelMn, :labelEn, :form, :assignee,
                        :assigneeName, :assignedAt, :subject, :people, :search, :created, :due, :priority)""")
                    .param("task", task.getId()).param("group", group).param("rank", rank++)
                    .param("case", number).param("process", processKey(task)).param("key", task.getTaskDefinitionKey())
                    .param("labelMn", labelMn).param("labelEn", labelEn).param("form", formKey)
                    .param("assignee", task.getAssignee()).param("assigneeName", nameOf(task.getAssignee()))
                    .param("assignedAt", task.getAssignee() == null ? null : now())
                    .param("subject", about.subject()).param("people", about.people())
                    .param("search", (about.subject() + " " + about.people()).toLowerCase(Locale.ROOT))
                    .param("created", now()).param("due", at(task.getDueDate())).param("priority", task.getPriority())
                    .update();
        }
    }

    void assigned(String taskId, String assignee) {
        jdbc.sql("""
                update workflow.work_items set assignee = :assignee, assignee_name = :name, assigned_at = :at
                where task_id = :task and completed_at is null and assignee is distinct from :assignee""")
                .param("assignee", assignee).param("name", nameOf(assignee))
                .param("at", assignee == null ? null : now()).param("task", taskId).update();
    }

    void changed(DelegateTask task) {
        jdbc.sql("""
                update workflow.work_items set due_at = :due, priority = :priority
                where task_id = :task and (due_at is distinct from :due or priority <> :priority)""")
                .param("due", at(task.getDueDate())).param("priority", task.getPriority()).param("task", task.getId())
                .update();
    }

    void closed(String taskId, boolean cancelled) {
        jdbc.sql("update workflow.work_items set completed_at = :at, cancelled = :cancelled "
                        + "where task_id = :task and completed_at is null")
                .param("at", now()).param("cancelled", cancelled).param("task", taskId).update();
    }

    /** Who did it, written by the door after the engine was told. */
    public void doneBy(String taskId, Actor actor) {
        jdbc.sql("update workflow.work_items set completed_by = :by, completed_by_name = :name where task_id = :task")
                .param("by", actor.party().toString()).param("name", actor.name()).param("task", taskId).update();
    }

    /** The name a person is called by, when the door knows it better than the case modules. */
    void heldBy(String taskId, String name) {
        jdbc.sql("update workflow.work_items set assignee_name = :name where task_id = :task")
                .param("name", name).param("task", taskId).update();
    }

    /** Called when the facts of a case have changed. */
    public void refresh(CaseRef caseRef) {
        var about = factsOf(caseRef);
        jdbc.sql("""
                update workflow.work_items set subject = :subject, people = :people, search_text = :search
                where case_number = :case and completed_at is null""")
                .param("subject", about.subject()).param("people", about.people())
                .param("search", (about.subject() + " " + about.people()).toLowerCase(Locale.ROOT))
                .param("case", caseRef.number()).update();
    }

    private CaseFacts.Facts factsOf(CaseRef caseRef) {
        return facts.stream().flatMap(module -> module.facts(caseRef).stream()).findFirst()
                .orElse(new CaseFacts.Facts("", ""));
    }

    private String nameOf(String assignee) {
        if (assignee == null) {
            return null;
        }
        var party = PartyId.of(assignee);
        return facts.stream().flatMap(module -> module.nameOf(party).stream()).findFirst().orElse(null);
    }

    private static String processKey(DelegateTask task) {
        var definition = task.getProcessDefinitionId();
        return definition.substring(0, definition.indexOf(':'));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static OffsetDateTime at(Date date) {
        return date == null ? null : date.toInstant().atOffset(ZoneOffset.UTC);
    }
}
