package mn.eland.workflow.spi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.workflow.TaskView;

/**
 * A user task as the module that owns it sees it: which facts to show beside the form, how it is filled at first, what
 * to check beyond the form, and what to tell the door. The bean's name is the activity id. The desk renders the form and
 * has already validated the answers against it when it calls {@link #submit}.
 */
public interface TaskForm {

    /** Read-only facts beside the form, in order. */
    List<Fact> facts(Actor actor, TaskView task);

    /** First values of the form's fields, by field key. */
    default Map<String, Object> prefill(Actor actor, TaskView task) {
        return Map.of();
    }

    /** Options of the form that are not offered here and now, each {@code field=value}; whoever sends one is told why by the door. */
    default Set<String> withheld(Actor actor, TaskView task) {
        return Set.of();
    }

    /**
     * Tells the door. The answers have the types of the form's fields: String, Long, Boolean, LocalDate, or a list of
     * String. A refusal's {@code field} names the form field to mark. Doing the act completes the engine's task.
     */
    Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers);

    /** Documents to show beside the form. */
    default List<Document> documents(Actor actor, TaskView task) {
        return List.of();
    }

    /**
     * One fact.
     *
     * @param labelKey message key
     * @param value    text to show as it is, or a {@link mn.eland.kernel.Money}, {@link java.time.Instant},
     *                 {@link java.time.LocalDate}, Boolean, or a {@code MessageKey}
     * @param tone     null, or one of {@code done}, {@code waiting}, {@code danger} to mark it
     */
    record Fact(String labelKey, Object value, String tone) {

        public static Fact of(String labelKey, Object value) {
            return new Fact(labelKey, value, null);
        }
    }

    /** A value that is a message key itself, resolved when shown. */
    record MessageKey(String key, Object... arguments) {
    }

    /** A document to open: message key of its title, address. @param title in somebody's own words, said after it, or null */
    record Document(String titleKey, String href, String title) {

        public Document(String titleKey, String href) {
            this(titleKey, href, null);
        }
    }
}
