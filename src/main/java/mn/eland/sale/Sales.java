package mn.eland.sale;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.property.ListingView;
import mn.eland.property.PropertyRegister.ListingDraft;
import org.springframework.stereotype.Service;

/** From listing to keys. */
@Service
public class Sales {

    /** The owner or an agent with a mandate puts a property up for sale: opens the process "List a property". */
    public Outcome<ListingView> mandate(Actor actor, ListingDraft draft) {
        throw new UnsupportedOperationException();
    }

    /** A buyer offers: opens the process "Sell a property" for this pair. */
    public Outcome<SaleView> makeOffer(Actor buyer, CaseRef listing, OfferTerms terms) {
        throw new UnsupportedOperationException();
    }

    /** The seller's answer to the offer on the table, or the buyer's to a counter-offer. A counter-offer is a new offer (CC 195.6). */
    public Outcome<SaleView> answerOffer(Actor actor, SaleId sale, Answer answer, Money counterPrice, String reason) {
        throw new UnsupportedOperationException();
    }

    /** What would follow if the actor withdrew now; shown before the click. */
    public Outcome<Consequences> consequencesOfWithdrawal(Actor actor, SaleId sale) {
        throw new UnsupportedOperationException();
    }

    public Outcome<SaleView> withdraw(Actor actor, SaleId sale, String reason) {
        throw new UnsupportedOperationException();
    }

    /** A sale, if it is the actor's to see; otherwise NOT_FOUND. */
    public Outcome<SaleView> sale(Actor actor, SaleId sale) {
        throw new UnsupportedOperationException();
    }

    /** Sales of the actor as a party or agent, for staff by their task groups; newest first. */
    public List<SaleView> deals(Actor actor, String text, String cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    public Outcome<List<Message>> messages(Actor actor, SaleId sale) {
        throw new UnsupportedOperationException();
    }

    /** Writes to the other parties of the deal, 1 to 2000 characters. */
    public Outcome<Message> say(Actor actor, SaleId sale, String text) {
        throw new UnsupportedOperationException();
    }

    /** What happened, oldest first; texts are message keys {@code sale.timeline.<what>}. */
    public Outcome<List<TimelineEntry>> timeline(Actor actor, SaleId sale) {
        throw new UnsupportedOperationException();
    }

    public enum Answer { ACCEPT, COUNTER, REFUSE }

    /** @param depositPct 5 to 10; @param validDays how long the offer binds, 1 to 30 */
    public record OfferTerms(Money price, int depositPct, int validDays, String conditions) {
    }

    /** @param code row of the table depositOutcome that would apply */
    public record Consequences(String code, Money depositHeld, Money backToBuyer, Money toSeller, String faultParty) {
    }

    public record Message(PartyId from, String fromName, String text, Instant at) {
    }

    public record TimelineEntry(Instant at, String what, String byName, Map<String, Object> arguments, String documentHref) {
    }

    /** One round of the negotiation. */
    public record OfferRound(int number, PartyId by, Money price, String state, Instant at, Instant validUntil, String reason) {
    }

    /**
     * A sale as its page shows it.
     *
     * @param stage  message key {@code sale.stage.<stage>}: OFFER, CHECKS, PRELIMINARY, FUNDING, NOTARY, TAX,
     *               REGISTRATION, HANDOVER, RELEASE, COMPLETED, CALLED_OFF
     * @param endReason why it ended, message key {@code sale.end.<reason>}; null while it lives
     * @param now    what the reader has to do or waits for, message key {@code sale.now.<key>} with arguments
     */
    public record SaleView(SaleId id, CaseRef listing, ListingView property, PartyId seller, String sellerName, PartyId buyer,
                           String buyerName, PartyId agent, String agentName, Money price, Money deposit, String stage,
                           String endReason, List<OfferRound> rounds, Instant openedAt, Instant endedAt, NowView now) {
    }

    /** @param taskId the reader's own open task, or null when waiting for others */
    public record NowView(String key, Map<String, Object> arguments, String taskId, String taskKey, Instant dueAt) {
    }
}
