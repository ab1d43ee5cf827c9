package mn.eland.notarization;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.notarization.Notarizations.Checks;
import mn.eland.notarization.Notarizations.NotarizationView;
import mn.eland.notarization.Notarizations.NotarizationView.State;
import mn.eland.notarization.Notarizations.Request;

/** One act of a notary on one contract, as kept. */
record Act(UUID id, CaseRef caseRef, Request request, State state, Instant openedAt, Money fee, List<String> required,
           PartyId notary, String notaryName, Checks checks, String number, Instant decidedAt, String refusalCode,
           String refusalArticle, String refusalGrounds, UUID paper) {

    boolean isOpen() {
        return state == State.OPEN;
    }

    /** A notary has decided; the papers follow. */
    boolean isDecided() {
        return notary != null;
    }

    List<PartyId> people() {
        return List.of(request.seller(), request.buyer());
    }

    NotarizationView view() {
        return new NotarizationView(caseRef, request, state, notary, notaryName, number, fee, decidedAt, refusalCode,
                refusalGrounds, paper, required);
    }

    /** What the process needs to know at its start; {@code signers} have not accepted the contract yet. */
    record Preparation(Money value, List<String> signers, List<String> roles, String acceptWithin, DocumentTerms documents) {
    }

    /** What the table of documents takes from the parameters; the terms are periods in ISO text. */
    record DocumentTerms(String referenceMaxAge, String poaMaxTerm, boolean governorPermit) {
    }

    /** One party in the words of the table of documents; {@code married} is null for companies. */
    record PartyDescription(String type, Boolean married, int coOwners, boolean poaUsed, boolean foreignDocuments,
                            boolean mortgaged, boolean minor, boolean land) {
    }
}
