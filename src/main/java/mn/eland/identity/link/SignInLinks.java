package mn.eland.identity.link;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import mn.eland.identity.Parties;
import mn.eland.identity.account.Openings;
import mn.eland.identity.account.Openings.Holder;
import mn.eland.identity.account.SignInAddresses;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Role;
import mn.eland.store.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A letter instead of the password: its link works once, for a quarter of an hour, and only in the browser that asked for it, so that
 * nobody is talked into opening a link that signs somebody else in. Staff get none: whoever works here types a password.
 */
@Service
@Transactional
public class SignInLinks {

    private static final Duration LINK = Duration.ofMinutes(15);
    private static final Duration AGAIN = Duration.ofMinutes(2);
    private static final int LONGEST_ADDRESS = 254;
    private static final int SECRET_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Openings openings;
    private final SignInAddresses addresses;
    private final Parties parties;
    private final Vault vault;
    private final ElandClock clock;
    private final ApplicationEventPublisher events;

    SignInLinks(JdbcClient jdbc, Openings openings, SignInAddresses addresses, Parties parties, Vault vault, ElandClock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.openings = openings;
        this.addresses = addresses;
        this.parties = parties;
        this.vault = vault;
        this.clock = clock;
        this.events = events;
    }

    /** What a link is good for in a browser: to sign in, to ask for another one here, or nothing any more. */
    public enum State { GOOD, ELSEWHERE, OVER }

    /**
     * Sends a link to the owner of the address; whether there is one is not told. Somebody who has a fresh one gets no other.
     *
     * @param kept the secret that this browser keeps already, or null: who asks twice goes on with the first letter
     * @return the secret that this browser has to keep, which is known to nobody else
     */
    public String ask(String email, String kept) {
        var typed = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
        var holder = (typed.contains("@") && typed.length() <= LONGEST_ADDRESS ? openings.holder(addresses.username(typed))
                : Optional.<Holder>empty())
                .filter(one -> !isStaff(one) && !hasFreshLink(one.username()));
        var token = secret();
        var browser = isOurs(kept) ? kept : secret();
        var until = clock.instant().plus(LINK);
        holder.ifPresent(one -> jdbc.sql("delete from identity.sign_in_links where username = ?").param(one.username()).update());
        jdbc.sql("insert into identity.sign_in_links (token_hash, browser_hash, username, expires_at) values (?, ?, ?, ?)")
                .params(hash(token), hash(browser), holder.map(Holder::username).orElse(null), until.atOffset(ZoneOffset.UTC)).update();
        holder.ifPresent(one -> events.publishEvent(new SignInLinkAsked(one.party(), typed, token, parties.language(one.party()), until)));
        return browser;
    }

    /** @param browser the secret that the browser keeps, or null */
    @Transactional(readOnly = true)
    public State state(String token, String browser) {
        return jdbc.sql("select browser_hash from identity.sign_in_links where token_hash = ? and username is not null and expires_at > ?")
                .params(hash(token), OffsetDateTime.now(clock)).query(String.class).optional()
                .map(kept -> kept.equals(hash(browser)) ? State.GOOD : State.ELSEWHERE).orElse(State.OVER);
    }

    /** Uses the link up. @return the account to sign in to; empty unless the link is {@link State#GOOD} here */
    public Optional<String> use(String token, String browser) {
        return jdbc.sql("""
                delete from identity.sign_in_links where token_hash = ? and browser_hash = ? and username is not null and expires_at > ?
                returning username""")
                .params(hash(token), hash(browser), OffsetDateTime.now(clock)).query(String.class).optional().flatMap(openings::holder)
                .map(Holder::username);
    }

    private boolean isStaff(Holder holder) {
        return parties.actor(holder.username()).filter(actor -> actor.roles().stream().noneMatch(Role::isStaff)).isEmpty();
    }

    /** Given out by us and not too old. */
    private boolean isOurs(String browser) {
        return browser != null && jdbc.sql("select exists (select from identity.sign_in_links where browser_hash = ? and expires_at > ?)")
                .params(hash(browser), OffsetDateTime.now(clock)).query(Boolean.class).single();
    }

    private boolean hasFreshLink(String username) {
        return jdbc.sql("select exists (select from identity.sign_in_links where username = ? and expires_at > ?)")
                .params(username, OffsetDateTime.now(clock).plus(LINK).minus(AGAIN)).query(Boolean.class).single();
    }

    private String secret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String hash(String secret) {
        return vault.index(Vault.Kind.ACCOUNT, "sign-in link\u001f" + secret);
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT3M")
    void forgetOver() {
        jdbc.sql("delete from identity.sign_in_links where expires_at < ?").param(OffsetDateTime.now(clock)).update();
    }
}
