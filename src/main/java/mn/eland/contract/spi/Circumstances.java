package mn.eland.contract.spi;

import java.util.List;
import java.util.Optional;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;

/**
 * What is so in a case when somebody accepts a document of it. A module that owns cases gives one bean; it is asked in the transaction of
 * the acceptance, so it must be fast and must not call outside.
 */
public interface Circumstances {

    /** Empty when the case is not of this module. */
    Optional<Moment> at(CaseRef caseRef, Actor signer);

    /**
     * The signature says this to everybody who gets the document: nothing of it may be a secret of the case.
     *
     * @param identity how far the person at the keyboard has proven who he is: NONE, OPEN, VERIFIED, DUE, EXPIRED or DECLINED
     * @param model    process and version by which the case runs
     * @param rules    tables that decided, with version and rule
     * @param held     money in escrow
     */
    record Moment(String identity, String model, List<String> rules, Money held) {
    }
}
