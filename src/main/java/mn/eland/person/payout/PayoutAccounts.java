package mn.eland.person.payout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mn.eland.identity.Parties;
import mn.eland.identity.payout.AccountHolders;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Iban;
import mn.eland.kernel.Mask;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.kernel.Standing;
import mn.eland.payment.payout.PayoutDesk;
import mn.eland.person.payout.PayoutChange.State;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts that people are paid into, each their own. */
@Service
@Transactional
public class PayoutAccounts {

    private final PayoutChanges changes;
    private final PayoutProcess process;
    private final PayoutDesk desk;
    private final TelephoneCards cards;
    private final AccountHolders holders;
    private final Parties parties;
    private final Standing standing;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    PayoutAccounts(PayoutChanges changes, PayoutProcess process, PayoutDesk desk, TelephoneCards cards, AccountHolders holders, Parties parties,
                   Standing standing, ApplicationEventPublisher events, ElandClock clock) {
        this.changes = changes;
        this.process = process;
        this.desk = desk;
        this.cards = cards;
        this.holders = holders;
        this.parties = parties;
        this.standing = standing;
        this.events = events;
        this.clock = clock;
    }

    /** The account the person is paid into, masked; empty while there is none. */
    public Optional<String> account(Actor owner) {
        return Optional.ofNullable(parties.party(owner.person()).iban()).map(Mask::account);
    }

    /** The person's own changes, newest first. */
    public List<PayoutChange> changes(Actor owner) {
        return changes.of(owner.person());
    }

    /** A change, for the officer whose task it is. */
    public Optional<PayoutChange> change(CaseRef number) {
        return changes.find(number);
    }

    /**
     * Names another account. It holds after the cooling time, and where the tables say so after a second person has agreed. Asks the
     * bank who holds it, and the operator whether the card of the telephone was changed. Refused with {@code IBAN_INVALID}, {@code ACCOUNT_NOT_FOUND}, {@code ACCOUNT_SAME} (field {@code iban}),
     * {@code BANK_UNAVAILABLE}, {@code CHANGE_UNDER_WAY} (conflict), and for who cannot bind himself.
     */
    public Outcome<PayoutChange> name(Actor owner, String typed) {
        var hindrance = standing.hindrance(owner);
        if (hindrance.isPresent()) {
            return Outcome.refused(hindrance.get());
        }
        var me = parties.party(owner.person());
        var iban = Iban.plain(typed);
        if (iban.equals(me.iban())) {
            return Outcome.refused(Refusal.invalid("ACCOUNT_SAME", "iban"));
        }
        return desk.holder(iban, me.fullName()).flatMap(holder -> {
            var number = process.number();
            if (!changes.open(number, me.id(), iban, me.iban(), holder, cards.changed(me.phone()))) {
                return Outcome.refused(Refusal.conflict("CHANGE_UNDER_WAY"));
            }
            process.accountNamed(number);
            return Outcome.done(changes.find(number).orElseThrow());
        });
    }

    /** The owner takes a change back. Refused with {@code CHANGE_UNKNOWN} (not found) or {@code CHANGE_OVER} (conflict). */
    public Outcome<Void> withdraw(Actor owner, CaseRef number) {
        var change = changes.find(number).filter(found -> found.owner().equals(owner.person()));
        if (change.isEmpty()) {
            return Outcome.refused(Refusal.notFound("CHANGE_UNKNOWN"));
        }
        if (!changes.close(number, State.WITHDRAWN)) {
            return Outcome.refused(Refusal.conflict("CHANGE_OVER"));
        }
        return process.changeWithdrawn(number);
    }

    /** The second person says whether the owner has asked for it. Refused for others than escrow officers, and for the owner himself. */
    public Outcome<Void> confirm(Actor officer, CaseRef number, boolean confirmed, String note) {
        if (!officer.is(Role.ESCROW_OFFICER)) {
            return Outcome.refused(Refusal.forbidden("ESCROW_OFFICERS_ONLY"));
        }
        if (changes.find(number).filter(change -> !change.owner().equals(officer.person())).isEmpty()) {
            return Outcome.refused(Refusal.forbidden("OWN_ACCOUNT"));
        }
        changes.decided(number, officer, note);
        return process.accountConfirmed(number, officer, confirmed);
    }

    AccountSigns signs(CaseRef number) {
        var change = changes.find(number).orElseThrow();
        var signs = holders.signs(change.owner());
        long hours = changes.lastAdopted(change.owner()).map(at -> Duration.between(at, clock.instant()).toHours()).orElse(AccountSigns.NEVER);
        return new AccountSigns(signs, hours, days(changes.cardChanged(number)), change.nameMatches(), change.before() == null);
    }

    private long days(Optional<Instant> since) {
        return since.map(at -> Duration.between(at, clock.instant()).toDays()).orElse(AccountSigns.NEVER);
    }

    /** Tells the owner where he was reached before, and stops pay-outs where the table says so. */
    void takePrecautions(CaseRef number, long points, List<String> signs, boolean stopped, String coolingTime) {
        var from = process.ends(coolingTime);
        changes.weighed(number, points, signs, stopped, from);
        var change = changes.find(number).orElseThrow();
        if (stopped) {
            desk.stop(change.owner(), from);
        }
        events.publishEvent(new PayoutEvent.PayoutChangeAsked(number, change.owner(), change.account(), from, stopped));
    }

    void adopt(CaseRef number) {
        var owner = changes.find(number).orElseThrow().owner();
        var iban = changes.iban(number, owner);
        if (changes.close(number, State.ADOPTED)) {
            holders.payInto(owner, iban);
            desk.payInto(owner, iban);
            events.publishEvent(new PayoutEvent.PayoutAccountChanged(number, owner, Mask.account(iban), clock.instant()));
        }
    }

    /** Withdrawn by the owner or refused by the second person: everything stays as it was, and pay-outs go on. */
    void drop(CaseRef number) {
        boolean refused = changes.close(number, State.REFUSED);
        var change = changes.find(number).orElseThrow();
        desk.goOn(change.owner());
        var owner = change.owner();
        events.publishEvent(refused ? new PayoutEvent.PayoutChangeRefused(number, owner, change.account(), clock.instant())
                : new PayoutEvent.PayoutChangeWithdrawn(number, owner, change.account(), clock.instant()));
    }
}
