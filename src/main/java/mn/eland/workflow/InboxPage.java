package mn.eland.workflow;

import java.util.List;

/**
 * A page of the inbox.
 *
 * @param count exact up to {@code COUNT_LIMIT}; that value means "as many or more"
 * @param next  cursor of the following page, null on the last
 */
public record InboxPage(List<TaskView> tasks, int count, String next) {

    public static final int COUNT_LIMIT = 1001;
}
