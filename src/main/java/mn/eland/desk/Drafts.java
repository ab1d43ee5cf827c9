package mn.eland.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.workflow.TaskView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person has typed into a task and not yet sent, so that another hour or device goes on from there. */
@Component
@Transactional
public class Drafts {

    private static final int LONGEST = 60_000;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final ElandClock clock;

    Drafts(JdbcClient jdbc, ObjectMapper json, ElandClock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Draft> of(String taskId, PartyId person) {
        return jdbc.sql("select answers, saved_at from desk.drafts where task_id = :task and person = :person")
                .param("task", taskId).param("person", person.value())
                .query((row, number) -> new Draft(read(row.getString("answers")), row.getTimestamp("saved_at").toInstant())).optional();
    }

    /**
     * Keeps what somebody has typed into a task of their own; gives the time of saving. Refused with {@code TASK_NOT_YOURS}, or
     * with {@code DRAFT_TOO_LONG} when it is too much to keep.
     */
    public Outcome<Instant> keep(Actor actor, TaskView task, Map<String, ?> answers) {
        if (!task.isOpen() || !actor.party().equals(task.assignee())) {
            return Outcome.refused(Refusal.conflict("TASK_NOT_YOURS"));
        }
        var text = write(answers);
        return text.length() > LONGEST ? Outcome.refused(Refusal.invalid("DRAFT_TOO_LONG"))
                : Outcome.done(save(task.id(), actor.party(), text));
    }

    private Instant save(String taskId, PartyId person, String text) {
        var now = clock.instant();
        jdbc.sql("insert into desk.drafts (task_id, person, answers, saved_at) values (:task, :person, cast(:answers as jsonb), :now) "
                        + "on conflict (task_id, person) do update set answers = excluded.answers, saved_at = excluded.saved_at")
                .param("task", taskId).param("person", person.value()).param("answers", text).param("now", Timestamp.from(now)).update();
        return now;
    }

    /** The task is done: nobody's draft of it is needed any more. */
    public void forget(String taskId) {
        jdbc.sql("delete from desk.drafts where task_id = :task").param("task", taskId).update();
    }

    private String write(Map<String, ?> answers) {
        try {
            return json.writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Map<String, Object> read(String text) {
        try {
            return json.readValue(text, new TypeReference<>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public record Draft(Map<String, Object> answers, Instant savedAt) {
    }
}
