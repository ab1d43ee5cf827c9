package mn.eland.workflow.outage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.workflow.outage.Outage.Asked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of outages and the log of tries that somebody asked for. */
@Component
class OutageStore {

    private static final String OURS = "mn.eland.";
    private static final String NO_ANSWER = "HttpCalls$NoAnswer";

    private final JdbcClient jdbc;
    private final ElandClock clock;

    OutageStore(JdbcClient jdbc, ElandClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void failed(String poller, Exception error) {
        boolean unanswered = causes(error).anyMatch(cause -> cause.getClass().getName().endsWith(NO_ANSWER));
        jdbc.sql("""
                insert into workflow.outages (poller, kind, unanswered, technical, since, last_at, times) values (?, ?, ?, ?, ?, ?, 1)
                on conflict (poller) do update set kind = excluded.kind, unanswered = excluded.unanswered, technical = excluded.technical,
                    last_at = excluded.last_at, times = workflow.outages.times + 1""")
                .params(poller, kind(error), unanswered, String.valueOf(error.getMessage()), now(), now()).update();
    }

    /** The first error of our own, be it the outermost or what caused another, else the outermost. */
    private static String kind(Exception error) {
        var shown = causes(error).filter(cause -> cause.getClass().getName().startsWith(OURS)).findFirst().orElse(error).getClass();
        return shown.getName().substring(shown.getPackageName().length() + 1).replace('$', '.');
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause);
    }

    void over(String poller) {
        jdbc.sql("delete from workflow.outages where poller = ?").param(poller).update();
    }

    Optional<Outage> find(String poller) {
        return jdbc.sql("select * from workflow.outages where poller = ?").param(poller).query(OutageStore::outage).optional();
    }

    List<Outage> all() {
        return jdbc.sql("select * from workflow.outages order by since").query(OutageStore::outage).list();
    }

    void ask(Outage outage, Actor actor, String reason) {
        jdbc.sql("insert into workflow.outage_tries (poller, times, asked_by, asked_name, asked_at, reason) values (?, ?, ?, ?, ?, ?)")
                .params(outage.poller(), outage.times(), actor.party().value(), actor.name(), now(), reason).update();
    }

    Optional<Asked> lastAsked(String poller) {
        return jdbc.sql("select * from workflow.outage_tries where poller = ? order by id desc limit 1").param(poller).query(OutageStore::asked).optional();
    }

    List<Asked> asked(int limit) {
        return jdbc.sql("select * from workflow.outage_tries order by id desc limit ?").param(limit).query(OutageStore::asked).list();
    }

    private static Outage outage(ResultSet row, int n) throws SQLException {
        return new Outage(row.getString("poller"), row.getString("kind"), row.getBoolean("unanswered"), row.getString("technical"),
                row.getTimestamp("since").toInstant(), row.getTimestamp("last_at").toInstant(), row.getInt("times"), 0);
    }

    private static Asked asked(ResultSet row, int n) throws SQLException {
        return new Asked(row.getString("poller"), row.getInt("times"), row.getString("asked_name"), row.getTimestamp("asked_at").toInstant(),
                row.getString("reason"));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
