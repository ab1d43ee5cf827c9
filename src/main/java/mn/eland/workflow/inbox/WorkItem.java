package mn.eland.workflow.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.workflow.TaskView;

/** A task with all its groups and who took or did it: what the acts decide on. */
public record WorkItem(TaskView view, Set<String> groups, Instant assignedAt, String completedById, String completedBy) {

    /** Reports to the financial intelligence unit must stay unknown to everybody else, operators included. */
    static final Set<String> CONFIDENTIAL = Set.of(Role.COMPLIANCE.group(), Role.COMPLIANCE_HEAD.group());

    static WorkItem of(List<WorkItem> rows) {
        var first = rows.get(0);
        var groups = new HashSet<String>();
        rows.forEach(row -> groups.addAll(row.groups()));
        groups.remove("");
        return new WorkItem(first.view(), Set.copyOf(groups), first.assignedAt(), first.completedById(), first.completedBy());
    }

    static WorkItem row(ResultSet row, int number) throws SQLException {
        return new WorkItem(view(row, number), Set.of(row.getString("group_name")), instant(row, "assigned_at"),
                row.getString("completed_by"), row.getString("completed_by_name"));
    }

    static TaskView view(ResultSet row, int number) throws SQLException {
        var group = row.getString("group_name");
        var assignee = row.getString("assignee");
        return new TaskView(row.getString("task_id"), CaseRef.of(row.getString("case_number")), row.getString("process_key"),
                row.getString("task_key"), row.getString("label_mn"), row.getString("label_en"), row.getString("form_key"),
                group.isEmpty() ? null : group, assignee == null ? null : PartyId.of(assignee), row.getString("assignee_name"),
                row.getString("subject"), row.getString("people"), instant(row, "created_at"), instant(row, "due_at"),
                row.getInt("priority"), instant(row, "completed_at"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    boolean isHeldBy(Actor actor) {
        return actor.party().equals(view.assignee());
    }

    boolean isFreeFor(Actor actor) {
        return view.assignee() == null && isOfGroupOf(actor);
    }

    boolean isOfGroupOf(Actor actor) {
        return groups.stream().anyMatch(actor.groups()::contains);
    }

    boolean isManagedBy(Actor actor) {
        boolean confidential = groups.stream().anyMatch(CONFIDENTIAL::contains);
        return confidential ? actor.is(Role.COMPLIANCE_HEAD) : actor.isAnyOf(Role.OPERATOR, Role.ADMIN);
    }

    public boolean isVisibleTo(Actor actor) {
        return isPlatform(actor) || isHeldBy(actor) || isOfGroupOf(actor) || isManagedBy(actor)
                || actor.party().toString().equals(completedById);
    }

    public boolean mayBeCompletedBy(Actor actor) {
        return isPlatform(actor) || isHeldBy(actor) || isFreeFor(actor);
    }

    /** What somebody hears who comes too late: who did it, or that its time has passed. */
    public Refusal gone() {
        return withWho(Refusal.conflict(completedBy == null ? "TASK_GONE" : "TASK_DONE"), completedBy, view.completedAt());
    }

    Refusal taken() {
        return withWho(Refusal.conflict("TASK_TAKEN"), view.assigneeName(), assignedAt);
    }

    private static Refusal withWho(Refusal refusal, String by, Instant at) {
        var answer = by == null ? refusal : refusal.with("by", by);
        return at == null ? answer : answer.with("at", at);
    }

    private static boolean isPlatform(Actor actor) {
        return Actor.PLATFORM.party().equals(actor.party());
    }
}
