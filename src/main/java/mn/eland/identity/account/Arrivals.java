package mn.eland.identity.account;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import mn.eland.identity.account.AccountEvent.AccountNotOpened;
import mn.eland.identity.account.AccountEvent.AccountOpened;
import mn.eland.identity.account.AccountEvent.CameIn;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People whom an issuer elsewhere signs in. Its accounts are its own affair; here stands who the person is, and which roles the
 * issuer gave, so that the groups of the staff are known without asking it.
 */
@Service
@Transactional
public class Arrivals {

    private static final Duration TOLD_UNTIL = Duration.ofMinutes(30);

    private final RegistrationStore store;
    private final SignInAddresses addresses;
    private final Openings openings;
    private final PasswordEncoder encoder;
    private final JdbcClient jdbc;
    private final ElandClock clock;
    private final ApplicationEventPublisher events;

    Arrivals(RegistrationStore store, SignInAddresses addresses, Openings openings, PasswordEncoder encoder, JdbcClient jdbc, ElandClock clock,
             ApplicationEventPublisher events) {
        this.store = store;
        this.addresses = addresses;
        this.openings = openings;
        this.encoder = encoder;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Opens the account of somebody who comes for the first time, with an address that the issuer has confirmed and a password that
     * nobody knows. Refused with {@code ACCOUNT_CLOSED} (forbidden) when there was one of this name, {@code PERSON_UNFIT} (invalid)
     * when what the person told the issuer cannot be right, and {@code PERSON_KNOWN} (conflict) when somebody has the register number
     * or the address: whoever types a number does not become its owner. To the address is then written what a registration here says.
     */
    public Outcome<Void> admit(String username, Applicant applicant, String language) {
        if (jdbc.sql("select exists (select from identity.accounts where username = ?)").param(username).query(Boolean.class).single()) {
            return Outcome.refused(Refusal.forbidden("ACCOUNT_CLOSED"));
        }
        if (!applicant.faults().isEmpty()) {
            return Outcome.refused(Refusal.invalid("PERSON_UNFIT"));
        }
        store.lock(applicant.registerNumber());
        if (openings.isKnown(applicant.registerNumber()) || addresses.find(applicant.email()).isPresent()) {
            events.publishEvent(new AccountNotOpened(UUID.randomUUID(), applicant.email(), language, clock.instant().plus(TOLD_UNTIL)));
            return Outcome.refused(Refusal.conflict("PERSON_KNOWN"));
        }
        var person = openings.open(applicant, username, encoder.encode(UUID.randomUUID().toString()), language);
        addresses.add(applicant.email(), username);
        events.publishEvent(new AccountOpened(person, clock.instant()));
        return Outcome.done();
    }

    /** The person has come in to the pages. From now on the account has the roles that the issuer gave, and no others. */
    public void cameIn(PartyId person, Set<Role> given) {
        var had = jdbc.sql("select role from identity.account_roles where username in (select username from identity.accounts where party_id = ?)")
                .param(person.value()).query(String.class).list();
        for (var role : Role.values()) {
            boolean has = had.contains(role.claim());
            if (!has && given.contains(role)) {
                openings.addRole(person, role);
            } else if (has && !given.contains(role)) {
                openings.removeRole(person, role);
            }
        }
        events.publishEvent(new CameIn(person, clock.instant()));
    }
}
