package mn.eland.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.payment.collection.Collections;
import mn.eland.payment.collection.Commissions;
import mn.eland.payment.ledger.TrialBalance;
import mn.eland.payment.release.Divisions;
import mn.eland.payment.release.Escrow;
import mn.eland.payment.release.Fees;
import mn.eland.payment.release.Releasing;
import mn.eland.payment.release.Settlements;
import org.springframework.stereotype.Service;

/**
 * Other people's money: collected into escrow, kept in the ledger, released by rule. Payment does not ask who people are:
 * the case brings the names and accounts it may have to pay ({@link #payTo}).
 */
@Service
public class Payments {

    private final Collections collections;
    private final Commissions commissions;
    private final Settlements settlements;
    private final Releasing releasing;
    private final Escrow escrow;
    private final Fees fees;
    private final Divisions divisions;
    private final MoneyApprovals approvals;

    Payments(Collections collections, Commissions commissions, Settlements settlements, Releasing releasing, Escrow escrow, Fees fees, Divisions divisions, MoneyApprovals approvals) {
        this.collections = collections;
        this.commissions = commissions;
        this.settlements = settlements;
        this.releasing = releasing;
        this.escrow = escrow;
        this.fees = fees;
        this.divisions = divisions;
        this.approvals = approvals;
    }

    /** What the case holds, for the deal page and the steps. Zero everywhere before the first payment. */
    public EscrowView escrow(CaseRef caseRef) {
        return escrow.of(caseRef);
    }

    /** The same for its reader: who takes part in a case is not told what compliance keeps back (AML 13). */
    public EscrowView escrow(Actor reader, CaseRef caseRef) {
        return reader.isStaff() ? escrow.of(caseRef) : escrow.untold(caseRef);
    }

    /** The collections of a case, oldest first: deposit, balance. */
    public List<CollectionView> collections(CaseRef caseRef) {
        return collections.ofCase(caseRef);
    }

    /** Bookings of the case in the ledger, oldest first. */
    public List<PostingView> postings(CaseRef caseRef) {
        return escrow.postings(caseRef);
    }

    /** True for the case's payer, those it pays, and staff who watch over money. */
    public boolean maySee(Actor actor, CaseRef caseRef) {
        return actor.isAnyOf(Role.ESCROW_OFFICER, Role.COMPLIANCE, Role.COMPLIANCE_HEAD, Role.OPERATOR, Role.ADMIN)
                || settlements.isPartyFor(actor, caseRef);
    }

    /** Who pays, in person or as who represents the payer today. */
    public boolean isPayer(Actor actor, CollectionView collection) {
        return settlements.actsFor(actor, collection.payer());
    }

    /** IBAN of the account that the money of the case is to be sent to: its own, the same to the end. Opened when first asked for. */
    public String account(CaseRef caseRef) {
        return collections.account(caseRef);
    }

    /** The payer's own collection, or one that staff may see; otherwise NOT_FOUND. */
    public Outcome<CollectionView> collection(Actor actor, CaseRef caseRef, Purpose purpose) {
        return collections.view(caseRef, purpose).filter(view -> isPayer(actor, view) || actor.isAnyOf(Role.ESCROW_OFFICER, Role.OPERATOR))
                .map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal.notFound("COLLECTION_NOT_FOUND")));
    }

    /** The payer's invoice to pay by QR, made once and reused. Refused with {@code COLLECTION_CLOSED} after the deadline or when paid. */
    public Outcome<QrInvoice> payByQr(CaseRef caseRef, Purpose purpose, Actor payer) {
        return collection(payer, caseRef, purpose).flatMap(mine -> isPayer(payer, mine)
                ? collections.qr(caseRef, purpose) : Outcome.refused(Refusal.forbidden("NOT_THE_PAYER")));
    }

    /** Asks the payer's system now (after a callback or a click) and books what it says. Never books on hearsay. */
    public Outcome<CollectionView> checkPayment(CaseRef caseRef, Purpose purpose) {
        return collections.check(caseRef, purpose);
    }

    /** States how the price is divided; the parts must add up to it exactly. May be restated until money was released. */
    public void agreeSettlement(CaseRef caseRef, Settlement settlement) {
        settlements.agree(caseRef, settlement);
    }

    /** States what the buyer pays beside the price. Asked for together with the balance; stands once set aside. */
    public void agreeFees(CaseRef caseRef, Money notary, Money registration) {
        fees.agree(caseRef, notary, registration);
    }

    /** The deal falls apart, but the notary has certified its contract: the fee stops being the buyer's money (2110 → 2230) and is paid when the deal is called off. */
    public void notaryActed(CaseRef caseRef) {
        fees.notaryActed(caseRef);
    }

    /** What the notary's act has earned out of the buyer's money that is not set aside yet; zero afterwards. */
    public Money owedToNotary(CaseRef caseRef) {
        return fees.owedToNotary(caseRef);
    }

    /** What the buyer pays beside the price; zero before it was stated. */
    public FeesView fees(CaseRef caseRef) {
        return fees.of(caseRef);
    }

    /** What was agreed, or empty. */
    public Optional<Settlement> settlement(CaseRef caseRef) {
        return settlements.find(caseRef);
    }

    /** States the verified account of somebody the case may have to pay. A change takes effect for transfers not yet intended. */
    public void payTo(CaseRef caseRef, Payee payee, Beneficiary beneficiary) {
        settlements.payTo(caseRef, payee, beneficiary);
    }

    /** The transfer is registered: the agreed price becomes the seller's (2110 → 2120). By the sale's process only; harmless when repeated. */
    public void earn(CaseRef caseRef) {
        settlements.earn(caseRef);
    }

    /** Lets the seller pay the agent's fee alone, by QPay and with a VAT receipt, until a release takes it from the price. */
    public void offerCommission(CaseRef caseRef, VatPayer payer) {
        settlement(caseRef).ifPresent(agreed -> commissions.offer(caseRef, agreed, payer));
    }

    /** What is about to be released and who has approved so far; empty before the first decision. */
    public Optional<ReleaseView> release(CaseRef caseRef) {
        return releasing.view(caseRef);
    }

    /**
     * An escrow officer approves or refuses the planned release. Where two are needed the second must be somebody else
     * ({@code SAME_APPROVER}); nobody approves a deal of their own ({@code OWN_DEAL}), nor money to a stranger ({@code RECEIVER_NOT_VERIFIED}, conflict, argument {@code name}).
     */
    public Outcome<Void> answerRelease(Actor officer, CaseRef caseRef, boolean approved, boolean second) {
        return approvals.answerRelease(officer, caseRef, approved, second);
    }

    /** An escrow officer has seen the papers that were missing; the table is asked again. Of the tax only the books tell. */
    public Outcome<Void> resolveHold(Actor officer, CaseRef caseRef, boolean registered, boolean handoverSigned) {
        return approvals.resolveHold(officer, caseRef, registered, handoverSigned);
    }

    /** The head of compliance lets the money go on, and with it the case if that was frozen; the table is asked again. */
    public Outcome<Void> liftFreeze(Actor head, CaseRef caseRef, String note) {
        return approvals.liftFreeze(head, caseRef, note);
    }

    /** An escrow officer says which part of the frozen deposit goes to the seller; a large sum needs a second person. */
    public Outcome<Void> decideShares(Actor officer, CaseRef caseRef, long sellerPct, String reason) {
        return approvals.decideShares(officer, caseRef, sellerPct, reason);
    }

    /** The second person confirms the division or sends it back. Refused with {@code SAME_APPROVER} for the first. */
    public Outcome<Void> confirmShares(Actor officer, CaseRef caseRef, boolean approved) {
        return approvals.confirmShares(officer, caseRef, approved);
    }

    /** What was decided about frozen money, or empty. */
    public Optional<DivisionView> division(CaseRef caseRef) {
        return divisions.find(caseRef);
    }

    /** Proof of the books, added up from the postings. All healthy is sum 0 and empty lists. */
    public TrialBalance trialBalance() {
        return escrow.trialBalance();
    }

    /** What has come in for the case, how and from whom, oldest first; also what was more than asked for. */
    public List<Inflow> inflows(CaseRef caseRef) {
        return escrow.inflows(caseRef);
    }

    public enum Purpose { DEPOSIT, BALANCE, INTEREST, COMMISSION }

    /** Whom a case pays. The mortgagee is the bank whose loan is paid off. */
    public enum Payee { BUYER, SELLER, BROKER, MORTGAGEE, NOTARY }

    /** What the table's decision means for the process; SET_ASIDE leaves the disputed part out and asks again for the rest. */
    public enum ReleaseStep { RELEASE, PAYOFF, HOLD, FREEZE, SET_ASIDE }

    /** @param party null when it is not a party of the platform (a bank); @param iban checked by its mod-97 digits */
    public record Beneficiary(PartyId party, String name, String iban) {
    }

    /** @param held on the buyer's side, @param earned on the seller's side and not yet paid out, @param frozen disputed or kept back by compliance */
    public record EscrowView(CaseRef caseRef, Money held, Money earned, Money frozen, Money released, Money refunded, List<PayoutHold> heldPayouts,
                             List<StrangerPaid> strangers, List<Payout> payouts) {
    }

    /**
     * Money asked for. @param iban the deal's own account for a bank transfer, @param reference what to write in the transfer; @param state OPEN, FUNDED, LAPSED
     * @param qr        the invoice that fits what is missing, or null before one was asked for
     */
    public record CollectionView(UUID id, CaseRef caseRef, Purpose purpose, PartyId payer, Money amount, Money received, Instant payBy,
                                 String state, String iban, String ibanName, String reference, QrInvoice qr) {
        public Money missing() {
            return amount.minus(received);
        }

        /** What a seller pays the agent is not the buyer's business. */
        public boolean isFor(Actor actor) {
            return purpose != Purpose.COMMISSION || actor.isStaff() || payer.equals(actor.party());
        }
    }

    /** @param qrImage PNG as base64; @param links bank applications */
    public record QrInvoice(String invoiceId, String qrText, String qrImage, List<BankLink> links) {
    }

    public record BankLink(String name, String description, String logo, String link) {
    }

    /** @param registration fee of the state register */
    public record FeesView(Money notary, Money registration) {
        public Money sum() {
            return notary.plus(registration);
        }
    }

    /** @param kind name of the business event, a message key {@code ledger.event.<kind>} */
    public record PostingView(String id, Instant at, String kind, String debitAccount, String creditAccount, Money amount, String reference) {
    }

    /**
     * How the price is divided. All whole tögrög; price = tax + saleVat + payoff + brokerFee + brokerVat + platformFee + platformVat + sellerNet.
     *
     * @param saleVat value added tax within the price of a new home (Law on Value Added Tax), taken like the tax; zero where none is owed
     */
    public record Settlement(Money price, PartyId seller, PartyId broker, Money tax, Money saleVat, Money mortgagePayoff, Money brokerFee,
                             Money brokerVat, Money platformFee, Money platformVat, Money sellerNet) {

        /** Of a price that contains no value added tax. */
        public Settlement(Money price, PartyId seller, PartyId broker, Money tax, Money mortgagePayoff, Money brokerFee, Money brokerVat,
                          Money platformFee, Money platformVat, Money sellerNet) {
            this(price, seller, broker, tax, Money.ZERO, mortgagePayoff, brokerFee, brokerVat, platformFee, platformVat, sellerNet);
        }
    }

    /** @param action as the table said; @param approvals how many officers must approve */
    public record ReleaseView(CaseRef caseRef, int round, String action, int approvals, PartyId firstApprover, String firstApproverName, Money toSeller, Money payoff) {
    }

    /** @param sellerPct per cent of the deposit; everything else is the buyer's */
    public record DivisionView(int sellerPct, String reason, PartyId by, String byName) {
    }
}
