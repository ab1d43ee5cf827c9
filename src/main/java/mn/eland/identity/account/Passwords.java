package mn.eland.identity.account;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import mn.eland.identity.Parties;
import mn.eland.identity.account.AccountEvent.PasswordChanged;
import mn.eland.identity.account.AccountEvent.PasswordLinkAsked;
import mn.eland.identity.account.Openings.Holder;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How people change a password they know, and get a new one for a password they have forgotten. Its owner is told of both. */
@Service
@Transactional
public class Passwords {

    private static final Duration LINK = Duration.ofMinutes(30);
    private static final Duration AGAIN = Duration.ofMinutes(2);
    private static final String PURPOSE = "password link";

    private final JdbcClient jdbc;
    private final Openings openings;
    private final SignInAddresses addresses;
    private final SignInGuard guard;
    private final PasswordRules rules;
    private final PasswordEncoder encoder;
    private final AccountSecrets secrets;
    private final Parties parties;
    private final ElandClock clock;
    private final ApplicationEventPublisher events;

    Passwords(JdbcClient jdbc, Openings openings, SignInAddresses addresses, SignInGuard guard, PasswordRules rules, PasswordEncoder encoder,
              AccountSecrets secrets, Parties parties, ElandClock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.openings = openings;
        this.addresses = addresses;
        this.guard = guard;
        this.rules = rules;
        this.encoder = encoder;
        this.secrets = secrets;
        this.parties = parties;
        this.clock = clock;
        this.events = events;
    }

    /** Sends a link to the owner of the address; whether there is one is not told. */
    public void forgotten(String email) {
        var typed = Applicant.email(email);
        send(typed, (Applicant.isEmail(typed) ? addresses.find(typed).flatMap(openings::holder) : Optional.<Holder>empty())
                .filter(one -> !hasFreshLink(one.username())));
    }

    /** The password is worth nothing from now on; a link for a new one goes to the address the person is known by. */
    public void replace(PartyId person) {
        openings.holderOf(person).ifPresent(holder -> {
            openings.setPassword(holder.username(), encoder.encode(secrets.token()));
            send(parties.party(person).email(), Optional.of(holder));
        });
    }

    private void send(String typed, Optional<Holder> holder) {
        var token = secrets.token();
        var until = clock.instant().plus(LINK);
        holder.ifPresent(one -> jdbc.sql("delete from identity.password_links where username = ?").param(one.username()).update());
        jdbc.sql("insert into identity.password_links (token_hash, username, expires_at) values (?, ?, ?)")
                .params(secrets.key(PURPOSE, token), holder.map(Holder::username).orElse(null), until.atOffset(ZoneOffset.UTC)).update();
        holder.ifPresent(one -> events.publishEvent(new PasswordLinkAsked(one.party(), typed, token, parties.language(one.party()), until)));
    }

    /**
     * Sets the password of whom the link was sent to, once. Refused with {@code LINK_OVER} (expired), or as the rules of passwords
     * say, which leaves the link as it is.
     *
     * @return whose it was, whose sessions have to end
     */
    public Outcome<PartyId> useLink(String token, String newPassword) {
        var holder = jdbc.sql("select username from identity.password_links where token_hash = ? and username is not null and expires_at > ? for update")
                .params(secrets.key(PURPOSE, String.valueOf(token)), OffsetDateTime.now(clock)).query(String.class).optional().flatMap(openings::holder);
        if (holder.isEmpty()) {
            return Outcome.refused(Refusal.expired("LINK_OVER"));
        }
        return set(holder.get(), newPassword, true).map(nothing -> holder.get().party());
    }

    /** Refused with {@code PASSWORD_WRONG} for the old one, {@code SIGN_IN_HELD_UP} after many wrong ones, or as the rules say. */
    public Outcome<Void> change(PartyId person, String password, String newPassword, String address) {
        return known(person, password, address).flatMap(holder -> set(holder, newPassword, false));
    }

    /** The account of a person who has just shown to know its password; refusals as for {@link #change}. */
    public Outcome<Holder> known(PartyId person, String password, String address) {
        var holder = openings.holderOf(person).orElse(null);
        if (holder == null) {
            return Outcome.refused(Refusal.notFound("NO_ACCOUNT"));
        }
        long wait = guard.secondsToWait(holder.username(), address, true);
        if (wait > 0) {
            return Outcome.refused(Refusal.conflict("SIGN_IN_HELD_UP").with("seconds", wait));
        }
        if (password == null || password.isBlank()) {
            return Outcome.refused(Refusal.invalid("PASSWORD_WRONG", "password"));
        }
        if (!encoder.matches(password, holder.passwordHash())) {
            guard.failed(holder.username(), address);
            return Outcome.refused(Refusal.invalid("PASSWORD_WRONG", "password"));
        }
        return Outcome.done(holder);
    }

    /** Nobody's mailbox is flooded: the link of a moment ago is good. */
    private boolean hasFreshLink(String username) {
        return jdbc.sql("select exists (select from identity.password_links where username = ? and expires_at > ?)")
                .params(username, OffsetDateTime.now(clock).plus(LINK).minus(AGAIN)).query(Boolean.class).single();
    }

    private Outcome<Void> set(Holder holder, String newPassword, boolean byLink) {
        var party = parties.party(holder.party());
        var fault = encoder.matches(String.valueOf(newPassword), holder.passwordHash()) ? Optional.of(Refusal.invalid("PASSWORD_UNCHANGED", "newPassword"))
                : rules.fault(newPassword, "newPassword", Arrays.asList(party.givenName(), party.parentName(), party.phone(), party.companyName()));
        if (fault.isPresent()) {
            return Outcome.refused(fault.get());
        }
        openings.setPassword(holder.username(), encoder.encode(newPassword));
        jdbc.sql("delete from identity.password_links where username = ?").param(holder.username()).update();
        guard.succeeded(holder.username(), null);
        events.publishEvent(new PasswordChanged(holder.party(), byLink, clock.instant()));
        return Outcome.done();
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT3M")
    void forgetOver() {
        jdbc.sql("delete from identity.password_links where expires_at < ?").param(OffsetDateTime.now(clock)).update();
    }
}
