package mn.eland.workflow.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mn.eland.workflow.Holiday;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of holidays. It is small and read as it is, so that an edit counts at once on every node. */
@Component
public class Holidays {

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

    public void put(Holiday holiday) {
        jdbc.sql("""
                insert into workflow.holidays (day, name_mn, name_en, confirmed) values (:day, :mn, :en, :confirmed)
                on conflict (day) do update set name_mn = :mn, name_en = :en, confirmed = :confirmed""")
                .param("day", holiday.day()).param("mn", holiday.nameMn()).param("en", holiday.nameEn())
                .param("confirmed", holiday.confirmed()).update();
    }

    public boolean remove(LocalDate day) {
        return jdbc.sql("delete from workflow.holidays where day = :day").param("day", day).update() > 0;
    }

    Set<LocalDate> from(LocalDate first) {
        return jdbc.sql("select day from workflow.holidays where day >= :first").param("first", first)
                .query(LocalDate.class).list().stream().collect(Collectors.toUnmodifiableSet());
    }
}
