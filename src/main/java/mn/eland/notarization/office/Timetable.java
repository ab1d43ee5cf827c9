package mn.eland.notarization.office;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import mn.eland.kernel.ElandClock;

/**
 * When sessions could begin: opening hours, cut into slots of one length, without the days on which the office is closed.
 *
 * @param hours  the spans of a week; what is left of a span after its last whole slot is not offered
 * @param closed holidays and days on which the notary is away
 */
public record Timetable(List<OpeningHours> hours, Predicate<LocalDate> closed, Duration length) {

    /** Slots that lie wholly within the two times, the earliest first. */
    public List<Span> between(Instant from, Instant to) {
        var spans = new ArrayList<Span>();
        var last = day(to);
        for (var day = day(from); !day.isAfter(last); day = day.plusDays(1)) {
            if (!closed.test(day)) {
                add(day, from, to, spans);
            }
        }
        return spans;
    }

    /** True when a session may begin then. */
    public boolean holds(Span wanted) {
        return between(wanted.from(), wanted.to()).contains(wanted);
    }

    private void add(LocalDate day, Instant from, Instant to, List<Span> spans) {
        for (var open : hours) {
            if (open.day() == day.getDayOfWeek()) {
                var closes = day.atTime(open.closes()).atZone(ElandClock.ULAANBAATAR).toInstant();
                var begin = day.atTime(open.opens()).atZone(ElandClock.ULAANBAATAR).toInstant();
                for (var end = begin.plus(length); !end.isAfter(closes) && !end.isAfter(to); end = begin.plus(length)) {
                    if (!begin.isBefore(from)) {
                        spans.add(new Span(begin, end));
                    }
                    begin = end;
                }
            }
        }
    }

    private static LocalDate day(Instant time) {
        return time.atZone(ElandClock.ULAANBAATAR).toLocalDate();
    }

    /** From one time to another, the second excluded. */
    public record Span(Instant from, Instant to) {

        public boolean overlaps(Span other) {
            return from.isBefore(other.to) && other.from.isBefore(to);
        }
    }
}
