package mn.eland.identity.verification;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import mn.eland.identity.spi.CitizenSignOn;
import mn.eland.identity.spi.CitizenSignOn.CardUnreadable;
import mn.eland.identity.spi.CitizenSignOn.Citizen;
import mn.eland.identity.spi.CitizenSignOn.CodeRefused;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.workflow.Workflow;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The journey of a person to the sign-on of the state and back. The outside calls of the return are made outside of any transaction, so
 * nothing waits for them; a state is used up before the code is, so a return works once.
 */
@Component
public class SignOns {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int STATE_BYTES = 32;
    private static final Duration CONSENT_HOLDS = Duration.ofDays(1);

    private final CitizenSignOn signOn;
    private final Verifications verifications;
    private final VerificationRows rows;
    private final Workflow workflow;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ElandClock clock;
    private final URI back;

    SignOns(CitizenSignOn signOn, Verifications verifications, VerificationRows rows, Workflow workflow, JdbcClient jdbc,
            TransactionTemplate transaction, ElandClock clock, @Value("${eland.base-url}") String baseUrl) {
        this.signOn = signOn;
        this.verifications = verifications;
        this.rows = rows;
        this.workflow = workflow;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.back = URI.create(baseUrl + "/verification/callback");
    }

    /** Where the browser of the person has to go. Refused with {@code CONSENT_FIRST} (conflict) before the person has consented. */
    public Outcome<URI> begin(Actor actor) {
        var running = rows.running(actor.person()).filter(one -> one.state() == Verification.State.CONSENTED);
        if (running.isEmpty()) {
            return Outcome.refused(Refusal.conflict("CONSENT_FIRST"));
        }
        var state = state();
        jdbc.sql("insert into identity.sign_ons (state_hash, number, party_id, begun_at) values (?, ?, ?, ?)")
                .params(hash(state), running.get().number().number(), actor.person().value(), Timestamp.from(clock.instant())).update();
        return Outcome.done(signOn.address(state, back));
    }

    /**
     * The person has come back. Refused with {@code SIGN_ON_STALE} (gone) for a state or code that is unknown, another's, used or too
     * old, {@code SIGN_ON_DECLINED} when the person did not allow it, {@code SIGN_ON_ORGANISATION} for who signed in for one,
     * {@code SIGN_ON_CARD} when the card could not be read, {@code SIGN_ON_AWAY} (conflict) when the sign-on did not answer, and as
     * {@link Verifications#proven}. All but the last leave the consent, so the person may begin again.
     *
     * @param error what the sign-on says instead of a code, or null
     */
    public Outcome<Void> back(Actor actor, String state, String code, String error) {
        var number = transaction.execute(status -> used(actor, state));
        if (number == null || number.isEmpty()) {
            return Outcome.refused(Refusal.expired("SIGN_ON_STALE"));
        }
        if (error != null || code == null) {
            return Outcome.refused(Refusal.invalid("SIGN_ON_DECLINED"));
        }
        try {
            var answer = signOn.identity(code, back);
            return answer instanceof Citizen citizen ? verifications.proven(actor, number.get(), citizen)
                    : answer instanceof CodeRefused ? Outcome.refused(Refusal.expired("SIGN_ON_STALE"))
                    : answer instanceof CardUnreadable ? Outcome.refused(Refusal.conflict("SIGN_ON_CARD"))
                    : Outcome.refused(Refusal.invalid("SIGN_ON_ORGANISATION"));
        } catch (CitizenSignOn.Unavailable away) {
            return Outcome.refused(Refusal.conflict("SIGN_ON_AWAY"));
        }
    }

    /** The verification that this state belongs to, once, for the person who began, and not too late. */
    private Optional<CaseRef> used(Actor actor, String state) {
        var within = Duration.parse(workflow.parameter("identity.signOnWithin"));
        return jdbc.sql("""
                update identity.sign_ons set used_at = ? where state_hash = ? and party_id = ? and used_at is null and begun_at > ?
                returning number""")
                .params(Timestamp.from(clock.instant()), hash(state == null ? "" : state), actor.person().value(),
                        Timestamp.from(clock.instant().minus(within)))
                .query((row, n) -> CaseRef.of(row.getString("number"))).optional();
    }

    /** A consent that nobody followed up within a day lapses, and the picture with it. */
    @Scheduled(cron = "0 20 3 * * *", zone = "Asia/Ulaanbaatar")
    void forgetLapsed() {
        var before = Timestamp.from(clock.instant().minus(CONSENT_HOLDS));
        var lapsed = "(select number from identity.verifications where state = 'CONSENTED' and consented_at < ?)";
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from identity.verification_faces where number in " + lapsed).param(before).update();
            jdbc.sql("delete from identity.sign_ons where number in " + lapsed).param(before).update();
            jdbc.sql("delete from identity.verifications where state = 'CONSENTED' and consented_at < ?").param(before).update();
        });
    }

    private static String state() {
        var bytes = new byte[STATE_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String state) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
