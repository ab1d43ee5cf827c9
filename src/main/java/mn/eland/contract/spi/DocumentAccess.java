package mn.eland.contract.spi;

import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;

/**
 * Who, besides the signers, may read the documents of a case. A module that owns cases gives one bean; one that says
 * yes is enough.
 */
public interface DocumentAccess {

    /** True when the actor belongs to the case; false also for cases of other modules. */
    boolean mayRead(Actor actor, CaseRef caseRef);
}
