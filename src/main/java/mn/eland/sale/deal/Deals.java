package mn.eland.sale.deal;

import java.util.Map;
import java.util.UUID;
import mn.eland.kernel.CaseRef;

/** A sale as its parts see it: financing, penalties, the watch over the title and whatever comes beside them. */
public interface Deals {

    /** The facts of a sale that exists. */
    Deal deal(CaseRef sale);

    /** Holds the sale until the transaction ends, so that acts on it come one after another. @return its stage, as a message key {@code sale.stage.<stage>} */
    String hold(CaseRef sale);

    /**
     * Writes a line into the timeline of the sale.
     *
     * @param what      message key {@code sale.timeline.<what>}
     * @param byName    who did it, or null when it happened by itself
     * @param arguments named values of the message
     * @param document  a document that belongs to it, or null
     */
    void note(CaseRef sale, String what, String byName, Map<String, Object> arguments, UUID document);
}
