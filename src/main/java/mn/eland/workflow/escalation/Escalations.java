package mn.eland.workflow.escalation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Role;
import mn.eland.workflow.calendar.WorkingCalendar;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells, once, who manages a group that a task of it is overdue. Working days count, so nobody is told on a holiday what was due the day before. */
@Component
public class Escalations {

    /** Reports of a suspicion stay unknown to operators; the head of compliance is told. */
    private static final Set<String> OF_COMPLIANCE = Set.of(Role.COMPLIANCE.group(), Role.COMPLIANCE_HEAD.group());
    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final ElandClock clock;
    private final WorkingCalendar calendar;
    private final ApplicationEventPublisher events;
    private final String grace;

    Escalations(JdbcClient jdbc, ElandClock clock, WorkingCalendar calendar, ApplicationEventPublisher events,
                @Value("${eland.workflow.escalate-after}") String grace) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.calendar = calendar;
        this.events = events;
        this.grace = grace;
    }

    /** Of these tasks those of which somebody was told that they are overdue. */
    @Transactional(readOnly = true)
    public Set<String> of(Collection<String> taskIds) {
        return taskIds.isEmpty() ? Set.of() : Set.copyOf(jdbc.sql("select distinct task_id from workflow.work_items where task_id in (:ids) "
                + "and escalated_at is not null").param("ids", taskIds).query(String.class).list());
    }

    /** Looks for tasks that have become overdue by more than the allowed time and tells of them. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    @Transactional
    public void look() {
        var now = clock.instant();
        overdue(now).stream().filter(task -> !calendar.plus(task.dueAt(), grace).isAfter(now)).forEach(task -> {
            jdbc.sql("update workflow.work_items set escalated_at = :now where task_id = :task").param("now", now.atOffset(ZoneOffset.UTC))
                    .param("task", task.taskId()).update();
            events.publishEvent(task);
        });
    }

    /** A second application passes over the rows of the first. */
    private List<TaskOverdue> overdue(Instant now) {
        return jdbc.sql("""
                select task_id, case_number, label_mn, label_en, group_name, due_at from workflow.work_items
                where completed_at is null and escalated_at is null and group_rank = 0 and group_name <> '' and due_at < :now
                order by due_at limit :most for update skip locked""")
                .param("now", now.atOffset(ZoneOffset.UTC)).param("most", AT_ONCE)
                .query((row, number) -> new TaskOverdue(row.getString("task_id"), CaseRef.of(row.getString("case_number")), row.getString("label_mn"),
                        row.getString("label_en"), row.getString("group_name"), managers(row.getString("group_name")),
                        row.getObject("due_at", OffsetDateTime.class).toInstant())).list();
    }

    private static String managers(String group) {
        return OF_COMPLIANCE.contains(group) ? Role.COMPLIANCE_HEAD.group() : Role.OPERATOR.group();
    }
}
