package mn.eland.notarization;

import mn.eland.contract.spi.DocumentAccess;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Role;
import mn.eland.notarization.office.Notaries;
import org.springframework.stereotype.Component;

/** A notary reads the papers of an act: before it is decided any notary of the district, afterwards the one who acted. */
@Component
class NotarizationAccess implements DocumentAccess {

    private final ActRows acts;
    private final Notaries notaries;

    NotarizationAccess(ActRows acts, Notaries notaries) {
        this.acts = acts;
        this.notaries = notaries;
    }

    @Override
    public boolean mayRead(Actor actor, CaseRef caseRef) {
        if (!actor.is(Role.NOTARY)) {
            return false;
        }
        return acts.latest(caseRef).map(act -> act.isDecided() ? act.notary().equals(actor.party())
                : act.isOpen() && notaries.notary(actor.party()).map(notary -> notary.mayActIn(act.request().district())).orElse(false))
                .orElse(false);
    }
}
