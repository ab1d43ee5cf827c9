package mn.eland.identity.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mn.eland.identity.account.AccountEvent.SecondStepChanged;
import mn.eland.identity.account.Openings.Holder;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.store.vault.PersonVault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The second step of a sign-in: a code of an authenticator application, or one of the codes kept for the day the telephone is lost. */
@Service
@Transactional
public class SecondSteps {

    private static final Duration SET_UP_WITHIN = Duration.ofMinutes(15);
    private static final int RECOVERY_CODES = 10;
    private static final String PURPOSE = "recovery ";
    private static final int RECOVERY_LENGTH = 10;
    private static final String PLACE = "identity.second_steps.secret";

    private final JdbcClient jdbc;
    private final AccountSecrets secrets;
    private final PersonVault people;
    private final Passwords passwords;
    private final Openings openings;
    private final ElandClock clock;
    private final ApplicationEventPublisher events;

    SecondSteps(JdbcClient jdbc, AccountSecrets secrets, PersonVault people, Passwords passwords, Openings openings, ElandClock clock,
                ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.people = people;
        this.passwords = passwords;
        this.openings = openings;
        this.clock = clock;
        this.events = events;
    }

    /** Whether the account asks for a second step at the sign-in. */
    public boolean isOn(String username) {
        return jdbc.sql("select exists (select from identity.second_steps where username = ? and confirmed_at is not null)")
                .param(username).query(Boolean.class).single();
    }

    public boolean isOn(PartyId person) {
        return openings.holderOf(person).map(holder -> isOn(holder.username())).orElse(false);
    }

    /** Makes a secret that waits for its first code; refused as {@link Passwords#known}, or with {@code SECOND_STEP_ON} (conflict). */
    public Outcome<Setup> begin(PartyId person, String password, String address) {
        return passwords.known(person, password, address).flatMap(holder -> {
            if (isOn(holder.username())) {
                return Outcome.refused(Refusal.conflict("SECOND_STEP_ON"));
            }
            var secret = Totp.base32(secrets.bytes(Totp.SECRET_BYTES));
            jdbc.sql("""
                    insert into identity.second_steps (username, secret, made_at) values (?, ?, ?) on conflict (username) do update
                    set secret = excluded.secret, made_at = excluded.made_at, last_step = 0 where second_steps.confirmed_at is null""")
                    .params(holder.username(), people.seal(person, secret, PLACE), OffsetDateTime.now(clock)).update();
            return Outcome.done(new Setup(secret));
        });
    }

    /** The secret that waits for its first code; empty when none does. */
    @Transactional(readOnly = true)
    public Optional<Setup> waiting(PartyId person) {
        return openings.holderOf(person).flatMap(this::waiting).map(Setup::new);
    }

    /**
     * Turns it on when the code is right; refused with {@code SECOND_STEP_GONE} (expired) or {@code TOTP_WRONG} (invalid).
     *
     * @return the recovery codes, which are never shown again
     */
    public Outcome<List<String>> confirm(PartyId person, String code) {
        var holder = openings.holderOf(person).orElse(null);
        var secret = holder == null ? null : waiting(holder).orElse(null);
        if (secret == null) {
            return Outcome.refused(Refusal.expired("SECOND_STEP_GONE"));
        }
        long step = Totp.step(Totp.bytes(secret), plain(code), clock.instant(), 0);
        if (step < 0) {
            return Outcome.refused(Refusal.invalid("TOTP_WRONG", "totp"));
        }
        jdbc.sql("update identity.second_steps set confirmed_at = ?, last_step = ? where username = ?")
                .params(OffsetDateTime.now(clock), step, holder.username()).update();
        events.publishEvent(new SecondStepChanged(person, true, clock.instant()));
        return Outcome.done(newRecoveryCodes(holder.username()));
    }

    /** Turns it off; refused as {@link Passwords#known}. */
    public Outcome<Void> end(PartyId person, String password, String address) {
        return passwords.known(person, password, address).flatMap(holder -> {
            forget(holder);
            return Outcome.done();
        });
    }

    /** Telephone and recovery codes are gone, and it was proven anew whose they were: the account asks for no second step any more. */
    public void lost(PartyId person) {
        openings.holderOf(person).ifPresent(this::forget);
    }

    private void forget(Holder holder) {
        jdbc.sql("delete from identity.recovery_codes where username = ?").param(holder.username()).update();
        if (jdbc.sql("delete from identity.second_steps where username = ?").param(holder.username()).update() == 1) {
            events.publishEvent(new SecondStepChanged(holder.party(), false, clock.instant()));
        }
    }

    /** Uses a code up: one of the application is good once and for its minute, a recovery code once. */
    public boolean use(String username, String typed) {
        var code = plain(typed);
        var person = openings.holder(username).map(Holder::party).orElse(null);
        if (person == null) {
            return false;
        }
        if (code.length() == RECOVERY_LENGTH) {
            return jdbc.sql("delete from identity.recovery_codes where username = ? and code_key = ?")
                    .params(username, secrets.key(PURPOSE + username, code)).update() == 1;
        }
        return jdbc.sql("select secret, last_step from identity.second_steps where username = ? and confirmed_at is not null for update").param(username)
                .query((row, n) -> Totp.step(Totp.bytes(people.open(person, row.getString("secret"), PLACE)), code, clock.instant(), row.getLong("last_step")))
                .optional().filter(step -> step >= 0).map(step -> jdbc.sql("update identity.second_steps set last_step = ? where username = ?")
                        .params(step, username).update() == 1).orElse(false);
    }

    @Transactional(readOnly = true)
    public int recoveryCodesLeft(PartyId person) {
        return openings.holderOf(person).map(holder -> jdbc.sql("select count(*) from identity.recovery_codes where username = ?")
                .param(holder.username()).query(Integer.class).single()).orElse(0);
    }

    private Optional<String> waiting(Holder holder) {
        return jdbc.sql("select secret from identity.second_steps where username = ? and confirmed_at is null and made_at > ?")
                .params(holder.username(), OffsetDateTime.now(clock).minus(SET_UP_WITHIN)).query(String.class).optional().map(sealed -> people.open(holder.party(), sealed, PLACE));
    }

    private List<String> newRecoveryCodes(String username) {
        jdbc.sql("delete from identity.recovery_codes where username = ?").param(username).update();
        var codes = Stream.generate(() -> Totp.base32(secrets.bytes(Totp.SECRET_BYTES)).substring(0, RECOVERY_LENGTH)).distinct().limit(RECOVERY_CODES).toList();
        codes.forEach(code -> jdbc.sql("insert into identity.recovery_codes (username, code_key) values (?, ?)")
                .params(username, secrets.key(PURPOSE + username, code)).update());
        return codes.stream().map(code -> code.substring(0, RECOVERY_LENGTH / 2) + "-" + code.substring(RECOVERY_LENGTH / 2)).toList();
    }

    private static String plain(String typed) {
        return typed == null ? "" : typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** @param secret as people type it */
    public record Setup(String secret) {

        /** What an authenticator application reads from a QR code. */
        public String address(String name) {
            return "otpauth://totp/ELAND:" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20") + "?secret=" + secret
                    + "&issuer=ELAND&algorithm=SHA1&digits=6&period=30";
        }

        /** In groups of four. */
        public String spaced() {
            return String.join(" ", IntStream.range(0, secret.length() / 4).mapToObj(i -> secret.substring(i * 4, i * 4 + 4)).toList());
        }

        @Override
        public String toString() {
            return "Setup[]";
        }
    }
}
