package mn.eland.identity.recovery;

import java.util.Optional;
import mn.eland.identity.Parties;
import mn.eland.identity.account.Openings;
import mn.eland.identity.account.SecondSteps;
import mn.eland.identity.account.SignInAddresses;
import mn.eland.identity.recovery.RecoveryEvent.SessionsEnded;
import mn.eland.identity.recovery.RecoveryEvent.ShutOut;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Operators and administrators help people with their accounts, and end what must not go on. Nobody helps himself. */
@Service
@Transactional
public class HelpDesk {

    private final Openings openings;
    private final SignInAddresses addresses;
    private final SecondSteps steps;
    private final Parties parties;
    private final ElandClock clock;
    private final ApplicationEventPublisher events;

    HelpDesk(Openings openings, SignInAddresses addresses, SecondSteps steps, Parties parties, ElandClock clock, ApplicationEventPublisher events) {
        this.openings = openings;
        this.addresses = addresses;
        this.steps = steps;
        this.parties = parties;
        this.clock = clock;
        this.events = events;
    }

    /** @param name as on screens; @param secondStep whether the sign-in asks for it; @param recoveryCodesLeft how many are unused */
    public record Account(PartyId person, String name, boolean secondStep, int recoveryCodesLeft) {
    }

    public static boolean isHelper(Actor actor) {
        return actor.is(Role.OPERATOR) || actor.is(Role.ADMIN);
    }

    /**
     * The account of whom an address or the name of an account belongs to. Refused with {@code HELPERS_ONLY} (forbidden) and
     * {@code NO_ACCOUNT} (not found).
     */
    @Transactional(readOnly = true)
    public Outcome<Account> find(Actor helper, String typed) {
        return !isHelper(helper) ? helpersOnly() : openings.holder(addresses.username(typed.strip())).map(holder -> account(holder.party()))
                .orElseGet(HelpDesk::none);
    }

    /** As {@link #find(Actor, String)}. */
    @Transactional(readOnly = true)
    public Outcome<Account> find(Actor helper, PartyId person) {
        return !isHelper(helper) ? helpersOnly() : openings.holderOf(person).map(holder -> account(holder.party())).orElseGet(HelpDesk::none);
    }

    /**
     * Notes that a helper ends all sessions of somebody, and tells the owner; the caller ends them. Refused as {@link #find}, and with
     * {@code REASON_MISSING} (invalid) and {@code OWN_ACCOUNT_HELP} (forbidden).
     */
    public Outcome<Void> endSessions(Actor helper, PartyId person, String reason) {
        return mayAct(helper, person, reason).flatMap(account -> {
            events.publishEvent(new SessionsEnded(person, helper.person(), reason.strip(), clock.instant()));
            return Outcome.done();
        });
    }

    /**
     * Closes the account of somebody who works here and shall no longer; the caller ends the sessions. Refused as {@link #endSessions}, with
     * {@code ADMINS_ONLY} (forbidden) and {@code STAFF_ONLY} (conflict) for the account of a citizen, who closes it himself.
     */
    public Outcome<Void> shutOut(Actor admin, PartyId person, String reason) {
        if (!admin.is(Role.ADMIN)) {
            return Outcome.refused(Refusal.forbidden("ADMINS_ONLY"));
        }
        return mayAct(admin, person, reason).flatMap(account -> {
            var username = openings.username(person).orElseThrow();
            if (parties.actor(username).filter(actor -> actor.roles().stream().anyMatch(Role::isStaff)).isEmpty()) {
                return Outcome.refused(Refusal.conflict("STAFF_ONLY"));
            }
            openings.close(username);
            events.publishEvent(new ShutOut(person, admin.person(), reason.strip(), clock.instant()));
            return Outcome.done();
        });
    }

    private Outcome<Account> mayAct(Actor helper, PartyId person, String reason) {
        if (helper.person().equals(person)) {
            return Outcome.refused(Refusal.forbidden("OWN_ACCOUNT_HELP"));
        }
        return reason == null || reason.isBlank() ? find(helper, person)
                .flatMap(account -> Outcome.refused(Refusal.invalid("REASON_MISSING", "reason")))
                : find(helper, person);
    }

    private Outcome<Account> account(PartyId person) {
        return Outcome.done(new Account(person, parties.party(person).shortName(), steps.isOn(person), steps.recoveryCodesLeft(person)));
    }

    private static Outcome<Account> none() {
        return Outcome.refused(Refusal.notFound("NO_ACCOUNT"));
    }

    static <T> Outcome<T> helpersOnly() {
        return Outcome.refused(Refusal.forbidden("HELPERS_ONLY"));
    }

    /** For the menu and the list of what waits. */
    static Optional<Refusal> hindrance(Actor helper, PartyId person) {
        return !isHelper(helper) ? Optional.of(Refusal.forbidden("HELPERS_ONLY"))
                : helper.person().equals(person) ? Optional.of(Refusal.forbidden("OWN_ACCOUNT_HELP")) : Optional.empty();
    }
}
