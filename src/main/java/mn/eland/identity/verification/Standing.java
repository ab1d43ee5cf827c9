package mn.eland.identity.verification;

import java.time.LocalDate;
import java.util.Set;

/**
 * Where a party stands, as it may know itself.
 *
 * @param running    a verification that goes on beside it: CONSENTED waits for the person, PROVEN for us; null when none does
 * @param validUntil null when there is no end
 * @param permitted  what the party may do
 */
public record Standing(State state, LocalDate validUntil, Verification.State running, Set<Act> permitted) {

    /** NONE: nothing was proven yet; OPEN: for the first time under way; DUE: valid, but to be refreshed soon. */
    public enum State { NONE, OPEN, VERIFIED, DUE, EXPIRED, DECLINED }
}
