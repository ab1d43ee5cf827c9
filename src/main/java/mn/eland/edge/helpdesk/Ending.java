package mn.eland.edge.helpdesk;

import java.util.Optional;
import java.util.UUID;
import mn.eland.edge.passkey.Passkeys;
import mn.eland.edge.session.SignedOut;
import mn.eland.edge.web.Freshness;
import mn.eland.identity.recovery.HelpDesk;
import mn.eland.identity.recovery.LostFactors;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a helper decides, and what ends by it: sessions, tokens and passkeys. Asks for a fresh sign-in of the helper before all. */
@Component
@Transactional
class Ending {

    private final HelpDesk desk;
    private final LostFactors factors;
    private final SignedOut signedOut;
    private final Passkeys passkeys;
    private final Freshness freshness;

    Ending(HelpDesk desk, LostFactors factors, SignedOut signedOut, Passkeys passkeys, Freshness freshness) {
        this.desk = desk;
        this.factors = factors;
        this.signedOut = signedOut;
        this.passkeys = passkeys;
        this.freshness = freshness;
    }

    Outcome<Void> sessions(Actor helper, PartyId person, String reason) {
        return desk.find(helper, person).flatMap(account -> freshness.required()).flatMap(fresh -> desk.endSessions(helper, person, reason))
                .map(nothing -> {
            signedOut.everywhere(person);
            return null;
        });
    }

    Outcome<Void> account(Actor admin, PartyId person, String reason) {
        return desk.find(admin, person).flatMap(account -> freshness.required()).flatMap(fresh -> desk.shutOut(admin, person, reason))
                .map(nothing -> {
            passkeys.forget(person);
            signedOut.everywhere(person);
            return null;
        });
    }

    Outcome<Optional<PartyId>> decide(Actor helper, UUID reset, boolean approves, String registerNumber, String note) {
        return factors.open(helper).flatMap(open -> freshness.required())
                .flatMap(fresh -> factors.decide(helper, reset, approves, registerNumber, note)).map(person -> {
            person.ifPresent(passkeys::forget);
            person.ifPresent(signedOut::everywhere);
            return person;
        });
    }
}
