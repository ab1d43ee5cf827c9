package mn.eland.payment;

import java.util.HashSet;
import java.util.Set;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import mn.eland.payment.spi.CaseFreezes;
import mn.eland.payment.spi.Receivers;

/** Compliance, which freezes a case at any moment and does not know somebody any more. */
class PlayedFreezes implements CaseFreezes, Receivers {

    private final Set<CaseRef> frozen = new HashSet<>();

    private final Set<PartyId> strangers = new HashSet<>();

    void forget(PartyId party) {
        strangers.add(party);
    }

    void knowAgain(PartyId party) {
        strangers.remove(party);
    }

    @Override
    public boolean mayReceive(PartyId party) {
        return !strangers.contains(party);
    }

    void freeze(CaseRef caseRef) {
        frozen.add(caseRef);
    }

    @Override
    public boolean isFrozen(CaseRef caseRef) {
        return frozen.contains(caseRef);
    }

    @Override
    public void lift(Actor head, CaseRef caseRef, String note) {
        frozen.remove(caseRef);
    }
}
