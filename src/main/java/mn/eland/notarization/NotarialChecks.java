package mn.eland.notarization;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import mn.eland.edge.web.Words.MessageKey;
import mn.eland.kernel.Refusal;
import mn.eland.notarization.Notarizations.Checks;
import mn.eland.notarization.Notarizations.Grounds;
import mn.eland.notarization.file.RequiredDocument;

/** What a notary must have seen, heard and explained before certifying (Law on Notary 46.2-46.3, instruction 2.1-2.3). */
final class NotarialChecks {

    private static final int SHORTEST_GROUNDS = 20;
    static final List<String> EXPLANATIONS = List.of("CONTENT", "EFFECT", "LIABILITY", "DOCUMENTS", "FEE");
    static final Set<String> REFUSAL_CODES = Set.of("INCOMPLETE_DOCS", "ID_MISMATCH", "NO_CAPACITY", "DURESS", "NO_AUTHORITY",
            "ENCUMBERED", "ARREST", "ILLEGAL_CONTENT", "OUT_OF_DISTRICT", "CONFLICT_OF_INTEREST", "EXPIRED_REFERENCE", "LANGUAGE",
            "UNPAID_FEE");

    /** Of the handbook, N1 to N14, and of the Civil Code; texts under {@code notarization.article.*}. */
    static final Set<String> REFUSAL_ARTICLES = Set.of("NOT_46_2", "NOT_46_3", "NOT_3_1", "NOT_I_2_2", "NOT_I_2_3", "CC_109_2", "CC_126_1", "CC_64");

    private NotarialChecks() {
    }

    /** The first thing that is missing, or null. */
    static Refusal missing(Act act, Checks checks, List<RequiredDocument> documents, LocalDate today) {
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
        if (!"MONGOLIAN".equals(checks.language()) && isBlank(checks.otherLanguage())) {
            return Refusal.invalid("LANGUAGE_NEEDED", "otherLanguage");
        }
        if (!checks.explained().containsAll(EXPLANATIONS)) {
            return Refusal.invalid("NOT_EXPLAINED", "explained");
        }
        return missing(documents, today);
    }

    /** An act needs all its papers, and each in its term (instruction 2.2). */
    private static Refusal missing(List<RequiredDocument> documents, LocalDate today) {
        var unseen = documents.stream().filter(document -> document.state(today) == RequiredDocument.State.MISSING).map(RequiredDocument::code).toList();
        if (!unseen.isEmpty()) {
            return Refusal.invalid("DOCUMENTS_UNSEEN").with("document", word(unseen.get(0))).with("missing", unseen.size()).with("all", documents.size());
        }
        return documents.stream().filter(document -> document.state(today) == RequiredDocument.State.EXPIRED).findFirst()
                .map(over -> Refusal.invalid("DOCUMENT_EXPIRED").with("document", word(over.code())).with("lastDay", over.lastDay())).orElse(null);
    }

    /** What a refusal lacks, or null. */
    static Refusal incomplete(Grounds grounds) {
        if (!REFUSAL_CODES.contains(String.valueOf(grounds.code()))) {
            return Refusal.invalid("REFUSAL_CODE_NEEDED", "refusalCode");
        }
        if (!REFUSAL_ARTICLES.contains(String.valueOf(grounds.article()))) {
            return Refusal.invalid("REFUSAL_ARTICLE_NEEDED", "refusalArticle");
        }
        return grounds.words() == null || grounds.words().strip().length() < SHORTEST_GROUNDS ? Refusal.invalid("REFUSAL_GROUNDS_NEEDED", "refusalGrounds") : null;
    }

    private static MessageKey word(String code) {
        return new MessageKey("notarization.document." + code);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
