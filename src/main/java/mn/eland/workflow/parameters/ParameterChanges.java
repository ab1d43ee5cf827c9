package mn.eland.workflow.parameters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import mn.eland.workflow.Parameter.Change;
import mn.eland.workflow.Parameter.State;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who changed which parameter, when and why. Nothing is ever taken out of it. */
@Component
class ParameterChanges {

    private static final RowMapper<Change> CHANGE = (row, number) -> new Change(row.getLong("id"), row.getString("key"),
            row.getString("value_before"), row.getString("value"), row.getString("reason"), State.valueOf(row.getString("state")),
            party(row.getObject("proposed_by", UUID.class)), row.getString("proposed_by_name"), row.getTimestamp("proposed_at").toInstant(),
            party(row.getObject("decided_by", UUID.class)), row.getString("decided_by_name"),
            row.getTimestamp("decided_at") == null ? null : row.getTimestamp("decided_at").toInstant(), row.getString("note"));

    private final JdbcClient jdbc;
    private final ElandClock clock;

    ParameterChanges(JdbcClient jdbc, ElandClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One change of the table after the other, until the commit. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('parameters', 0))").query((row, number) -> true).single();
    }

    /** The newest approved change of each key. */
    Map<String, Change> approved() {
        var changes = new LinkedHashMap<String, Change>();
        jdbc.sql("select distinct on (key) * from workflow.parameter_changes where state = 'APPROVED' order by key, id desc")
                .query(CHANGE).list().forEach(change -> changes.put(change.key(), change));
        return changes;
    }

    /** Changes that wait for a second person, by key. */
    Map<String, Change> waiting() {
        var changes = new LinkedHashMap<String, Change>();
        jdbc.sql("select * from workflow.parameter_changes where state = 'PROPOSED' order by id")
                .query(CHANGE).list().forEach(change -> changes.put(change.key(), change));
        return changes;
    }

    int waitingFor(Actor actor) {
        return jdbc.sql("select count(*) from workflow.parameter_changes where state = 'PROPOSED' and proposed_by <> :actor")
                .param("actor", actor.party().value()).query(Integer.class).single();
    }

    /** Newest first. */
    List<Change> newest(int limit) {
        return jdbc.sql("select * from workflow.parameter_changes order by id desc limit :limit").param("limit", limit).query(CHANGE).list();
    }

    Optional<Change> find(long id) {
        return jdbc.sql("select * from workflow.parameter_changes where id = :id").param("id", id).query(CHANGE).optional();
    }

    Change propose(Actor actor, String key, String before, String value, String reason) {
        return jdbc.sql("""
                insert into workflow.parameter_changes (key, value_before, value, reason, state, proposed_by, proposed_by_name, proposed_at)
                values (:key, :before, :value, :reason, 'PROPOSED', :by, :name, :at) returning *""")
                .param("key", key).param("before", before).param("value", value).param("reason", reason)
                .param("by", actor.party().value()).param("name", actor.name()).param("at", now()).query(CHANGE).single();
    }

    Change decide(Actor actor, long id, State state, String note) {
        return jdbc.sql("""
                update workflow.parameter_changes set state = :state, decided_by = :by, decided_by_name = :name, decided_at = :at, note = :note
                where id = :id returning *""")
                .param("state", state.name()).param("by", actor.party().value()).param("name", actor.name()).param("at", now())
                .param("note", note).param("id", id).query(CHANGE).single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static LocalDate day(Instant time) {
        return time.atZone(ElandClock.ULAANBAATAR).toLocalDate();
    }

    private static PartyId party(UUID id) {
        return id == null ? null : new PartyId(id);
    }
}
