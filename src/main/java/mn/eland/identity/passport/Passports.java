package mn.eland.identity.passport;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import mn.eland.store.vault.PersonVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The passports that were shown, for the verification that looks at them. */
@Component
public class Passports {

    private static final String NUMBER = "identity.passports.document_no";
    private static final String PAGE = "identity.passports.page";

    private final JdbcClient jdbc;
    private final PersonVault people;
    private final ElandClock clock;

    Passports(JdbcClient jdbc, PersonVault people, ElandClock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    /** @param bornMatches whether the day of birth is the one of our record; @param expiresOn the last day of the passport */
    public record Shown(String documentNo, String issuer, String nationality, boolean bornMatches, LocalDate expiresOn) {
    }

    public void keep(CaseRef number, PartyId person, Mrz mrz, boolean bornMatches, byte[] page) {
        jdbc.sql("""
                insert into identity.passports (number, party_id, document_no, issuer, nationality, born_matches, expires_on, page, shown_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(number.number(), person.value(), people.seal(person, mrz.documentNo(), NUMBER), mrz.issuer(), mrz.nationality(), bornMatches,
                        Date.valueOf(mrz.expiresOn()), people.sealBytes(person, page, PAGE), Timestamp.from(clock.instant())).update();
    }

    /** Empty when the verification has no passport, or its person was forgotten. */
    public Optional<Shown> of(CaseRef number) {
        return jdbc.sql("select * from identity.passports where number = ?").param(number.number()).query((row, n) -> new Shown(
                people.open(new PartyId(row.getObject("party_id", UUID.class)), row.getString("document_no"), NUMBER), row.getString("issuer"),
                row.getString("nationality"), row.getBoolean("born_matches"), row.getObject("expires_on", LocalDate.class))).optional()
                .filter(shown -> shown.documentNo() != null);
    }

    /** The picture of the page, JPEG or PNG. */
    public Optional<byte[]> page(CaseRef number) {
        return jdbc.sql("select party_id, page from identity.passports where number = ?").param(number.number())
                .query((row, n) -> Optional.ofNullable(people.openBytes(new PartyId(row.getObject("party_id", UUID.class)), row.getBytes("page"), PAGE)))
                .optional().flatMap(page -> page);
    }
}
