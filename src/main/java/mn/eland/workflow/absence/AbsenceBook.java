package mn.eland.workflow.absence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of absences that have not been ended. */
@Component
class AbsenceBook {

    private static final String OPEN = "select * from workflow.absences where ended_at is null and to_day >= :today";
    private final JdbcClient jdbc;
    private final ElandClock clock;

    AbsenceBook(JdbcClient jdbc, ElandClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One change of a person's absences after the other, until the commit. */
    void lock(PartyId person) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:person, 0))").param("person", "away " + person).query((row, number) -> true).single();
    }

    /** That last today or longer, the next first. */
    List<Absence> open() {
        return jdbc.sql(OPEN + " order by from_day, id").param("today", clock.today()).query(AbsenceBook::row).list();
    }

    Optional<Absence> find(long id) {
        return jdbc.sql(OPEN + " and id = :id").param("today", clock.today()).param("id", id).query(AbsenceBook::row).optional();
    }

    Optional<Absence> overlapping(PartyId person, LocalDate from, LocalDate to) {
        return jdbc.sql(OPEN + " and person = :person and from_day <= :to and to_day >= :from order by from_day limit 1").param("today", clock.today())
                .param("person", person.value()).param("from", from).param("to", to).query(AbsenceBook::row).optional();
    }

    /** That have begun and whose tasks nobody has handed over; a second application passes over the rows of the first. */
    List<Absence> toHandOver() {
        return jdbc.sql(OPEN + " and from_day <= :today and handed_at is null for update skip locked").param("today", clock.today())
                .query(AbsenceBook::row).list();
    }

    Absence add(Actor by, PartyId person, String name, LocalDate from, LocalDate to, PartyId substitute, String substituteName) {
        return jdbc.sql("""
                insert into workflow.absences (person, person_name, from_day, to_day, substitute, substitute_name, set_by, set_by_name, set_at)
                values (:person, :name, :from, :to, :substitute, :substituteName, :by, :byName, :at) returning *""")
                .param("person", person.value()).param("name", name).param("from", from).param("to", to)
                .param("substitute", substitute == null ? null : substitute.value(), java.sql.Types.OTHER).param("substituteName", substituteName)
                .param("by", by.party().value()).param("byName", by.name()).param("at", now()).query(AbsenceBook::row).single();
    }

    void handed(long id) {
        jdbc.sql("update workflow.absences set handed_at = :at where id = :id").param("at", now()).param("id", id).update();
    }

    void end(long id, Actor by) {
        jdbc.sql("update workflow.absences set ended_by = :by, ended_at = :at where id = :id").param("by", by.party().value())
                .param("at", now()).param("id", id).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Absence row(ResultSet row, int number) throws SQLException {
        return new Absence(row.getLong("id"), party(row, "person"), row.getString("person_name"), row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class), party(row, "substitute"), row.getString("substitute_name"), row.getString("set_by_name"),
                at(row, "set_at"), at(row, "handed_at"));
    }

    private static PartyId party(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new PartyId(id);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
