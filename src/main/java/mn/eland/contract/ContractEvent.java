package mn.eland.contract;

import java.time.Instant;
import java.util.UUID;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;

/** What happens to documents. */
public sealed interface ContractEvent {

    record DocumentDrafted(UUID document, CaseRef caseRef, DocumentKind kind, Instant at) implements ContractEvent {
    }

    record DocumentAccepted(UUID document, CaseRef caseRef, DocumentKind kind, PartyId by, Instant at)
            implements ContractEvent {
    }

    record DocumentWithdrawn(UUID document, CaseRef caseRef, DocumentKind kind, Instant at) implements ContractEvent {
    }

    /** A one-time code for a signer, to be delivered; never logged. */
    record CodeIssued(UUID document, CaseRef caseRef, DocumentKind kind, PartyId to, String code, Instant validUntil)
            implements ContractEvent {

        @Override
        public String toString() {
            return "CodeIssued[document=" + document + ", to=" + to + ", validUntil=" + validUntil + "]";
        }
    }
}
