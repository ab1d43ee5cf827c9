package mn.eland.identity.payout;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.OptionalLong;
import mn.eland.identity.trace.SignInSigns;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the accounts that people are paid into, and tells what is known of how they come here. */
@Component
public class AccountHolders {

    private final JdbcClient jdbc;
    private final SignInSigns signIns;
    private final ElandClock clock;

    AccountHolders(JdbcClient jdbc, SignInSigns signIns, ElandClock clock) {
        this.jdbc = jdbc;
        this.signIns = signIns;
        this.clock = clock;
    }

    /**
     * @param newDevice        a browser of the last day, beside older ones
     * @param newCountry       a sign-in of the last day from a country in which the person had not been, as far as networks tell
     * @param failedLastHour   wrong passwords and codes of the last hour
     * @param velocityKmh      the fastest way between two sign-ins of the last day, by the least distance of their countries
     * @param passwordSetHours since another password was set, by its owner, by a link, or after a lost second step; empty when never
     * @param emailAgeDays     since the address of mail is known here
     * @param faceMatch        likeness of the face at the last verification; 1 when none was compared
     */
    public record Signs(boolean newDevice, boolean newCountry, long failedLastHour, long velocityKmh, OptionalLong passwordSetHours,
                        long emailAgeDays, double faceMatch) {
    }

    public Signs signs(PartyId person) {
        var lately = signIns.of(person);
        return jdbc.sql("""
                select extract(day from :now::timestamptz - p.created_at)::bigint as days,
                    (select max(password_set_at) from identity.accounts where party_id = p.id) as password_set,
                    coalesce((select face_likeness from identity.verifications where party_id = p.id and face_likeness is not null
                        order by consented_at desc limit 1), 1) as face
                from identity.parties p where p.id = :person""")
                .param("now", Timestamp.from(clock.instant())).param("person", person.value())
                .query((row, n) -> new Signs(lately.newDevice(), lately.newCountry(), lately.failedLastHour(), lately.velocityKmh(),
                        hours(row.getTimestamp("password_set")), row.getLong("days"), row.getDouble("face"))).single();
    }

    private OptionalLong hours(Timestamp since) {
        return since == null ? OptionalLong.empty() : OptionalLong.of(Duration.between(since.toInstant(), clock.instant()).toHours());
    }

    /** From now on cases that open pay the person here. */
    public void payInto(PartyId person, String iban) {
        jdbc.sql("update identity.parties set iban = ? where id = ?").params(iban, person.value()).update();
    }
}
