package mn.eland.contract.archive;

import java.time.Instant;
import mn.eland.kernel.CaseRef;

/** What happens to kept files; the trail of the house writes each of it down. */
public sealed interface ArchiveEvent {

    /** A file of the case is gone or is not what was kept. @param how {@code CHANGED} or {@code MISSING} */
    record FileDamaged(CaseRef caseRef, String sha256, String how, Instant at) implements ArchiveEvent {
    }

    /** A damaged file was put back as it was. */
    record FileRestored(CaseRef caseRef, String sha256, Instant at) implements ArchiveEvent {
    }

    /** The term of the law was over and the file was taken away. */
    record FileRemoved(CaseRef caseRef, String sha256, Instant at) implements ArchiveEvent {
    }
}
