package mn.eland.sale.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import mn.eland.kernel.PartyId;

/**
 * One consent of a sale.
 *
 * @param kind     whose, in the words of the table {@code consentRules}
 * @param person   who answers: the person asked, or who brings the paper of somebody else; null for the operators
 * @param name     whose consent it is, or of which office; may be empty
 * @param onBehalf true when the paper of somebody is brought whom the platform does not know
 * @param state    ASKED, GIVEN, REFUSED, WAIVED, WITHHELD (silence that means no), EXERCISED, or CLOSED when another one ended the sale
 * @param silence  what no answer means: REFUSED or WAIVED
 * @param priority true for those who may buy at the same terms
 * @param dueAt    when the time to answer ends; null before it is asked
 */
public record ConsentView(int number, String kind, String form, PartyId person, String name, boolean onBehalf, String state,
                          String waitFor, String silence, boolean priority, Instant dueAt, Paper paper) {

    private static final Set<String> GOOD = Set.of("GIVEN", "WAIVED");

    /** What was shown: a decision, a resolution, a letter, a notarized consent. */
    public record Paper(String number, LocalDate on, String issuer) {
    }

    public boolean isOpen() {
        return state.equals("ASKED");
    }

    /** True when the sale may go on as far as this one is concerned. */
    public boolean isCleared() {
        return GOOD.contains(state);
    }

    /** The same person's answer to the same question. */
    boolean isSameAs(ConsentView other) {
        return kind.equals(other.kind) && onBehalf == other.onBehalf && Objects.equals(person, other.person) && name.equals(other.name);
    }

    public boolean isWaived() {
        return state.equals("WAIVED");
    }
}
