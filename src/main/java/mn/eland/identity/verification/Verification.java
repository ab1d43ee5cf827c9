package mn.eland.identity.verification;

import java.time.Instant;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;

/**
 * One proof of who a party is, with everything that was found. For compliance; the party itself sees its {@link Standing} only.
 *
 * @param askedBy      who consented: the person, or who represents the company
 * @param nameMatches  null before the sign-on, and for companies @param likeness of the two faces, 0 to 1; null for companies
 * @param ownersKnown  null for people
 * @param hits         entries of lists, one a line; null when there are none
 * @param level        SDD, CDD, EDD or REJECT; null before the table decided
 * @param approver     the group that examines
 * @param refreshEvery a period, or null when never
 */
public record Verification(CaseRef number, PartyId party, PartyId askedBy, Method method, State state, Instant consentedAt, Instant provenAt,
                           Boolean nameMatches, Double likeness, Boolean ownersKnown, boolean sanctions, boolean pep, String hits,
                           String level, String approver, String refreshEvery, PartyId approvedBy) {

    /** How it is proven: by the sign-on of the state, by the register of legal entities, by a passport that somebody looks at. */
    public enum Method { DAN, COMPANY, PASSPORT }

    public enum State { CONSENTED, PROVEN, VERIFIED, DECLINED }

    /**
     * What who examined a party wrote down.
     *
     * @param fundsSource  where the money of the deals comes from; needed to accept
     * @param wealthSource where the fortune comes from; needed to accept a politically exposed person (AML 5)
     */
    public record Examination(boolean accepted, String fundsSource, String wealthSource, String note) {
    }

    public boolean isRunning() {
        return state == State.CONSENTED || state == State.PROVEN;
    }
}
