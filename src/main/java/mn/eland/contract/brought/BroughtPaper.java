package mn.eland.contract.brought;

import java.time.Instant;
import java.util.UUID;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;

/**
 * A scan or a photograph that somebody brought to a case.
 *
 * @param title  what it is, in the words of who brought it
 * @param type   media type that its own bytes say: PDF, JPEG or PNG
 * @param sha256 hash of its content
 */
public record BroughtPaper(UUID id, CaseRef caseRef, String title, String type, String sha256, PartyId by, String byName, Instant at) {

    /** Where it is read. */
    public String href() {
        return "/papers/" + id;
    }
}
