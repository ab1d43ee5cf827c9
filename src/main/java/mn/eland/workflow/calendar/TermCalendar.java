package mn.eland.workflow.calendar;

import java.util.Date;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The engine's duration calendar, so that every timer understands {@code P5D working}. */
public final class TermCalendar extends DurationBusinessCalendar {

    private final WorkingCalendar calendar;

    public TermCalendar(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public Date resolveDuedate(String term, Date start) {
        var from = start == null ? ClockUtil.getCurrentTime() : start;
        return Date.from(calendar.plus(from.toInstant(), term));
    }
}
