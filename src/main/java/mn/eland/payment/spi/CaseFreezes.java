package mn.eland.payment.spi;

import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;

/** Which cases compliance has frozen. A module that owns cases gives one bean; one that says yes is enough. */
public interface CaseFreezes {

    /** False also for cases of other modules. */
    boolean isFrozen(CaseRef caseRef);

    /** The head of compliance lets the case's money go, and with it the case. {@code note} says why, for compliance only. */
    void lift(Actor head, CaseRef caseRef, String note);
}
