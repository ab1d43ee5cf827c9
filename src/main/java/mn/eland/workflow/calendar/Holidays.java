package mn.eland.workflow.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.workflow.Holiday;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of holidays. It is small and read as it is, so that an edit counts at once on every node. */
@Component
public class Holidays {

    private static final int LONGEST_NAME = 120;

    private final JdbcClient jdbc;

    Holidays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Holiday> ofYear(int year) {
        return jdbc.sql("select day, name_mn, name_en, confirmed from workflow.holidays "
                        + "where day between :first and :last order by day")
                .param("first", LocalDate.of(year, 1, 1)).param("last", LocalDate.of(year, 12, 31))
                .query(Holiday.class).list();
    }

    /** Adds or changes a holiday. For admins, analysts and operators. */
    public Outcome<Void> put(Actor actor, Holiday holiday) {
        if (!keepsHolidays(actor)) {
            return Outcome.refused(Refusal.forbidden("HOLIDAYS_NOT_YOURS"));
        }
        if (holiday.nameMn() == null || holiday.nameMn().isBlank()) {
            return Outcome.refused(Refusal.invalid("FIELD_REQUIRED", "nameMn"));
        }
        if (holiday.nameEn() == null || holiday.nameEn().isBlank()) {
            return Outcome.refused(Refusal.invalid("FIELD_REQUIRED", "nameEn"));
        }
        if (Math.max(holiday.nameMn().length(), holiday.nameEn().length()) > LONGEST_NAME) {
            return Outcome.refused(Refusal.invalid("FIELD_TOO_LONG").with("max", LONGEST_NAME));
        }
        jdbc.sql("""
                insert into workflow.holidays (day, name_mn, name_en, confirmed) values (:day, :mn, :en, :confirmed)
                on conflict (day) do update set name_mn = :mn, name_en = :en, confirmed = :confirmed""")
                .param("day", holiday.day()).param("mn", holiday.nameMn()).param("en", holiday.nameEn())
                .param("confirmed", holiday.confirmed()).update();
        return Outcome.done();
    }

    /** Makes a holiday a working day again. For admins, analysts and operators. */
    public Outcome<Void> remove(Actor actor, LocalDate day) {
        if (!keepsHolidays(actor)) {
            return Outcome.refused(Refusal.forbidden("HOLIDAYS_NOT_YOURS"));
        }
        return jdbc.sql("delete from workflow.holidays where day = :day").param("day", day).update() > 0 ? Outcome.done()
                : Outcome.refused(Refusal.notFound("HOLIDAY_NOT_FOUND").with("day", day));
    }

    private static boolean keepsHolidays(Actor actor) {
        return actor.isAnyOf(Role.ADMIN, Role.ANALYST, Role.OPERATOR);
    }

    Set<LocalDate> from(LocalDate first) {
        return jdbc.sql("select day from workflow.holidays where day >= :first").param("first", first)
                .query(LocalDate.class).list().stream().collect(Collectors.toUnmodifiableSet());
    }
}
