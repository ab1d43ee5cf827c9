package mn.eland.notarization.session;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.notarization.office.Notaries;
import mn.eland.notarization.office.OpeningHours;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When a notary's office is open in a week. */
@Component
@Transactional
public class OfficeHours {

    /** Before and after a break. */
    private static final int SPANS = 2;
    private final Meetings meetings;
    private final Notaries notaries;

    OfficeHours(Meetings meetings, Notaries notaries) {
        this.meetings = meetings;
        this.notaries = notaries;
    }

    /** The seven days with two spans each, Monday first; a time that is null is left empty. Refused with {@code NOT_A_NOTARY} for others. */
    @Transactional(readOnly = true)
    public Outcome<List<Day>> week(Actor actor) {
        return meetings.office(actor).map(notary -> {
            var all = notaries.hours(notary.number());
            return Stream.of(DayOfWeek.values()).map(day -> new Day(day, spans(all.stream().filter(span -> span.day() == day).toList()))).toList();
        });
    }

    /**
     * From now on these hours count; sessions that are agreed stay. Refused with {@code NOT_A_NOTARY}, and with {@code HOURS_WRONG} (invalid)
     * for a span without a time or that ends before it begins, and for two of a day that overlap.
     */
    public Outcome<Void> keep(Actor actor, List<OpeningHours> hours) {
        return meetings.office(actor).flatMap(notary -> {
            var sorted = hours.stream().filter(OfficeHours::isWhole).sorted(Comparator.comparing(OpeningHours::day).thenComparing(OpeningHours::opens)).toList();
            if (sorted.size() < hours.size() || IntStream.range(1, sorted.size()).anyMatch(n -> overlap(sorted.get(n - 1), sorted.get(n)))) {
                return Outcome.refused(Refusal.invalid("HOURS_WRONG"));
            }
            notaries.keepHours(notary.number(), sorted);
            return Outcome.done();
        });
    }

    /** As {@link #keep(Actor, List)}. @param sent times as {@code 09:00} under {@code opens1.1} and {@code closes1.1} for the first span of Monday; blank ones are closed */
    public Outcome<Void> keep(Actor actor, Map<String, String> sent) {
        var hours = new ArrayList<OpeningHours>();
        for (var day : DayOfWeek.values()) {
            for (int n = 1; n <= SPANS; n++) {
                var which = day.getValue() + "." + n;
                var opens = sent.getOrDefault("opens" + which, "").strip();
                var closes = sent.getOrDefault("closes" + which, "").strip();
                if (!opens.isEmpty() || !closes.isEmpty()) {
                    hours.add(span(day, opens, closes));
                }
            }
        }
        return keep(actor, hours);
    }

    private static boolean isWhole(OpeningHours span) {
        return span.day() != null && span.opens() != null && span.closes() != null && span.opens().isBefore(span.closes());
    }

    private static boolean overlap(OpeningHours one, OpeningHours next) {
        return one.day() == next.day() && next.opens().isBefore(one.closes());
    }

    private static OpeningHours span(DayOfWeek day, String opens, String closes) {
        try {
            return new OpeningHours(day, LocalTime.parse(opens), LocalTime.parse(closes));
        } catch (DateTimeParseException wrong) {
            return new OpeningHours(day, null, null);
        }
    }

    private static List<OpeningHours> spans(List<OpeningHours> of) {
        var two = new ArrayList<>(of.subList(0, Math.min(of.size(), SPANS)));
        while (two.size() < SPANS) {
            two.add(new OpeningHours(null, null, null));
        }
        return two;
    }

    /** One day of the week. */
    public record Day(DayOfWeek day, List<OpeningHours> spans) {
    }
}
