package mn.eland.workflow.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import mn.eland.workflow.InboxQuery;
import mn.eland.workflow.TaskView;

/** An order of the inbox and its cursor: the sort values of the last task shown. */
enum InboxOrder {

    DUE("due_order, task_id", "(due_order, task_id) > (:afterDue, :afterId)"),
    CREATED("created_at desc, task_id desc", "(created_at, task_id) < (:afterCreated, :afterId)"),
    PRIORITY("priority_order, due_order, task_id",
            "(priority_order, due_order, task_id) > (:afterPriority, :afterDue, :afterId)");

    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
    private static final int PARTS = 4;

    private final String columns;
    private final String after;

    InboxOrder(String columns, String after) {
        this.columns = columns;
        this.after = after;
    }

    static InboxOrder of(InboxQuery.Sort sort) {
        return valueOf(sort.name());
    }

    String columns() {
        return columns;
    }

    String cursor(TaskView last) {
        var text = String.join("|", last.id(), String.valueOf(last.dueAt() == null ? NEVER : last.dueAt()),
                String.valueOf(last.createdAt()), String.valueOf(last.priority()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException for a cursor that is not ours */
    String after(String cursor, Map<String, Object> values) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|");
            if (parts.length != PARTS) {
                throw new IllegalArgumentException("not a cursor of the inbox");
            }
            values.put("afterId", parts[0]);
            values.put("afterDue", Instant.parse(parts[1]).atOffset(ZoneOffset.UTC));
            values.put("afterCreated", Instant.parse(parts[2]).atOffset(ZoneOffset.UTC));
            values.put("afterPriority", -Integer.parseInt(parts[3]));
            return after;
        } catch (java.time.format.DateTimeParseException e) {
            throw new IllegalArgumentException("not a cursor of the inbox", e);
        }
    }
}
