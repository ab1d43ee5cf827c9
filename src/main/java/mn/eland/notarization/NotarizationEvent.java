package mn.eland.notarization;

import java.time.Instant;
import mn.eland.kernel.CaseRef;

/** What happens at the notary's. */
public sealed interface NotarizationEvent {

    record ContractCertified(CaseRef caseRef, String number, Instant at) implements NotarizationEvent {
    }

    record ContractRefused(CaseRef caseRef, String refusalCode, Instant at) implements NotarizationEvent {
    }

    /** «Хүчингүй»: a new entry takes the effect of an earlier one away. */
    record EntryVoided(CaseRef caseRef, String number, String voided, Instant at) implements NotarizationEvent {
    }
}
