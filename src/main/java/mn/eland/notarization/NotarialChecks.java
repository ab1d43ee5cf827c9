package mn.eland.notarization;

import java.util.List;
import java.util.Set;
import mn.eland.kernel.Refusal;
import mn.eland.notarization.Notarizations.Checks;

/** What a notary must have seen, heard and explained before certifying (Law on Notary 46.2-46.3, instruction 2.1-2.3). */
final class NotarialChecks {

    static final List<String> EXPLANATIONS = List.of("CONTENT", "EFFECT", "LIABILITY", "DOCUMENTS", "FEE");
    static final Set<String> REFUSAL_CODES = Set.of("INCOMPLETE_DOCS", "ID_MISMATCH", "NO_CAPACITY", "DURESS", "NO_AUTHORITY",
            "ENCUMBERED", "ARREST", "ILLEGAL_CONTENT", "OUT_OF_DISTRICT", "CONFLICT_OF_INTEREST", "EXPIRED_REFERENCE", "LANGUAGE",
            "UNPAID_FEE");

    private NotarialChecks() {
    }

    /** The first thing that is missing, or null. */
    static Refusal missing(Act act, Checks checks) {
        if (!checks.sellerPresent() || !checks.buyerPresent()) {
            return Refusal.invalid("BOTH_MUST_BE_PRESENT", checks.sellerPresent() ? "buyerPresent" : "sellerPresent");
        }
        if (isBlank(checks.identifiedBy())) {
            return Refusal.invalid("IDENTITY_UNCHECKED", "identifiedBy");
        }
        if (!checks.capacity() || !checks.freeWill() || !checks.equality()) {
            return Refusal.invalid("WILL_UNCHECKED", !checks.capacity() ? "capacity" : !checks.freeWill() ? "freeWill" : "equality");
        }
        if (act.request().solo() && !checks.interviewedAlone()) {
            return Refusal.invalid("SOLO_INTERVIEW_NEEDED", "interviewedAlone");
        }
        if (!"MONGOLIAN".equals(checks.language()) && isBlank(checks.interpreter())) {
            return Refusal.invalid("INTERPRETER_NEEDED", "interpreter");
        }
        var unseen = act.required().stream().filter(code -> !checks.documentsSeen().contains(code)).toList();
        if (!unseen.isEmpty()) {
            return Refusal.invalid("DOCUMENTS_UNSEEN", "documentsSeen").with("documents", String.join(", ", unseen));
        }
        if (!checks.explained().containsAll(EXPLANATIONS)) {
            return Refusal.invalid("NOT_EXPLAINED", "explained");
        }
        return null;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
