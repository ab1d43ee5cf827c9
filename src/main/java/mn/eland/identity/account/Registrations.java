package mn.eland.identity.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import mn.eland.identity.account.AccountEvent.AccountNotOpened;
import mn.eland.identity.account.AccountEvent.AccountOpened;
import mn.eland.identity.account.AccountEvent.AccountThereAlready;
import mn.eland.identity.account.AccountEvent.ConfirmationAsked;
import mn.eland.identity.account.RegistrationStore.Codes;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How somebody opens an account: a citizen with a register number, a foreigner with a passport. Whether an address or a register number has one already is told to nobody but the owner of
 * the address, by mail: every answer here is the same for both.
 */
@Service
@Transactional
public class Registrations {

    private static final Duration OPEN = Duration.ofMinutes(30);
    private static final int MOST_TRIES = 6;
    private static final int MOST_LETTERS = 3;
    /** To one telephone or address within the time of a registration, whoever asks. */
    private static final int MOST_LETTERS_TO_ONE = 6;

    private final RegistrationStore store;
    private final SignInAddresses addresses;
    private final Openings openings;
    private final PasswordRules rules;
    private final PasswordEncoder encoder;
    private final AccountSecrets secrets;
    private final ElandClock clock;
    private final ApplicationEventPublisher events;

    Registrations(RegistrationStore store, SignInAddresses addresses, Openings openings, PasswordRules rules, PasswordEncoder encoder,
                  AccountSecrets secrets, ElandClock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.addresses = addresses;
        this.openings = openings;
        this.rules = rules;
        this.encoder = encoder;
        this.secrets = secrets;
        this.clock = clock;
        this.events = events;
    }

    /** What is wrong with the form, each with its field; of the password only when the rest is right. Asks the list of stolen passwords. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Refusal> faults(Applicant applicant, String password) {
        var faults = applicant.faults();
        if (faults.isEmpty()) {
            rules.fault(password, "password", List.of(applicant.registerNumber(), applicant.givenName(), applicant.parentName(),
                    applicant.phone(), applicant.email().split("@")[0])).ifPresent(faults::add);
        }
        return faults;
    }

    /**
     * Sends a code to the e-mail address and one to the telephone of somebody whose form has no faults; nothing more after a few, so that
     * nobody is flooded by strangers.
     *
     * @return under which the codes are awaited
     */
    public UUID begin(Applicant applicant, String password, String language) {
        var id = UUID.randomUUID();
        var codes = new Codes(secrets.code(), secrets.code());
        var until = clock.instant().plus(OPEN);
        boolean flooded = store.lettersTo(applicant) >= MOST_LETTERS_TO_ONE;
        store.add(id, applicant, language, encoder.encode(password), codes, until);
        if (!flooded) {
            send(id, applicant, language, codes, until);
        }
        return id;
    }

    /** Whether codes are still awaited. */
    public boolean isOpen(UUID id) {
        return store.isOpen(id, MOST_TRIES);
    }

    /** New codes, which make the old ones useless. Refused with {@code REGISTRATION_OVER} (expired). Nothing is sent without end. */
    public Outcome<Void> sendAgain(UUID id) {
        return store.tried(id, MOST_TRIES).map(row -> {
            if (row.letters() < MOST_LETTERS && store.lettersTo(row.applicant()) < MOST_LETTERS_TO_ONE) {
                var codes = new Codes(secrets.code(), secrets.code());
                var until = clock.instant().plus(OPEN);
                store.setCodes(id, codes, until);
                send(id, row.applicant(), row.language(), codes, until);
            }
            return Outcome.done();
        }).orElseGet(() -> Outcome.refused(Refusal.expired("REGISTRATION_OVER")));
    }

    /**
     * Opens the account when both codes are right. Refused with {@code CODES_WRONG} (invalid), after several tries and when the time
     * is over with {@code REGISTRATION_OVER} (expired). For a person who is known already it is done as well, and nothing is opened.
     */
    public Outcome<Void> confirm(UUID id, String mailCode, String phoneCode) {
        var row = store.tried(id, MOST_TRIES).orElse(null);
        if (row == null) {
            return Outcome.refused(Refusal.expired("REGISTRATION_OVER"));
        }
        if (!store.isRight(row, digits(mailCode), digits(phoneCode))) {
            return Outcome.refused(Refusal.invalid("CODES_WRONG", "mailCode"));
        }
        store.remove(id);
        store.lock(row.applicant().registerNumber());
        if (openings.isKnown(row.applicant().registerNumber()) || addresses.find(row.applicant().email()).isPresent()) {
            events.publishEvent(new AccountNotOpened(id, row.applicant().email(), row.language(), clock.instant().plus(OPEN)));
        } else {
            events.publishEvent(new AccountOpened(open(row), clock.instant()));
        }
        return Outcome.done();
    }

    private PartyId open(RegistrationStore.Row row) {
        var username = "c-" + UUID.randomUUID().toString().replace("-", "").substring(0, 20).toLowerCase(Locale.ROOT);
        var party = openings.open(row.applicant(), username, row.passwordHash(), row.language());
        addresses.add(row.applicant().email(), username);
        return party;
    }

    private void send(UUID id, Applicant applicant, String language, Codes codes, Instant until) {
        events.publishEvent(addresses.find(applicant.email()).isPresent()
                ? new AccountThereAlready(id, applicant.email(), applicant.phone(), codes.phone(), language, until)
                : new ConfirmationAsked(id, applicant.email(), codes.mail(), applicant.phone(), codes.phone(), language, until));
    }

    private static String digits(String typed) {
        return typed == null ? "" : typed.replaceAll("\\D", "");
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT2M")
    void forgetOver() {
        store.forgetOver();
    }
}
