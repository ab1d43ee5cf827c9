package mn.eland.audit.writing;

import java.util.List;

/** What the current transaction would leave in the trail, for tests that undo what they do. */
public final class Unwritten {

    private Unwritten() {
    }

    public static List<String> lines() {
        return Pending.waiting();
    }
}
