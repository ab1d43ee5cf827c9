package mn.eland.sale.watch;

import mn.eland.identity.verification.VerificationEvent.ListedPartyFound;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Somebody was found on a list of sanctions: what he has under way is frozen at once and reported (AML-R). */
@Component
class SanctionsListener {

    private final Supervision supervision;

    SanctionsListener(Supervision supervision) {
        this.supervision = supervision;
    }

    @ApplicationModuleListener
    void on(ListedPartyFound found) {
        supervision.sanctioned(found.who());
    }
}
