package mn.eland.workflow.inbox;

import java.time.LocalDate;
import java.util.Optional;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom nobody hands a task today. */
@Component
class AwayPeople {

    private final JdbcClient jdbc;
    private final ElandClock clock;

    AwayPeople(JdbcClient jdbc, ElandClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The last day of the absence; empty for who is there. */
    Optional<LocalDate> until(PartyId person) {
        return jdbc.sql("select max(to_day) from workflow.absences where person = :person and ended_at is null and :today between from_day and to_day "
                        + "having max(to_day) is not null")
                .param("person", person.value()).param("today", clock.today()).query(LocalDate.class).optional();
    }
}
