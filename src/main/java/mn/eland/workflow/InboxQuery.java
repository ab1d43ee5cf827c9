package mn.eland.workflow;

/**
 * What to show of the inbox.
 *
 * @param scope   own tasks, those of my groups that nobody holds, or all that I may see
 * @param text    case number, property or person; null for no filter
 * @param group   one candidate group; null for all of mine
 * @param taskKey one kind of task; null for all
 * @param due     only overdue, due today, or any when null
 * @param sort    order of the list
 * @param cursor  where the next page starts, from {@link InboxPage#next()}; null for the first
 * @param limit   1 to 100
 */
public record InboxQuery(Scope scope, String text, String group, String taskKey, Due due, Sort sort, String cursor,
                         int limit) {

    public enum Scope { OWN, GROUP, ALL }

    public enum Due { OVERDUE, TODAY }

    public enum Sort { DUE, CREATED, PRIORITY }

    public InboxQuery {
        scope = scope == null ? Scope.ALL : scope;
        sort = sort == null ? Sort.DUE : sort;
        limit = Math.max(1, Math.min(100, limit == 0 ? 20 : limit));
    }

    public static InboxQuery of(Scope scope) {
        return new InboxQuery(scope, null, null, null, null, Sort.DUE, null, 20);
    }
}
