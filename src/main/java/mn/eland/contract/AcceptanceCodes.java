package mn.eland.contract;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.store.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One-time codes for accepting: six digits, ten minutes, five tries. Only a hash is kept that the key of the house goes into:
 * a stolen row can be tried against by nobody who has not the key, however fast he is.
 */
@Component
class AcceptanceCodes {

    static final Duration VALID = Duration.ofMinutes(10);
    static final Duration BETWEEN = Duration.ofSeconds(30);
    static final int TRIES = 5;
    static final int PER_HOUR = 5;
    private static final int SALT_BYTES = 16;
    private final JdbcClient sql;
    private final Vault vault;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AcceptanceCodes(JdbcClient sql, Vault vault, ElandClock clock) {
        this.sql = sql;
        this.vault = vault;
        this.clock = clock;
    }

    /** A fresh code in place of the earlier ones. */
    Outcome<Issued> issue(UUID document, PartyId signer) {
        var now = clock.instant();
        var recent = sql.sql("select issued_at from contract.codes where document = ? and party = ? and issued_at > ? order by issued_at")
                .params(document, signer.value(), Timestamp.from(now.minus(Duration.ofHours(1))))
                .query((rows, n) -> rows.getTimestamp(1).toInstant()).list();
        if (!recent.isEmpty()) {
            var again = recent.size() >= PER_HOUR ? recent.get(recent.size() - PER_HOUR).plus(Duration.ofHours(1))
                    : recent.get(recent.size() - 1).plus(BETWEEN);
            if (now.isBefore(again)) {
                return Outcome.refused(Refusal.conflict("CODE_TOO_SOON").with("seconds", Duration.between(now, again).toSeconds() + 1));
            }
        }
        var code = String.format("%06d", random.nextInt(1_000_000));
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var until = now.plus(VALID);
        sql.sql("insert into contract.codes (document, party, salt, hash, issued_at, valid_until) values (?, ?, ?, ?, ?, ?)")
                .params(document, signer.value(), salt, hash(document, signer, code, salt), Timestamp.from(now), Timestamp.from(until)).update();
        return Outcome.done(new Issued(code, until));
    }

    /** Uses the newest code up, or counts a wrong try. */
    Outcome<Void> use(UUID document, PartyId signer, String typed) {
        var newest = newest(document, signer);
        if (newest.isEmpty() || newest.get().used) {
            return Outcome.refused(Refusal.invalid("CODE_MISSING", "code"));
        }
        var code = newest.get();
        if (code.tries >= TRIES) {
            return Outcome.refused(Refusal.invalid("CODE_TRIES", "code"));
        }
        if (!clock.instant().isBefore(code.validUntil)) {
            return Outcome.refused(Refusal.invalid("CODE_EXPIRED", "code"));
        }
        var digits = typed == null ? "" : typed.replaceAll("\\s", "");
        if (!MessageDigest.isEqual(hash(document, signer, digits, code.salt), code.hash)) {
            sql.sql("update contract.codes set tries = tries + 1 where id = ?").param(code.id).update();
            return Outcome.refused(code.tries + 1 >= TRIES ? Refusal.invalid("CODE_TRIES", "code")
                    : Refusal.invalid("CODE_WRONG", "code").with("left", TRIES - code.tries - 1));
        }
        sql.sql("update contract.codes set used_at = ? where id = ?").params(Timestamp.from(clock.instant()), code.id).update();
        return Outcome.done();
    }

    /** Whether the newest code can still be typed. */
    boolean isOpen(UUID document, PartyId signer) {
        return sql.sql("""
                        select used_at is null and tries < ? and valid_until > ? from contract.codes
                        where document = ? and party = ? order by issued_at desc, id desc limit 1""")
                .params(TRIES, Timestamp.from(clock.instant()), document, signer.value()).query(Boolean.class).optional().orElse(false);
    }

    private Optional<Code> newest(UUID document, PartyId signer) {
        return sql.sql("""
                        select id, salt, hash, valid_until, tries, used_at is not null from contract.codes
                        where document = ? and party = ? order by issued_at desc, id desc limit 1 for update""")
                .params(document, signer.value())
                .query((rows, n) -> new Code(rows.getLong(1), rows.getBytes(2), rows.getBytes(3),
                        rows.getTimestamp(4).toInstant(), rows.getInt(5), rows.getBoolean(6))).optional();
    }

    /** Another for each code that was sent, and of use for its signer and document alone. */
    private byte[] hash(UUID document, PartyId signer, String code, byte[] salt) {
        var what = String.join(" ", "acceptance", document.toString(), signer.toString(), HexFormat.of().formatHex(salt), code);
        return HexFormat.of().parseHex(vault.index(Vault.Kind.CODE, what));
    }

    record Issued(String code, Instant validUntil) {
    }

    private record Code(long id, byte[] salt, byte[] hash, Instant validUntil, int tries, boolean used) {
    }
}
