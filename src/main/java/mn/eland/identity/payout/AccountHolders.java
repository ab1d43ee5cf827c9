package mn.eland.identity.payout;

import java.sql.Timestamp;
import java.time.Duration;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the accounts that people are paid into, and tells what is known of how they come here. */
@Component
public class AccountHolders {

    private static final Duration NEW = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final ElandClock clock;

    AccountHolders(JdbcClient jdbc, ElandClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param newDevice    a browser of the last day, beside older ones
     * @param emailAgeDays since the address of mail is known here
     * @param faceMatch    likeness of the face at the last verification; 1 when none was compared
     */
    public record Signs(boolean newDevice, long emailAgeDays, double faceMatch) {
    }

    public Signs signs(PartyId person) {
        var before = Timestamp.from(clock.instant().minus(NEW));
        return jdbc.sql("""
                select exists (select from identity.devices where party_id = p.id and first_seen > :before)
                        and exists (select from identity.devices where party_id = p.id and first_seen <= :before) as new_device,
                    extract(day from :now::timestamptz - p.created_at)::bigint as days,
                    coalesce((select face_likeness from identity.verifications where party_id = p.id and face_likeness is not null
                        order by consented_at desc limit 1), 1) as face
                from identity.parties p where p.id = :person""")
                .param("before", before).param("now", Timestamp.from(clock.instant())).param("person", person.value())
                .query((row, n) -> new Signs(row.getBoolean("new_device"), row.getLong("days"), row.getDouble("face"))).single();
    }

    /** From now on cases that open pay the person here. */
    public void payInto(PartyId person, String iban) {
        jdbc.sql("update identity.parties set iban = ? where id = ?").params(iban, person.value()).update();
    }
}
