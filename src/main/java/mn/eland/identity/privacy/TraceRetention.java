package mn.eland.identity.privacy;

import java.sql.Timestamp;
import java.time.Period;
import java.time.ZoneOffset;
import mn.eland.kernel.ElandClock;
import mn.eland.workflow.Workflow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From where people came is kept for as long as the table of parameters says, and so is what was found about people we did not deal with. */
@Component
public class TraceRetention {

    private final JdbcClient jdbc;
    private final Workflow workflow;
    private final ElandClock clock;

    TraceRetention(JdbcClient jdbc, Workflow workflow, ElandClock clock) {
        this.jdbc = jdbc;
        this.workflow = workflow;
        this.clock = clock;
    }

    /** @return how many rows went */
    @Transactional
    @Scheduled(cron = "0 10 3 * * *", zone = "Asia/Ulaanbaatar")
    public int everyNight() {
        return jdbc.sql("delete from identity.sign_ins where at < ?").param(before(workflow.parameter("retention.deviceLogs"))).update()
                + jdbc.sql("delete from identity.devices where last_seen < ?").param(before(workflow.parameter("retention.deviceLogs"))).update()
                + jdbc.sql("delete from identity.sessions where last_seen < ?").param(before(workflow.parameter("retention.deviceLogs"))).update()
                + jdbc.sql("delete from identity.identifications where level = 'REJECT' and at < ?").param(before(workflow.parameter("retention.rejectedIdentity"))).update();
    }

    private Timestamp before(String kept) {
        return Timestamp.from(clock.instant().atOffset(ZoneOffset.UTC).minus(Period.parse(kept)).toInstant());
    }
}
