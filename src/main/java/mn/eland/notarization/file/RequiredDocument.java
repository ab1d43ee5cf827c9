package mn.eland.notarization.file;

import java.time.LocalDate;
import java.time.Period;

/**
 * A paper that an act needs (table {@code requiredDocuments}).
 *
 * @param role       whose paper it is: {@code SELLER} or {@code BUYER}
 * @param validity   {@code P90D} after the day of issue, {@code VALID} until the day that stands on it, or {@code ALWAYS}
 * @param issuedOn   null until it was presented, or when it has no term
 * @param validUntil the last day that stands on the paper; null when none does
 */
public record RequiredDocument(String role, String code, String validity, LocalDate issuedOn, LocalDate validUntil, boolean presented) {

    private static final String OWN_TERM = "VALID";
    private static final String NO_TERM = "ALWAYS";
    /** Whoever gives it sets its end, and the law the longest time (CC 64; parameter {@code poa.maxTerm}). */
    private static final String POWER_OF_ATTORNEY = "NOTARIZED_POA";

    /** What can be said of a paper on a day. */
    public enum State { MISSING, PRESENTED, EXPIRED }

    /** Without its day of issue nobody can say how long it holds. */
    public boolean needsIssue() {
        return !validity.equals(OWN_TERM) && !validity.equals(NO_TERM);
    }

    /** Its last day stands on the paper. */
    public boolean needsEnd() {
        return validity.equals(OWN_TERM) || code.equals(POWER_OF_ATTORNEY);
    }

    /** The last day on which it counts, as far as the days on it say; null for no end. */
    public LocalDate lastDay() {
        var byTerm = needsIssue() && issuedOn != null ? issuedOn.plus(Period.parse(validity)) : null;
        return byTerm == null || validUntil != null && validUntil.isBefore(byTerm) ? validUntil : byTerm;
    }

    public State state(LocalDate today) {
        if (!presented) {
            return State.MISSING;
        }
        return lastDay() != null && lastDay().isBefore(today) ? State.EXPIRED : State.PRESENTED;
    }

    /** The same paper as it lies before the notary; days that do not matter are left out. */
    public RequiredDocument withDays(LocalDate issued, LocalDate until) {
        return new RequiredDocument(role, code, validity, needsIssue() ? issued : null, needsEnd() ? until : null, true);
    }
}
