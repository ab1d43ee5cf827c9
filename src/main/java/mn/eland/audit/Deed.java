package mn.eland.audit;

import java.util.List;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;

/**
 * Something that was done or looked at.
 *
 * @param act     what, in words of ours: an event's name, or method and path of a request with names for its variables
 * @param why     code of a refusal or failure, or null
 * @param caseRef on which case, or null
 * @param about   other people it touches
 * @param content what was said; only a salted hash of it is kept
 */
public record Deed(Kind kind, String act, Outcome outcome, String why, CaseRef caseRef, Doer by, List<PartyId> about, byte[] content) {

    /** What kind of deed. */
    public enum Kind {
        /** Somebody asked for something to be done. */ ACT,
        /** Somebody looked at data of people. */ ACCESS,
        /** Something came about. */ EVENT
    }

    /** What came of it. */
    public enum Outcome {
        /** Written in the transaction of the deed: it stands if and only if the deed does. */ WRITTEN,
        /** Answered, with nothing to write. */ DONE,
        /** Refused; what was written all the same (a wrong code is counted) has a record of its own. */ REFUSED,
        /** A failure of ours. */ FAILED
    }

    public Deed {
        about = List.copyOf(about);
    }
}
