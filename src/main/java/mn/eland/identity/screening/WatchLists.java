package mn.eland.identity.screening;

import static mn.eland.kernel.Outcome.refused;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import mn.eland.identity.screening.ListEvent.ListImported;
import mn.eland.identity.screening.ListEvent.NewlyListed;
import mn.eland.identity.spi.NameScreening.Kind;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists that compliance brings. Everybody whom we know is held against a new list of sanctions in the moment it arrives. */
@Component
@Transactional
public class WatchLists {

    private static final int LONGEST_NAME = 80;
    private static final int BATCH = 500;

    private final Screening screening;
    private final Matches matches;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    WatchLists(Screening screening, Matches matches, JdbcClient jdbc, JdbcTemplate batches, ApplicationEventPublisher events, ElandClock clock) {
        this.screening = screening;
        this.matches = matches;
        this.jdbc = jdbc;
        this.batches = batches;
        this.events = events;
        this.clock = clock;
    }

    /** A file of a list. @param replacedAt null while it is in force */
    public record WatchList(String name, Kind kind, String fileName, int entries, String importedBy, Instant importedAt, Instant replacedAt) {
    }

    /** What an import did. @param found how many of the people we know stand on it */
    public record Imported(String name, int entries, int found) {
    }

    /** All files, newest first; refused with {@code LISTS_UNKNOWN} (not found) for others. */
    @Transactional(readOnly = true)
    public Outcome<List<WatchList>> all(Actor actor) {
        return !isCompliance(actor) ? refused(strange()) : Outcome.done(jdbc.sql("select * from identity.watch_lists order by id desc limit 200")
                .query((row, n) -> new WatchList(row.getString("name"), Kind.valueOf(row.getString("kind")), row.getString("file_name"),
                        row.getInt("entries"), row.getString("imported_name"), row.getTimestamp("imported_at").toInstant(),
                        row.getTimestamp("replaced_at") == null ? null : row.getTimestamp("replaced_at").toInstant())).list());
    }

    /**
     * Takes a file, as {@link ListFile} describes it, in the place of the one of the same name. Refused with {@code LISTS_UNKNOWN} (not
     * found), {@code LIST_NAME_MISSING}, {@code LIST_FILE_UNREADABLE}, {@code LIST_FILE_EMPTY}.
     */
    public Outcome<Imported> take(Actor actor, String name, Kind kind, String fileName, String text) {
        if (!isCompliance(actor)) {
            return refused(strange());
        }
        if (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME) {
            return refused(Refusal.invalid("LIST_NAME_MISSING", "name"));
        }
        return ListFile.read(text).map(entries -> {
            keep(actor, name.strip(), kind, fileName, entries);
            events.publishEvent(new ListImported(actor.person(), name.strip(), entries.size(), clock.instant()));
            return new Imported(name.strip(), entries.size(), compare(name.strip(), kind));
        });
    }

    private void keep(Actor actor, String name, Kind kind, String fileName, List<ListFile.Entry> entries) {
        var now = Timestamp.from(clock.instant());
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('identity.watch_list ' || ?, 0))").param(name).query((row, n) -> 0).single();
        jdbc.sql("update identity.watch_lists set replaced_at = ? where name = ? and replaced_at is null").params(now, name).update();
        long list = jdbc.sql("""
                insert into identity.watch_lists (name, kind, file_name, entries, imported_by, imported_name, imported_at)
                values (?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(name, kind.name(), fileName, entries.size(), actor.person().value(), actor.name(), now).query(Long.class).single();
        record Name(ListFile.Entry entry, String name) {
        }
        var names = entries.stream().flatMap(entry -> java.util.stream.Stream.concat(java.util.stream.Stream.of(entry.name()), entry.otherNames().stream())
                .map(one -> new Name(entry, one))).toList();
        batches.batchUpdate("insert into identity.watch_list_names (list, entry_no, name, words, born, country, reason) values (?, ?, ?, ?, ?, ?, ?)",
                names, BATCH, (statement, one) -> {
                    statement.setLong(1, list);
                    statement.setString(2, one.entry().id());
                    statement.setString(3, one.name());
                    statement.setArray(4, statement.getConnection().createArrayOf("text", NameWords.of(one.name()).toArray()));
                    statement.setDate(5, one.entry().born() == null ? null : Date.valueOf(one.entry().born()));
                    statement.setString(6, one.entry().country());
                    statement.setString(7, one.entry().reason());
                });
    }

    /** Names of parties are read as they stand; whoever is found on a list of sanctions is told of by an event, to compliance alone. */
    private int compare(String list, Kind kind) {
        record Known(PartyId id, String name, java.time.LocalDate born) {
        }
        var known = jdbc.sql("select id, coalesce(company_name, concat_ws(' ', parent_name, given_name)) as name, birth_date from identity.parties")
                .query((row, n) -> new Known(new PartyId(row.getObject("id", UUID.class)), row.getString("name"),
                        row.getObject("birth_date", java.time.LocalDate.class))).list();
        int found = 0;
        for (var one : known) {
            var hits = screening.onOurLists(one.name(), one.born()).stream().filter(hit -> hit.list().equals(list)).toList();
            if (!matches.uncleared(one.id(), hits).isEmpty()) {
                found++;
                if (kind == Kind.SANCTIONS) {
                    events.publishEvent(new NewlyListed(one.id(), list, clock.instant()));
                }
            }
        }
        return found;
    }

    private static boolean isCompliance(Actor actor) {
        return actor.isAnyOf(Role.COMPLIANCE, Role.COMPLIANCE_HEAD);
    }

    private static Refusal strange() {
        return Refusal.notFound("LISTS_UNKNOWN");
    }
}
