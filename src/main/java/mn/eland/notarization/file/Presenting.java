package mn.eland.notarization.file;

import java.time.LocalDate;
import java.util.UUID;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Notes that a paper lies before the notary, with the days that stand on it. */
@Component
public class Presenting {

    private final DocumentList documents;
    private final ElandClock clock;

    Presenting(DocumentList documents, ElandClock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * Notes the paper, also one that is over: the file then says so. Refused with {@code DOCUMENT_NOT_ASKED} (not found), and with
     * {@code DOCUMENT_DAYS} (invalid) when a day that its term is counted from is missing, or the day of issue is still to come.
     *
     * @param issuedOn   the day of issue, for papers that hold for some time after it; else ignored
     * @param validUntil the last day that stands on the paper, for those that have one; else ignored
     */
    public Outcome<RequiredDocument> present(UUID act, String role, String code, LocalDate issuedOn, LocalDate validUntil) {
        var asked = documents.of(act).stream().filter(document -> document.role().equals(role) && document.code().equals(code)).findFirst();
        if (asked.isEmpty()) {
            return Outcome.refused(Refusal.notFound("DOCUMENT_NOT_ASKED"));
        }
        if (asked.get().needsIssue() && (issuedOn == null || issuedOn.isAfter(clock.today()))) {
            return Outcome.refused(Refusal.invalid("DOCUMENT_DAYS", "issuedOn").with("code", code));
        }
        if (asked.get().needsEnd() && validUntil == null) {
            return Outcome.refused(Refusal.invalid("DOCUMENT_DAYS", "validUntil").with("code", code));
        }
        var seen = asked.get().withDays(issuedOn, validUntil);
        documents.present(act, seen, clock.instant());
        return Outcome.done(seen);
    }
}
