package mn.eland.identity.capacity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.identity.spi.AgentRegister;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of licences by which people are agents. */
@Repository
public class Licences {

    private static final Duration ASKED_AGAIN = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final ElandClock clock;

    Licences(JdbcClient jdbc, ElandClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Licence put(PartyId holder, AgentRegister.Licence found) {
        jdbc.sql("""
                insert into identity.agent_licences (holder, licence_no, valid_from, valid_until, checked_at) values (?, ?, ?, ?, ?)
                on conflict (holder) do update set licence_no = excluded.licence_no, valid_from = excluded.valid_from,
                    valid_until = excluded.valid_until, checked_at = excluded.checked_at, ended_at = null""")
                .params(holder.value(), found.number(), found.validFrom(), found.validUntil(), OffsetDateTime.now(clock)).update();
        return find(holder).orElseThrow();
    }

    Optional<Licence> find(PartyId holder) {
        return jdbc.sql("select * from identity.agent_licences where holder = ? and ended_at is null").param(holder.value())
                .query(Licences::licence).optional();
    }

    List<Licence> toCheck(LocalDate today) {
        return jdbc.sql("select * from identity.agent_licences where ended_at is null and (valid_until < ? or checked_at < ?)")
                .params(today, OffsetDateTime.now(clock).minus(ASKED_AGAIN)).query(Licences::licence).list();
    }

    void checked(PartyId holder) {
        jdbc.sql("update identity.agent_licences set checked_at = ? where holder = ?").params(OffsetDateTime.now(clock), holder.value()).update();
    }

    void end(PartyId holder) {
        jdbc.sql("update identity.agent_licences set ended_at = ? where holder = ?").params(OffsetDateTime.now(clock), holder.value()).update();
    }

    private static Licence licence(ResultSet row, int n) throws SQLException {
        return new Licence(new PartyId(row.getObject("holder", UUID.class)), row.getString("licence_no"), row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
    }

    public record Licence(PartyId holder, String number, LocalDate validFrom, LocalDate validUntil) {
    }
}
