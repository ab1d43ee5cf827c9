package mn.eland.integration.registry.simulator;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** The days on which offices of the state are closed by the law on public holidays. The office has its own calendar and asks nobody. */
final class PublicHolidays {

    private static final Set<MonthDay> EVERY_YEAR = Set.of(MonthDay.of(1, 1), MonthDay.of(3, 8), MonthDay.of(6, 1), MonthDay.of(7, 11),
            MonthDay.of(7, 12), MonthDay.of(7, 13), MonthDay.of(7, 14), MonthDay.of(7, 15), MonthDay.of(11, 26), MonthDay.of(12, 29));
    /** Three days of Tsagaan sar and the day of Chinggis Khaan follow the moon; those known so far. */
    private static final Set<LocalDate> BY_THE_MOON = Set.of(
            LocalDate.of(2026, 2, 18), LocalDate.of(2026, 2, 19), LocalDate.of(2026, 2, 20), LocalDate.of(2026, 11, 10),
            LocalDate.of(2027, 2, 7), LocalDate.of(2027, 2, 8), LocalDate.of(2027, 2, 9), LocalDate.of(2027, 11, 29),
            LocalDate.of(2028, 2, 26), LocalDate.of(2028, 2, 27), LocalDate.of(2028, 2, 28), LocalDate.of(2028, 11, 17));

    private PublicHolidays() {
    }

    static boolean contain(LocalDate day) {
        return EVERY_YEAR.contains(MonthDay.from(day)) || BY_THE_MOON.contains(day);
    }
}
