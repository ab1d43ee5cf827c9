package mn.eland.workflow.spi;

import java.util.Optional;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;

/**
 * What the inbox shows and searches about a case. A case module gives one bean; it is asked in the transaction in which
 * a task is created, so it must be fast and must not call outside.
 */
public interface CaseFacts {

    /** Empty when the case is not of this module. */
    Optional<Facts> facts(CaseRef caseRef);

    /** The name of a person, for assignees. */
    default Optional<String> nameOf(PartyId party) {
        return Optional.empty();
    }

    /** Property and price in one line; the parties' names. */
    record Facts(String subject, String people) {
    }
}
