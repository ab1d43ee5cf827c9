package mn.eland.notarization.office;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** One span of one weekday in which an office is open. */
public record OpeningHours(DayOfWeek day, LocalTime opens, LocalTime closes) {
}
