package mn.eland.notarization;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;

/** What happens at the notary's. */
public sealed interface NotarizationEvent {

    record ContractCertified(CaseRef caseRef, String number, Instant at) implements NotarizationEvent {
    }

    /** @param tell the parties, and @param paper the written refusal that is theirs */
    record ContractRefused(CaseRef caseRef, String refusalCode, List<PartyId> tell, UUID paper, Instant at) implements NotarizationEvent {
    }

    /** «Хүчингүй»: a new entry takes the effect of an earlier one away. */
    record EntryVoided(CaseRef caseRef, String number, String voided, Instant at) implements NotarizationEvent {
    }
}
