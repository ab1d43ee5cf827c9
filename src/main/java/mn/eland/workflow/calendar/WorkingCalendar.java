package mn.eland.workflow.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import mn.eland.kernel.ElandClock;
import org.springframework.stereotype.Component;

/**
 * Adds calendar time ({@code P3D}, {@code PT20H}) or working time ({@code P5D working}, {@code PT8H working}) in the
 * zone of Ulaanbaatar. Offices work from Monday to Friday except holidays, 09:00 to 18:00 with a break from 13:00 to
 * 14:00. Working days are counted from the day after the start, and the term runs to the close of the last one.
 */
@Component
public class WorkingCalendar {

    private static final String WORKING = " working";
    private static final LocalTime CLOSES = LocalTime.of(18, 0);
    private static final List<Span> OFFICE_HOURS =
            List.of(new Span(LocalTime.of(9, 0), LocalTime.of(13, 0)), new Span(LocalTime.of(14, 0), CLOSES));
    private static final int WORKING_DAYS_PER_WEEK = 5;

    private final Holidays holidays;

    WorkingCalendar(Holidays holidays) {
        this.holidays = holidays;
    }

    /** @throws IllegalArgumentException when the text is not a term, or a working term holds months or years */
    public Instant plus(Instant start, String term) {
        if (term == null || term.isBlank()) {
            throw new IllegalArgumentException("not a term: " + term);
        }
        var text = term.strip();
        boolean working = text.endsWith(WORKING);
        var iso = working ? text.substring(0, text.length() - WORKING.length()).strip() : text;
        if (working && iso.contains("W")) {
            throw new IllegalArgumentException("working time is counted in days and hours: " + term);
        }
        int time = iso.indexOf('T');
        try {
            var days = time < 0 ? Period.parse(iso) : time > 1 ? Period.parse(iso.substring(0, time)) : Period.ZERO;
            var hours = time < 0 ? Duration.ZERO : Duration.parse("P" + iso.substring(time));
            return working ? plusWorking(start, days, hours) : start.atZone(ElandClock.ULAANBAATAR).plus(days).plus(hours).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a term: " + term, e);
        }
    }

    private Instant plusWorking(Instant start, Period days, Duration hours) {
        if (days.toTotalMonths() != 0 || days.isNegative() || hours.isNegative()) {
            throw new IllegalArgumentException("working time is counted in days and hours: " + days + " " + hours);
        }
        var from = start.atZone(ElandClock.ULAANBAATAR);
        var closed = holidays.from(from.toLocalDate());
        var afterDays = days.isZero() ? from : plusDays(from.toLocalDate(), days.getDays(), closed);
        return (hours.isZero() ? afterDays : plusHours(afterDays, hours, closed)).toInstant();
    }

    private ZonedDateTime plusDays(LocalDate start, int count, Set<LocalDate> closed) {
        var day = start;
        for (int left = count; left > 0; ) {
            day = day.plusDays(1);
            if (isWorking(day, closed)) {
                left--;
            }
        }
        return day.atTime(CLOSES).atZone(ElandClock.ULAANBAATAR);
    }

    private ZonedDateTime plusHours(ZonedDateTime start, Duration hours, Set<LocalDate> closed) {
        var from = start.toLocalDateTime();
        var left = hours;
        while (true) {
            if (isWorking(from.toLocalDate(), closed)) {
                for (var office : OFFICE_HOURS) {
                    var begin = from.toLocalTime().isAfter(office.from()) ? from.toLocalTime() : office.from();
                    var span = begin.isBefore(office.to()) ? Duration.between(begin, office.to()) : Duration.ZERO;
                    if (!span.isZero() && left.compareTo(span) <= 0) {
                        return from.toLocalDate().atTime(begin).plus(left).atZone(ElandClock.ULAANBAATAR);
                    }
                    left = left.minus(span);
                }
            }
            from = from.toLocalDate().plusDays(1).atStartOfDay();
        }
    }

    private static boolean isWorking(LocalDate day, Set<LocalDate> closed) {
        return day.getDayOfWeek().getValue() <= WORKING_DAYS_PER_WEEK && !closed.contains(day);
    }

    private record Span(LocalTime from, LocalTime to) {
    }
}
