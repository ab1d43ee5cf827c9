package mn.eland.workflow.inbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Role;
import mn.eland.kernel.Standing;
import mn.eland.workflow.InboxPage;
import mn.eland.workflow.InboxQuery;
import mn.eland.workflow.TaskView;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads a page of the inbox. Each group of the person is one walk along an index that holds its tasks in the wished
 * order; the walks are cut to a page and merged, so the cost does not depend on how many tasks there are.
 */
@Component
public class Inbox {

    /** A text found in more tasks than this is common enough to be met soon while walking in order. */
    private static final int RARE = 2000;

    private final JdbcClient jdbc;
    private final ElandClock clock;
    private final ObjectProvider<Standing> standing;

    Inbox(JdbcClient jdbc, ElandClock clock, ObjectProvider<Standing> standing) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.standing = standing;
    }

    public InboxPage page(Actor actor, InboxQuery query) {
        var values = new LinkedHashMap<String, Object>();
        var walks = walks(actor, query, values);
        if (walks.isEmpty()) {
            return new InboxPage(List.of(), 0, null);
        }
        var filter = filter(query, values);
        int count = count(walks, filter, values);
        var order = InboxOrder.of(query.sort());
        var after = query.cursor() == null ? "" : " and " + order.after(query.cursor(), values);
        values.put("pageRows", query.limit() + 1);
        var page = walks.stream().map(walk -> "(select * from workflow.work_items where completed_at is null and " + walk
                        + filter + after + " order by " + order.columns() + " limit :pageRows)")
                .collect(Collectors.joining(" union all "));
        var tasks = distinct(jdbc.sql("select * from (" + page + ") walks order by " + order.columns())
                .params(values).query((row, number) -> WorkItem.view(row, number)).list());
        boolean more = tasks.size() > query.limit();
        var shown = more ? tasks.subList(0, query.limit()) : tasks;
        return new InboxPage(shown, count, more ? order.cursor(shown.get(shown.size() - 1)) : null);
    }

    private int count(List<String> walks, String filter, Map<String, Object> values) {
        values.put("countRows", InboxPage.COUNT_LIMIT);
        var all = walks.stream().map(walk -> "(select task_id from workflow.work_items where completed_at is null and " + walk
                + filter + " limit :countRows)").collect(Collectors.joining(" union all "));
        var some = walks.size() == 1 && !walks.get(0).startsWith("group_name") ? "task_id" : "distinct task_id";
        return jdbc.sql("select count(*) from (select " + some + " from (" + all + ") walks limit :countRows) counted")
                .params(values).query(Integer.class).single();
    }

    private List<String> walks(Actor actor, InboxQuery query, Map<String, Object> values) {
        if (query.scope() == InboxQuery.Scope.OWN) {
            return own(actor, query.group() == null ? "" : ofGroup(query, values), values);
        }
        var walks = new ArrayList<String>();
        boolean manager = actor.isAnyOf(Role.OPERATOR, Role.ADMIN) && query.scope() == InboxQuery.Scope.ALL;
        var free = query.scope() == InboxQuery.Scope.GROUP ? " and assignee is null" : "";
        for (var group : actor.groups().stream().sorted().toList()) {
            if (query.group() == null || query.group().equals(group)) {
                values.put("g_" + group, group);
                walks.add("group_name = :g_" + group + free);
            }
        }
        if (query.scope() == InboxQuery.Scope.ALL) {
            var ofGroup = query.group() == null ? "" : ofGroup(query, values);
            walks.addAll(own(actor, ofGroup, values));
            if (manager) {
                WorkItem.CONFIDENTIAL.forEach(group -> values.put("c_" + group, group));
                walks.add((query.group() == null ? "group_rank = 0" : "group_name = :group")
                        + WorkItem.CONFIDENTIAL.stream().sorted().map(group -> " and group_name <> :c_" + group)
                        .collect(Collectors.joining()));
            }
        }
        return walks;
    }

    /** What is addressed to the person or to somebody whom the person represents today, one walk each. */
    private List<String> own(Actor actor, String ofGroup, Map<String, Object> values) {
        var walks = new ArrayList<String>();
        var known = standing.getIfAvailable();
        for (var one : known == null ? List.of(actor.party()) : known.principals(actor)) {
            var name = walks.isEmpty() ? "me" : "principal" + walks.size();
            values.put(name, one.toString());
            walks.add("assignee = :" + name + " and group_rank = 0" + ofGroup);
        }
        return walks;
    }

    private static String ofGroup(InboxQuery query, Map<String, Object> values) {
        values.put("group", query.group());
        return " and group_name = :group";
    }

    private String filter(InboxQuery query, Map<String, Object> values) {
        var filter = new StringBuilder();
        if (query.taskKey() != null) {
            values.put("taskKey", query.taskKey());
            filter.append(" and task_key = :taskKey");
        }
        if (query.due() != null) {
            var midnight = clock.today().plusDays(1).atStartOfDay(ElandClock.ULAANBAATAR).toOffsetDateTime();
            values.put("now", clock.instant().atOffset(java.time.ZoneOffset.UTC));
            values.put("midnight", midnight);
            filter.append(query.due() == InboxQuery.Due.OVERDUE ? " and due_order < :now"
                    : " and due_order >= :now and due_order < :midnight");
        }
        return filter.append(new InboxText(jdbc, RARE).filter(query.text(), values)).toString();
    }

    private static List<TaskView> distinct(List<TaskView> tasks) {
        var byId = new LinkedHashMap<String, TaskView>();
        tasks.forEach(task -> byId.putIfAbsent(task.id(), task));
        return List.copyOf(byId.values());
    }
}
