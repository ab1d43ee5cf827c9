package mn.eland.workflow.inbox;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Standing;
import mn.eland.store.reading.Reads;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.Values;
import mn.eland.workflow.engine.Collision;
import mn.eland.workflow.spi.Colleagues;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes, gives back, hands on and completes tasks. Each act locks the task's rows first, so of two people who click at
 * the same time the second reads what the first has done.
 */
@Component
public class TaskActs {

    private static final String SELECT = "select * from workflow.work_items where ";
    private static final String ORDER = " order by created_at, task_id, group_rank";
    private static final Reads OPEN = Reads.of("workflow.work_items");

    private final JdbcClient jdbc;
    private final TaskService engine;
    private final WorkItems items;
    private final ObjectProvider<Colleagues> colleagues;
    private final AwayPeople away;
    private final ObjectProvider<Standing> standing;
    private final ApplicationEventPublisher events;

    TaskActs(JdbcClient jdbc, TaskService engine, WorkItems items, ObjectProvider<Colleagues> colleagues, AwayPeople away,
             ObjectProvider<Standing> standing, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.items = items;
        this.colleagues = colleagues;
        this.away = away;
        this.standing = standing;
        this.events = events;
    }

    /** The actor as whoever the task is addressed to: in person, or by a paper. */
    public Actor as(WorkItem task, Actor actor) {
        var known = standing.getIfAvailable();
        return known == null || task.view().assignee() == null ? actor : known.among(actor, List.of(task.view().assignee()));
    }

    public Optional<WorkItem> find(String taskId) {
        return group(jdbc.sql(SELECT + "task_id = :task" + ORDER).param("task", taskId).query(WorkItem::row).list())
                .stream().findFirst();
    }

    private Optional<WorkItem> lock(String taskId) {
        return group(jdbc.sql(SELECT + "task_id = :task" + ORDER + " for update").param("task", taskId)
                .query(WorkItem::row).list()).stream().findFirst();
    }

    public List<WorkItem> open(CaseRef key) {
        return OPEN.once(key, () -> group(jdbc.sql(SELECT + "case_number = :case and completed_at is null" + ORDER)
                .param("case", key.number()).query(WorkItem::row).list()));
    }

    public boolean isOpen(CaseRef key, String taskKey) {
        return open(key).stream().anyMatch(item -> item.view().taskKey().equals(taskKey));
    }

    public Outcome<Void> complete(CaseRef key, String taskKey, Actor actor, Values values) {
        var all = group(jdbc.sql(SELECT + "case_number = :case and task_key = :key" + ORDER + " for update")
                .param("case", key.number()).param("key", taskKey).query(WorkItem::row).list());
        var open = all.stream().filter(item -> item.view().isOpen()).toList();
        var mine = open.stream().filter(item -> item.isHeldBy(actor)).findFirst()
                .or(() -> open.stream().filter(item -> item.mayBeCompletedBy(actor)).findFirst());
        if (mine.isEmpty()) {
            var done = all.stream().filter(item -> !item.view().isOpen() && item.isVisibleTo(actor)).toList();
            if (!done.isEmpty() && (open.isEmpty() || open.stream().noneMatch(item -> item.isVisibleTo(actor)))) {
                return Outcome.refused(done.get(done.size() - 1).gone());
            }
            return Outcome.refused(open.isEmpty() ? Refusal.conflict("TASK_GONE") : notYours(open.get(0)));
        }
        finish(mine.get(), actor, values);
        return Outcome.done();
    }

    public Outcome<Void> complete(String taskId, Actor actor, Values values) {
        return act(actor, taskId, task -> {
            if (!task.mayBeCompletedBy(actor)) {
                return notYours(task);
            }
            finish(task, actor, values);
            return null;
        }).map(done -> null);
    }

    /** What the process of an open task knows under this name. */
    public Optional<Object> known(String taskId, String variable) {
        return find(taskId).filter(task -> task.view().isOpen()).map(task -> engine.getVariable(taskId, variable));
    }

    private void finish(WorkItem task, Actor actor, Values values) {
        var id = task.view().id();
        if (task.view().assignee() == null && actor != Actor.PLATFORM) {
            setAssignee(id, actor.party().toString());
            items.heldBy(id, actor.name());
        }
        items.doneBy(id, actor);
        events.publishEvent(new TaskDone(id, task.view().taskKey(), task.view().caseRef(), actor.person(),
                actor.proxy() == null ? null : actor.party()));
        Collision.told(() -> engine.complete(id, values.raw()));
    }

    /** Why this person cannot do the task now; empty while nothing stands in the way. */
    public Optional<Refusal> hindrance(Actor actor, String taskId) {
        var task = find(taskId).filter(item -> item.isVisibleTo(as(item, actor)));
        if (task.isEmpty()) {
            return Optional.of(Refusal.notFound("TASK_NOT_FOUND"));
        }
        if (!task.get().view().isOpen()) {
            return Optional.of(task.get().gone());
        }
        return task.get().mayBeCompletedBy(as(task.get(), actor)) ? Optional.empty() : Optional.of(task.get().taken());
    }

    public Outcome<TaskView> claim(Actor actor, String taskId) {
        return act(actor, taskId, task -> {
            if (task.isHeldBy(actor)) {
                return null;
            }
            if (task.view().assignee() != null) {
                return task.taken();
            }
            if (!task.isOfGroupOf(actor)) {
                return notYours(task);
            }
            hand(taskId, actor.party(), actor.name());
            return null;
        });
    }

    public Outcome<TaskView> release(Actor actor, String taskId) {
        return act(actor, taskId, task -> {
            if (!task.isHeldBy(actor) && !task.isManagedBy(actor)) {
                return notYours(task);
            }
            if (task.groups().isEmpty()) {
                return Refusal.conflict("TASK_PERSONAL");
            }
            setAssignee(taskId, null);
            return null;
        });
    }

    public Outcome<TaskView> assign(Actor actor, String taskId, PartyId to) {
        return act(actor, taskId, task -> {
            if (!task.isHeldBy(actor) && !task.isManagedBy(actor)) {
                return notYours(task);
            }
            if (task.groups().isEmpty()) {
                return Refusal.conflict("TASK_PERSONAL");
            }
            var known = colleagues.getIfAvailable();
            if (known != null && known.groupsOf(to).stream().noneMatch(task.groups()::contains)) {
                return Refusal.invalid("TASK_NOT_OF_GROUP", "to");
            }
            var until = away.until(to);
            if (until.isPresent()) {
                return Refusal.conflict("TASK_PERSON_AWAY").with("until", until.get());
            }
            setAssignee(taskId, to.toString());
            return null;
        });
    }

    /** Hands what a person holds of groups to the substitute, where the substitute is of the group, else back to the group. */
    public void handOver(PartyId from, PartyId substitute, Set<String> groupsOfSubstitute) {
        var held = group(jdbc.sql(SELECT + "assignee = :from and completed_at is null" + ORDER + " for update").param("from", from.toString())
                .query(WorkItem::row).list());
        held.stream().filter(item -> !item.groups().isEmpty()).forEach(item -> setAssignee(item.view().id(),
                item.groups().stream().anyMatch(groupsOfSubstitute::contains) ? substitute.toString() : null));
    }

    private Outcome<TaskView> act(Actor actor, String taskId, java.util.function.Function<WorkItem, Refusal> act) {
        var task = lock(taskId).filter(item -> item.isVisibleTo(actor));
        if (task.isEmpty()) {
            return Outcome.refused(Refusal.notFound("TASK_NOT_FOUND"));
        }
        if (!task.get().view().isOpen()) {
            return Outcome.refused(task.get().gone());
        }
        var refusal = act.apply(task.get());
        return refusal == null ? Outcome.done(find(taskId).orElseThrow().view()) : Outcome.refused(refusal);
    }

    private void hand(String taskId, PartyId to, String name) {
        setAssignee(taskId, to.toString());
        items.heldBy(taskId, name);
    }

    private void setAssignee(String taskId, String party) {
        Collision.told(() -> engine.setAssignee(taskId, party));
    }

    private static Refusal notYours(WorkItem task) {
        var refusal = Refusal.forbidden("TASK_NOT_YOURS");
        return task.view().assigneeName() == null ? refusal : refusal.with("by", task.view().assigneeName());
    }

    private static List<WorkItem> group(List<WorkItem> rows) {
        return rows.stream().collect(java.util.stream.Collectors.groupingBy(row -> row.view().id(),
                java.util.LinkedHashMap::new, java.util.stream.Collectors.toList())).values().stream().map(WorkItem::of).toList();
    }
}
