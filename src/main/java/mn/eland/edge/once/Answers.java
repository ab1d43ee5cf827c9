package mn.eland.edge.once;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers who asked what under which key, and the first answer. An application that dies between doing and remembering
 * leaves the key open; after {@value #ABANDONED} the question is asked again, and the state of the case decides.
 */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
public class Answers {

    static final String ABANDONED = "2 minutes";
    private static final String KEPT = "24 hours";

    private final JdbcClient jdbc;

    Answers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the key for this question, or says why not. */
    Standing begin(String person, String key, String fingerprint) {
        var taken = jdbc.sql("""
                insert into edge.answers (person, key, fingerprint, started_at) values (?, ?, ?, current_timestamp)
                on conflict (person, key) do update set started_at = excluded.started_at
                    where answers.finished_at is null and answers.fingerprint = excluded.fingerprint
                      and answers.started_at < current_timestamp - cast(? as interval)""")
                .params(person, key, fingerprint, ABANDONED).update();
        if (taken == 1) {
            return new Standing.Mine();
        }
        return jdbc.sql("select fingerprint, finished_at is not null as done, status, headers, body from edge.answers where person = ? and key = ?")
                .params(person, key)
                .query((row, n) -> !row.getString("fingerprint").equals(fingerprint) ? new Standing.OtherQuestion()
                        : row.getBoolean("done") ? new Standing.Answered(new Answer(row.getInt("status"), row.getString("headers"), row.getBytes("body")))
                        : (Standing) new Standing.InProgress())
                .optional().orElseGet(Standing.InProgress::new);
    }

    void finish(String person, String key, Answer answer) {
        jdbc.sql("update edge.answers set status = ?, headers = ?, body = ?, finished_at = current_timestamp where person = ? and key = ?")
                .params(answer.status(), answer.headers(), answer.body(), person, key).update();
    }

    /** Nothing was done: the key is free again. */
    void forget(String person, String key) {
        jdbc.sql("delete from edge.answers where person = ? and key = ? and finished_at is null").params(person, key).update();
    }


    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    public void forgetOld() {
        jdbc.sql("delete from edge.answers where started_at < current_timestamp - cast(? as interval)").param(KEPT).update();
    }

    /** @param headers name and value in lines */
    record Answer(int status, String headers, byte[] body) {
    }

    sealed interface Standing {

        record Mine() implements Standing {
        }

        record InProgress() implements Standing {
        }

        record OtherQuestion() implements Standing {
        }

        record Answered(Answer answer) implements Standing {
        }
    }
}
