package mn.eland.workflow.trouble;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.workflow.trouble.Trouble.Retry;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log of who had which step tried again, when and why. */
@Component
class Retries {

    private static final RowMapper<Retry> RETRY = (row, number) -> new Retry(row.getString("job_id"), CaseRef.of(row.getString("case_number")),
            row.getString("activity_id"), row.getString("label_mn"), row.getString("label_en"), row.getInt("tries"), row.getString("asked_name"),
            row.getObject("asked_at", OffsetDateTime.class).toInstant(), row.getString("reason"));

    private final JdbcClient jdbc;
    private final ElandClock clock;

    Retries(JdbcClient jdbc, ElandClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Retry> last(String jobId) {
        return jdbc.sql("select * from workflow.retries where job_id = :job order by id desc limit 1").param("job", jobId).query(RETRY).optional();
    }

    List<Retry> newest(int limit) {
        return jdbc.sql("select * from workflow.retries order by id desc limit :limit").param("limit", limit).query(RETRY).list();
    }

    void add(Trouble trouble, Actor actor, String reason) {
        jdbc.sql("""
                insert into workflow.retries (job_id, case_number, activity_id, label_mn, label_en, tries, asked_by, asked_name, asked_at, reason)
                values (:job, :case, :activity, :labelMn, :labelEn, :tries, :by, :name, :at, :reason)""")
                .param("job", trouble.id()).param("case", trouble.caseRef().number()).param("activity", trouble.activityId())
                .param("labelMn", trouble.labelMn()).param("labelEn", trouble.labelEn()).param("tries", trouble.tries())
                .param("by", actor.party().value()).param("name", actor.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("reason", reason).update();
    }
}
