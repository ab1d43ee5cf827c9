package mn.eland.identity.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import mn.eland.identity.passport.Foreigner;
import mn.eland.kernel.ElandClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of people who want an account: sealed, and gone when their time is over. */
@Repository
class RegistrationStore {

    private static final String PHONE = "code to phone";
    private static final String EMAIL = "code to email";
    private static final String BREAK = "\u001f";
    private static final int BORN = 7;

    private final JdbcClient jdbc;
    private final AccountSecrets secrets;
    private final ElandClock clock;

    RegistrationStore(JdbcClient jdbc, AccountSecrets secrets, ElandClock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    void add(UUID id, Applicant a, String language, String passwordHash, Codes codes, Instant until) {
        jdbc.sql("insert into identity.registrations (id, typed, password_hash, mail_code, phone_code, expires_at, phone_key, email_key) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(id, secrets.seal(String.join(BREAK, a.registerNumber(), a.clanName(), a.parentName(), a.givenName(), a.phone(), a.email(), language, born(a.foreigner()), country(a.foreigner())), place(id)),
                        passwordHash, hash(id, codes.mail()), hash(id, codes.phone()), until.atOffset(ZoneOffset.UTC), secrets.key(PHONE, a.phone()),
                        secrets.key(EMAIL, a.email())).update();
    }

    /** How many times codes went to this telephone or this address lately. */
    int lettersTo(Applicant a) {
        return jdbc.sql("select coalesce(sum(letters), 0) from identity.registrations where (phone_key = ? or email_key = ?) and expires_at > ?")
                .params(secrets.key(PHONE, a.phone()), secrets.key(EMAIL, a.email()), OffsetDateTime.now(clock)).query(Integer.class).single();
    }

    /** Counts one more try and gives the row, locked until the transaction ends; empty when it is over or was tried too often. */
    Optional<Row> tried(UUID id, int mostTries) {
        return jdbc.sql("update identity.registrations set tries = tries + 1 where id = ? and expires_at > ? and tries < ? returning *")
                .params(id, OffsetDateTime.now(clock), mostTries).query((row, n) -> {
                    var typed = secrets.open(row.getString("typed"), place(id)).split(BREAK, -1);
                    return new Row(id, new Applicant(typed[0], typed[1], typed[2], typed[3], typed[4], typed[5], foreigner(typed)), typed[6],
                            row.getString("password_hash"), row.getString("mail_code"), row.getString("phone_code"), row.getInt("letters"));
                }).optional();
    }

    boolean isOpen(UUID id, int mostTries) {
        return jdbc.sql("select exists (select from identity.registrations where id = ? and expires_at > ? and tries < ?)")
                .params(id, OffsetDateTime.now(clock), mostTries).query(Boolean.class).single();
    }

    void setCodes(UUID id, Codes codes, Instant until) {
        jdbc.sql("update identity.registrations set mail_code = ?, phone_code = ?, letters = letters + 1, expires_at = ? where id = ?")
                .params(hash(id, codes.mail()), hash(id, codes.phone()), until.atOffset(ZoneOffset.UTC), id).update();
    }

    boolean isRight(Row row, String mailCode, String phoneCode) {
        return hash(row.id(), mailCode).equals(row.mailCode()) & hash(row.id(), phoneCode).equals(row.phoneCode());
    }

    void remove(UUID id) {
        jdbc.sql("delete from identity.registrations where id = ?").param(id).update();
    }

    void forgetOver() {
        jdbc.sql("delete from identity.registrations where expires_at < ?").param(OffsetDateTime.now(clock)).update();
    }

    /** Whoever comes second for one person waits until the first is done. */
    void lock(String registerNumber) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 4))").param(secrets.key("opening", registerNumber))
                .query((row, n) -> n).list();
    }

    private static String born(Foreigner foreigner) {
        return foreigner == null ? "" : foreigner.born().toString();
    }

    private static String country(Foreigner foreigner) {
        return foreigner == null ? "" : foreigner.country();
    }

    private static Foreigner foreigner(String[] typed) {
        return typed.length <= BORN || typed[BORN].isEmpty() ? null : new Foreigner(LocalDate.parse(typed[BORN]), typed[BORN + 1], null);
    }

    private static String place(UUID id) {
        return "identity.registrations.typed:" + id;
    }

    private String hash(UUID id, String code) {
        return secrets.key("registration " + id, String.valueOf(code));
    }

    /** One for each channel. */
    record Codes(String mail, String phone) {
    }

    record Row(UUID id, Applicant applicant, String language, String passwordHash, String mailCode, String phoneCode, int letters) {
    }
}
