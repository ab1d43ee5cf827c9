package mn.eland.notarization.session;

import java.time.LocalDate;
import java.util.List;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.notarization.Notarizations;
import mn.eland.notarization.file.DocumentList;
import mn.eland.notarization.file.RequiredDocument;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The file of an act: which papers it needs, and what lies before the notary, with the days that stand on it. */
@Component
@Transactional
public class ActFile {

    private final Notarizations notarizations;
    private final DocumentList documents;
    private final ElandClock clock;

    ActFile(Notarizations notarizations, DocumentList documents, ElandClock clock) {
        this.notarizations = notarizations;
        this.documents = documents;
        this.clock = clock;
    }

    /** The papers that the latest act of the case needs, with what was presented; for who may see the case. */
    @Transactional(readOnly = true)
    public List<RequiredDocument> documents(CaseRef caseRef) {
        return documents.ofLatest(caseRef);
    }

    /**
     * Notes a paper, also one that is over: the file then says so. Refused as {@link Notarizations#mayAct}, with {@code DOCUMENT_NOT_ASKED}
     * (not found), and with {@code DOCUMENT_DAYS} (invalid) when a day that its term is counted from is missing, or the day of issue lies ahead.
     *
     * @param issuedOn   the day of issue, for papers that hold for some time after it; else ignored
     * @param validUntil the last day that stands on the paper, for those that have one; else ignored
     */
    public Outcome<RequiredDocument> present(Actor notary, CaseRef caseRef, String role, String code, LocalDate issuedOn, LocalDate validUntil) {
        return notarizations.mayAct(notary, caseRef).flatMap(act -> documents.ofLatest(caseRef).stream()
                .filter(paper -> paper.role().equals(role) && paper.code().equals(code)).findFirst()
                .map(paper -> present(caseRef, paper, issuedOn, validUntil)).orElseGet(() -> Outcome.refused(Refusal.notFound("DOCUMENT_NOT_ASKED"))));
    }

    private Outcome<RequiredDocument> present(CaseRef caseRef, RequiredDocument paper, LocalDate issuedOn, LocalDate validUntil) {
        if (paper.needsIssue() && (issuedOn == null || issuedOn.isAfter(clock.today()))) {
            return Outcome.refused(Refusal.invalid("DOCUMENT_DAYS", "issuedOn"));
        }
        if (paper.needsEnd() && validUntil == null) {
            return Outcome.refused(Refusal.invalid("DOCUMENT_DAYS", "validUntil"));
        }
        var seen = paper.withDays(issuedOn, validUntil);
        documents.present(caseRef, seen, clock.instant());
        return Outcome.done(seen);
    }
}
