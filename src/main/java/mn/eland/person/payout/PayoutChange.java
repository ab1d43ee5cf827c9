package mn.eland.person.payout;

import java.time.Instant;
import java.util.List;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;

/**
 * A change of the account of a person, as owner and officers see it.
 *
 * @param account     masked, as {@code before}, which is null for a first account
 * @param holder      first letters of the name the bank knows
 * @param nameMatches the bank's name is the owner's
 * @param points      of the table of signs; {@code signs} are their codes
 * @param stopped     nothing is paid to the owner meanwhile
 * @param from        from when on it can hold; null before the tables have decided
 * @param note        how the second person made sure, or null
 */
public record PayoutChange(CaseRef caseRef, PartyId owner, String account, String before, String holder, boolean nameMatches, long points,
                           List<String> signs, boolean stopped, State state, Instant askedAt, Instant from, String note) {

    public enum State { ASKED, ADOPTED, REFUSED, WITHDRAWN }

    public boolean isOpen() {
        return state == State.ASKED;
    }
}
