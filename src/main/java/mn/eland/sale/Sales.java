package mn.eland.sale;

import static mn.eland.kernel.Outcome.refused;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.property.ListingView;
import mn.eland.property.PropertyRegister.ListingDraft;
import mn.eland.sale.consent.ConsentAnswer;
import mn.eland.sale.consent.ConsentView;
import mn.eland.sale.consent.Statement;
import mn.eland.sale.financing.Financing;
import mn.eland.sale.listing.Mandates;
import mn.eland.sale.watch.Review;
import mn.eland.sale.watch.Stop;
import mn.eland.sale.watch.Supervision;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From listing to keys. */
@Service
@Transactional
public class Sales {

    private static final int LONGEST_MESSAGE = 2000;

    private final SaleStore store;
    private final SaleFile file;
    private final SalePolicy policy;
    private final Negotiation negotiation;
    private final SaleActs acts;
    private final Mandates mandates;
    private final Supervision supervision;

    Sales(SaleStore store, SaleFile file, SalePolicy policy, Negotiation negotiation, SaleActs acts, Mandates mandates, Supervision supervision) {
        this.store = store;
        this.file = file;
        this.policy = policy;
        this.negotiation = negotiation;
        this.acts = acts;
        this.mandates = mandates;
        this.supervision = supervision;
    }

    /** The owner or an agent with a mandate puts a property up for sale: opens the process "List a property". */
    public Outcome<ListingView> mandate(Actor actor, ListingDraft draft) {
        return mandates.give(actor, draft);
    }

    /** An agent takes the mandate, stating what no register tells, or leaves it. */
    public Outcome<Void> prepareListing(Actor agent, CaseRef listing, boolean ready, String reason, Statement statement) {
        return mandates.prepare(agent, listing, ready, reason, statement);
    }

    /** Seller or agent takes a published listing off the market; refused with {@code LISTING_RESERVED} while a sale holds it. */
    public Outcome<Void> withdrawListing(Actor actor, CaseRef listing) {
        return mandates.withdraw(actor, listing);
    }

    /** The least and the usual deposit in percent, and how long an offer usually and at most binds. */
    public OfferRange offerRange() {
        return negotiation.range();
    }

    /** A buyer, or who represents one, offers: opens the process "Sell a property". Refused with {@code BOTH_SIDES} (conflict) for who represents the seller too. */
    public Outcome<SaleView> makeOffer(Actor actor, CaseRef listing, OfferTerms terms) {
        return view(actor, negotiation.makeOffer(actor, listing, terms));
    }

    /** As {@link #answerOffer(Actor, SaleId, Answer, Money, int, String)}; a counter-offer binds as long as is usual. */
    public Outcome<SaleView> answerOffer(Actor actor, SaleId sale, Answer answer, Money counterPrice, String reason) {
        return answerOffer(actor, sale, answer, counterPrice, offerRange().usualDays(), reason);
    }

    /** The seller's answer to the offer on the table, or the buyer's to a counter-offer. A counter-offer is a new offer (CC 195.6). */
    public Outcome<SaleView> answerOffer(Actor actor, SaleId sale, Answer answer, Money counterPrice, int validDays, String reason) {
        return acting(actor, sale).flatMap(party -> view(party, negotiation.answer(party, sale, answer, counterPrice, validDays, reason)));
    }

    /** What would follow if the actor withdrew now; shown before the click. */
    public Outcome<Consequences> consequencesOfWithdrawal(Actor actor, SaleId sale) {
        return mine(actor, sale).flatMap(found -> acts.consequences(policy.as(actor, found), sale));
    }

    /** What would follow if the bank refused the buyer's loan or kept silent. */
    @Transactional(readOnly = true)
    public Outcome<Consequences> consequencesOfLoanRefusal(Actor actor, SaleId sale) {
        return mine(actor, sale).map(acts::ifLoanRefused);
    }

    /**
     * A party leaves, at any time until the registrar has decided; a filing is taken back at the counter first. Refused with
     * {@code TRANSFER_REGISTERED} when the registrar was faster, {@code REGISTRY_SILENT} when the counter gives no answer.
     */
    public Outcome<SaleView> withdraw(Actor actor, SaleId sale, String reason) {
        return acting(actor, sale).flatMap(party -> view(party, acts.withdraw(party, sale, reason)));
    }

    /** The answer to the consent that the task asks for: as {@link mn.eland.sale.consent.Consents#answer}. */
    public Outcome<Void> answerConsent(Actor actor, SaleId sale, String taskId, ConsentAnswer answer) {
        return mine(actor, sale).flatMap(found -> acts.answerConsent(actor, sale, taskId, answer));
    }

    /** Compliance looked at the risk. */
    public Outcome<Void> reviewRisk(Actor actor, SaleId sale, boolean clear, String note) {
        return mine(actor, sale).flatMap(found -> acts.reviewRisk(policy.as(actor, found), sale, clear, note));
    }

    /** Compliance halts the sale at its next gate; nobody else is told. 10 to 2000 characters say why. As {@link Supervision#freeze}. */
    public Outcome<Void> freeze(Actor actor, SaleId sale, String reason) {
        return mine(actor, sale).flatMap(found -> supervision.freeze(actor, sale.caseRef(), found.stage().isOver(), reason));
    }

    /** The head of compliance ends the freeze of a sale wherever it stands, over or not: as {@link Supervision#unfreeze}. */
    public Outcome<Void> unfreeze(Actor head, SaleId sale, String note) {
        return mine(head, sale).flatMap(found -> found.isParty(head.party()) ? refused(Refusal.forbidden("OWN_DEAL")) : supervision.unfreeze(head, sale.caseRef(), note));
    }

    /** The head of compliance answers for a frozen sale that halts at a gate. */
    public Outcome<Void> answerFreeze(Actor head, SaleId sale, boolean lift, String note) {
        return mine(head, sale).flatMap(found -> supervision.answerFreeze(head, sale.caseRef(), lift, note));
    }

    /** Agent or operator report what ends a sale without anybody's fault; refused once the title has passed. */
    public Outcome<Void> stop(Actor actor, SaleId sale, Stop stop) {
        return mine(actor, sale).flatMap(found -> acts.stop(actor, sale, stop));
    }

    /** An operator answers for a sale past its overall deadline; the end is refused once the title has passed. */
    public Outcome<Void> review(Actor operator, SaleId sale, Review review) {
        return mine(operator, sale).flatMap(found -> acts.review(operator, sale, review));
    }

    /** The seller hands over: meters and keys as they are. */
    public Outcome<Void> handOverKeys(Actor seller, SaleId sale, Meters meters) {
        return acting(seller, sale).flatMap(party -> acts.handOverKeys(party, sale, meters));
    }

    /** The buyer takes the property over; null defects means as agreed. With {@code retain} the buyer offers to go on in spite of them. */
    public Outcome<Void> answerHandover(Actor buyer, SaleId sale, String defects, boolean retain) {
        return acting(buyer, sale).flatMap(party -> acts.answerHandover(party, sale, defects, retain));
    }

    public Outcome<Void> cureDefects(Actor seller, SaleId sale, String what, boolean retain) {
        return acting(seller, sale).flatMap(party -> acts.cureDefects(party, sale, what, retain));
    }

    /** A sale, if it is the actor's to see; otherwise NOT_FOUND. */
    @Transactional(readOnly = true)
    public Outcome<SaleView> sale(Actor actor, SaleId sale) {
        return view(actor, mine(actor, sale));
    }

    /** Sales of the actor as a party, agent or consenting person, for overseers all; newest first. */
    @Transactional(readOnly = true)
    public List<SaleView> deals(Actor actor, String text, String cursor, int limit) {
        return store.deals(policy.scopeOf(actor), text, cursor, limit).stream().map(sale -> policy.view(actor, sale)).toList();
    }

    @Transactional(readOnly = true)
    public Outcome<List<Message>> messages(Actor actor, SaleId sale) {
        return mine(actor, sale).map(found -> file.messages(sale));
    }

    /** Writes to the other parties of the deal, 1 to 2000 characters. */
    public Outcome<Message> say(Actor actor, SaleId sale, String text) {
        if (text == null || text.isBlank() || text.strip().length() > LONGEST_MESSAGE) {
            return refused(Refusal.invalid("MESSAGE_LENGTH", "text"));
        }
        return mine(actor, sale).flatMap(found -> acts.say(policy.as(actor, found), sale, text.strip()));
    }

    /** What happened, oldest first; texts are message keys {@code sale.timeline.<what>}. */
    @Transactional(readOnly = true)
    public Outcome<List<TimelineEntry>> timeline(Actor actor, SaleId sale) {
        return mine(actor, sale).map(found -> file.timeline(sale));
    }

    /** The checks and money of a sale that its page and its tasks show. */
    @Transactional(readOnly = true)
    public Outcome<Dossier> dossier(Actor actor, SaleId sale) {
        return mine(actor, sale).map(found -> acts.dossier(policy.as(actor, found), found));
    }

    /** The actor as a party of the sale: in person, or in the stead of one whom he represents today; else unchanged. */
    public Outcome<Actor> as(Actor actor, SaleId sale) {
        return mine(actor, sale).map(found -> policy.as(actor, found));
    }

    /** The same for an act that binds: refused with {@code MINOR} or {@code COMPANY_BY_DIRECTOR} when only a representative may. */
    public Outcome<Actor> acting(Actor actor, SaleId sale) {
        return mine(actor, sale).flatMap(found -> policy.binding(actor, found));
    }

    private Outcome<Sale> mine(Actor actor, SaleId id) {
        return store.find(id).filter(sale -> policy.maySee(actor, sale)).map(Outcome::done).orElseGet(() -> refused(Refusal.notFound("SALE_UNKNOWN")));
    }

    private Outcome<SaleView> view(Actor actor, Outcome<Sale> sale) {
        return sale.map(found -> policy.view(actor, found));
    }

    public enum Answer { ACCEPT, COUNTER, REFUSE }

    /**
     * @param depositPct   within the {@link OfferRange}
     * @param validDays    how long the offer binds, from one day to the longest of the range
     * @param annualIncome what the buyer earns in a year, or null when not told; @param cashPct      part of the price that comes in cash, 0 to 100
     * @param financing    whether a bank pays part of it; never null; @param buyer      for whom the offer is made; null when the actor buys himself
     * @param urgent       the transfer is to be registered in the hours of the fast service, for its fee; @param doubleDeposit a seller at fault pays the deposit again (CC 233)
     */
    public record OfferTerms(Money price, int depositPct, int validDays, String conditions, Money annualIncome, int cashPct, Financing financing, PartyId buyer,
                             boolean urgent, boolean doubleDeposit) {

        public OfferTerms(Money price, int depositPct, int validDays, String conditions) {
            this(price, depositPct, validDays, conditions, null, 0, Financing.own(), null, false, false);
        }
    }

    public record OfferRange(int leastDepositPct, int depositPct, int usualDays, int longestDays) {
    }

    public record Meters(java.time.LocalDate on, String electricity, String coldWater, String hotWater, String heating, long keys, String furniture, Money utilityDebt) {
    }

    /** @param code row of the table depositOutcome that would apply; @param toNotary fee of the notary who has certified already; @param extra what is owed besides, out of escrow: message key {@code sale.extra.<extra>} */
    public record Consequences(String code, Money held, Money backToBuyer, Money toSeller, Money toNotary, String faultParty, String extra) {
    }

    public record Message(PartyId from, String fromName, String text, Instant at) {
    }

    public record TimelineEntry(Instant at, String what, String byName, Map<String, Object> arguments, String documentHref) {
    }

    /** One round of the negotiation. */
    public record OfferRound(int number, PartyId by, Money price, String state, Instant at, Instant validUntil, String reason) {
    }

    public record SettlementView(double taxRate, String taxCode, Money tax, Money brokerFee, Money brokerVat, Money payoff, Money sellerNet, Money vatIncluded) {
    }

    /**
     * Risk and freeze are empty for all but compliance: a suspicion is not told; money is empty for all but compliance and the buyer.
     *
     * @param mayFreeze the reader is of compliance and the sale lives; @param mayUnfreeze the reader heads compliance and the sale is frozen; @param mayStop as {@link Sales#stop} would allow; @param decisions what {@link Sales#review} would take now
     */
    public record Dossier(List<ConsentView> consents, long riskScore, List<String> riskCodes, Meters handover, String defects,
                          SettlementView settlement, Money annualIncome, int cashPct, Money asked, boolean frozen, boolean mayFreeze, boolean mayUnfreeze, boolean mayStop, Set<Review.Decision> decisions) {
    }

    /**
     * A sale as its page shows it.
     *
     * @param subject   one line: address and area
     * @param stage     message key {@code sale.stage.<stage>}: OFFER, CHECKS, PRELIMINARY, FUNDING, NOTARY, TAX,
     *                  REGISTRATION, HANDOVER, RELEASE, COMPLETED, CALLED_OFF
     * @param endReason why it ended, message key {@code sale.end.<reason>}; null while it lives
     * @param now       what the reader has to do or waits for, message key {@code sale.now.<key>} with arguments
     * @param urgent    the transfer is registered in the hours of the fast service; @param doubleDeposit a seller at fault owes the deposit again
     */
    public record SaleView(SaleId id, CaseRef listing, ListingView property, String subject, PartyId seller, String sellerName,
                           PartyId buyer, String buyerName, PartyId agent, String agentName, Money price, Money deposit, int depositPct,
                           String stage, String endReason, String depositCode, List<OfferRound> rounds, Instant openedAt, Instant stageSince, Instant endedAt, boolean mayWithdraw, NowView now, Financing financing, boolean urgent, boolean doubleDeposit) {
    }

    /** @param taskId the reader's own open task, or null @param href where the main button leads, or null when waiting for others */
    public record NowView(String key, Map<String, Object> arguments, String taskId, String taskKey, String href, Instant dueAt) {
    }
}
