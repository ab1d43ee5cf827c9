package mn.eland.walk;

import java.util.ArrayDeque;
import java.util.Queue;
import org.springframework.core.task.TaskExecutor;

/** What is to be done after a commit by another thread waits here, and is done in turn when the test says so. */
final class WaitingRoom implements TaskExecutor {

    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
    }

    /** @return false when nobody waited */
    boolean empty() {
        boolean any = !waiting.isEmpty();
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
        return any;
    }
}
