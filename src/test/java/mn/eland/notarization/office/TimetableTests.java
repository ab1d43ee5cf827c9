package mn.eland.notarization.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import mn.eland.kernel.ElandClock;
import mn.eland.notarization.office.Timetable.Span;
import org.junit.jupiter.api.Test;

class TimetableTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private final Timetable week = new Timetable(List.of(open(DayOfWeek.MONDAY, "09:00", "10:45"), open(DayOfWeek.MONDAY, "14:00", "15:00"),
            open(DayOfWeek.TUESDAY, "09:00", "09:30")), day -> false, Duration.ofMinutes(30));

    @Test
    void hoursAreCutIntoWholeSlotsAndTheBreakIsFree() {
        assertThat(begins(week.between(at("2026-11-30T00:00"), at("2026-12-02T00:00")))).containsExactly("2026-11-30T09:00", "2026-11-30T09:30",
                "2026-11-30T10:00", "2026-11-30T14:00", "2026-11-30T14:30", "2026-12-01T09:00");
    }

    @Test
    void slotThatBeginsBeforeOrEndsAfterTheWindowIsNotOffered() {
        assertThat(begins(week.between(at("2026-11-30T09:01"), at("2026-11-30T14:59")))).containsExactly("2026-11-30T09:30", "2026-11-30T10:00", "2026-11-30T14:00");
    }

    @Test
    void closedDaysAreLeftOut() {
        var closed = new Timetable(week.hours(), MONDAY::equals, week.length());

        assertThat(begins(closed.between(at("2026-11-30T00:00"), at("2026-12-02T00:00")))).containsExactly("2026-12-01T09:00");
    }

    @Test
    void nothingIsOfferedWithoutHours() {
        assertThat(new Timetable(List.of(), day -> false, week.length()).between(at("2026-11-30T00:00"), at("2027-11-30T00:00"))).isEmpty();
    }

    private static OpeningHours open(DayOfWeek day, String opens, String closes) {
        return new OpeningHours(day, LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ElandClock.ULAANBAATAR).toInstant();
    }

    private static List<String> begins(List<Span> spans) {
        return spans.stream().map(span -> span.from().atZone(ElandClock.ULAANBAATAR).toLocalDateTime().toString()).toList();
    }
}
