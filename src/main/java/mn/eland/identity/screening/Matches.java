package mn.eland.identity.screening;

import static mn.eland.kernel.Outcome.refused;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import mn.eland.identity.screening.ListEvent.MatchCleared;
import mn.eland.identity.spi.NameScreening.Hit;
import mn.eland.identity.spi.NameScreening.Kind;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom we know and found on a list of sanctions, until the head of compliance says that it is somebody else of the same name. */
@Component
@Transactional
public class Matches {

    private static final int SHORTEST_NOTE = 10;
    private static final int LONGEST_NOTE = 2000;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    Matches(JdbcClient jdbc, ApplicationEventPublisher events, ElandClock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** @param party whom we know @param entry the name on the list */
    public record Match(PartyId party, String list, String entry, Instant foundAt) {
    }

    /** Remembers entries of lists of sanctions, and leaves out of all hits those that were cleared for this party. */
    public List<Hit> uncleared(PartyId party, List<Hit> hits) {
        hits.stream().filter(hit -> hit.kind() == Kind.SANCTIONS).forEach(hit -> jdbc.sql("""
                insert into identity.list_matches (party_id, list, entry, found_at) values (?, ?, ?, ?) on conflict do nothing""")
                .params(party.value(), hit.list(), hit.entry(), Timestamp.from(clock.instant())).update());
        return hits.stream().filter(hit -> hit.kind() != Kind.SANCTIONS || !isCleared(party, hit)).toList();
    }

    private boolean isCleared(PartyId party, Hit hit) {
        return jdbc.sql("select exists (select from identity.list_matches where party_id = ? and list = ? and entry = ? and cleared_at is not null)")
                .params(party.value(), hit.list(), hit.entry()).query(Boolean.class).single();
    }

    /** Found, and not cleared. */
    @Transactional(readOnly = true)
    public boolean isListed(PartyId party) {
        return jdbc.sql("select exists (select from identity.list_matches where party_id = ? and cleared_at is null)").param(party.value())
                .query(Boolean.class).single();
    }

    /** What nobody has looked at yet, newest first; refused with {@code LISTS_UNKNOWN} (not found) for all but compliance. */
    @Transactional(readOnly = true)
    public Outcome<List<Match>> open(Actor actor) {
        return !actor.isAnyOf(Role.COMPLIANCE, Role.COMPLIANCE_HEAD) ? refused(Refusal.notFound("LISTS_UNKNOWN"))
                : Outcome.done(jdbc.sql("select * from identity.list_matches where cleared_at is null order by found_at desc limit 200")
                .query((row, n) -> new Match(new PartyId(row.getObject("party_id", UUID.class)), row.getString("list"), row.getString("entry"),
                        row.getTimestamp("found_at").toInstant())).list());
    }

    /**
     * The party is somebody else than those whose entries it was found under: it may prove who it is anew. For the head of compliance, not
     * in a matter of his own: {@code LISTS_UNKNOWN} (not found), {@code OWN_IDENTITY} (forbidden), {@code MATCH_NOTE_LENGTH} for a note that is
     * not 10 to 2000 characters long, {@code MATCH_GONE} (conflict) when nothing is open.
     */
    public Outcome<Void> clear(Actor head, PartyId party, String note) {
        if (!head.is(Role.COMPLIANCE_HEAD)) {
            return refused(Refusal.notFound("LISTS_UNKNOWN"));
        }
        if (head.person().equals(party)) {
            return refused(Refusal.forbidden("OWN_IDENTITY"));
        }
        if (note == null || note.strip().length() < SHORTEST_NOTE || note.strip().length() > LONGEST_NOTE) {
            return refused(Refusal.invalid("MATCH_NOTE_LENGTH", "note"));
        }
        int cleared = jdbc.sql("""
                update identity.list_matches set cleared_by = ?, cleared_name = ?, cleared_at = ?, note = ? where party_id = ? and cleared_at is null""")
                .params(head.person().value(), head.name(), Timestamp.from(clock.instant()), note.strip(), party.value()).update();
        if (cleared == 0) {
            return refused(Refusal.conflict("MATCH_GONE"));
        }
        events.publishEvent(new MatchCleared(party, head.person(), clock.instant()));
        return Outcome.done();
    }
}
