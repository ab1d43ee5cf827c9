package mn.eland.integration.registry.simulator;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Office hours: nine to six with a break from one to two, Monday to Friday, not on public holidays. */
final class WorkingTime {

    private static final ZoneId ULAANBAATAR = ZoneId.of("Asia/Ulaanbaatar");
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime BREAK = LocalTime.of(13, 0);
    private static final LocalTime GOES_ON = LocalTime.of(14, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);
    private static final String WORKING = " working";

    private WorkingTime() {
    }

    /** @param time {@code PT2M}, {@code P3D working}, {@code PT8H working} */
    static Instant after(Instant start, String time) {
        var text = time.strip();
        boolean working = text.endsWith(WORKING);
        var amount = working ? text.substring(0, text.length() - WORKING.length()) : text;
        var at = start.atZone(ULAANBAATAR);
        if (!working) {
            return amount.contains("T") ? start.plus(Duration.parse(amount)) : at.plus(Period.parse(amount)).toInstant();
        }
        return amount.contains("T") ? afterHours(at, Duration.parse(amount)).toInstant() : afterDays(at, Period.parse(amount).getDays()).toInstant();
    }

    private static ZonedDateTime afterDays(ZonedDateTime start, int days) {
        var at = start;
        for (int left = days; left > 0; ) {
            at = at.plusDays(1);
            if (isWorkingDay(at)) {
                left--;
            }
        }
        return at;
    }

    private static ZonedDateTime afterHours(ZonedDateTime start, Duration hours) {
        var at = start;
        var left = hours;
        while (true) {
            if (!isWorkingDay(at) || !at.toLocalTime().isBefore(CLOSES)) {
                at = at.plusDays(1).with(OPENS);
                continue;
            }
            at = atTheDesk(at);
            var end = at.toLocalTime().isBefore(BREAK) ? BREAK : CLOSES;
            var untilThen = Duration.between(at, at.with(end));
            if (left.compareTo(untilThen) <= 0) {
                return at.plus(left);
            }
            left = left.minus(untilThen);
            at = at.with(end);
        }
    }

    private static ZonedDateTime atTheDesk(ZonedDateTime at) {
        if (at.toLocalTime().isBefore(OPENS)) {
            return at.with(OPENS);
        }
        return !at.toLocalTime().isBefore(BREAK) && at.toLocalTime().isBefore(GOES_ON) ? at.with(GOES_ON) : at;
    }

    private static boolean isWorkingDay(ZonedDateTime at) {
        return at.getDayOfWeek() != DayOfWeek.SATURDAY && at.getDayOfWeek() != DayOfWeek.SUNDAY && !PublicHolidays.contain(at.toLocalDate());
    }
}
