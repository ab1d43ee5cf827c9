package mn.eland.workflow.calendar;

import java.util.Date;
import mn.eland.kernel.ElandClock;
import org.springframework.stereotype.Component;

/** What a model may ask in an expression: {@code ${workCalendar.plus(answerWithin)}}, counted from now. */
@Component
public class WorkCalendar {

    private final WorkingCalendar calendar;
    private final ElandClock clock;

    WorkCalendar(WorkingCalendar calendar, ElandClock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    public Date plus(String term) {
        return term == null ? null : Date.from(calendar.plus(clock.instant(), term));
    }
}
