package mn.eland.contract.spi;

import java.util.UUID;
import mn.eland.kernel.PartyId;

/** Puts signatures on documents, as steps of processes. Each step done again adds nothing. */
public interface Signatures {

    /**
     * Signs for those who accepted the document and have not signed. A document of the time before there were pages for signatures stays
     * as it is.
     *
     * @throws TimeStamps.Unavailable when nobody confirms the time; then none of them was added
     */
    void sign(UUID document);

    /**
     * Adds the signature of the notary behind those of the parties, and the seal of the platform where the document has a place for it.
     * Throws as {@link #sign}.
     *
     * @param act number of the notarial act
     */
    void certify(UUID document, PartyId notary, String act);
}
