package mn.eland.notarization;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import org.springframework.stereotype.Service;

/** A notary's act on a contract of a case. */
@Service
public class Notarizations {

    /**
     * Opens the act before the process "Notarize contract" is called for the case; repeating it after a refusal opens
     * a new one.
     */
    public void open(CaseRef caseRef, Request request) {
        throw new UnsupportedOperationException();
    }

    /** The latest act of the case. */
    public Optional<NotarizationView> notarization(CaseRef caseRef) {
        throw new UnsupportedOperationException();
    }

    /** The notary's register book, newest first. */
    public List<NotarizationView> registerBook(Actor notary, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Compensation: enters «хүчингүй» as a new entry. Harmless when repeated or when nothing was certified. */
    public void voidEntry(CaseRef caseRef, String reason) {
        throw new UnsupportedOperationException();
    }

    /**
     * What is asked of the notary.
     *
     * @param solo             true when pressure is suspected: the interview must be held alone with the seller
     * @param coOwners         number of owners of the property, 1 when the seller owns it alone
     * @param poaUsed          somebody acts by power of attorney
     * @param foreignDocuments a document is in a foreign language
     * @param mortgaged        a mortgage is to be released by this sale
     * @param land             the object is land
     */
    public record Request(java.util.UUID document, String registryNo, String district, Money value, PartyId seller,
                          PartyId buyer, boolean solo, int coOwners, boolean poaUsed, boolean foreignDocuments,
                          boolean mortgaged, boolean land) {
    }

    /**
     * @param number      {@code NOT-2026-0001-000001}, null before certification
     * @param refusalCode one of the codes of the law handbook, null unless refused
     */
    public record NotarizationView(CaseRef caseRef, Request request, State state, PartyId notary, String notaryName,
                                   String number, Money fee, Instant certifiedAt, String refusalCode,
                                   String refusalGrounds, java.util.UUID certificate) {
        public enum State { OPEN, CERTIFIED, REFUSED, VOID }
    }
}
