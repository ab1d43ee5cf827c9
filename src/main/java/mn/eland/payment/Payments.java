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
import org.springframework.stereotype.Service;

/** Other people's money: collected into escrow, kept in the ledger, released by rule. */
@Service
public class Payments {

    /** What the case holds, for the deal page and the steps. Zero everywhere before the first payment. */
    public EscrowView escrow(CaseRef caseRef) {
        throw new UnsupportedOperationException();
    }

    /** The collections of a case, oldest first: deposit, balance. */
    public List<CollectionView> collections(CaseRef caseRef) {
        throw new UnsupportedOperationException();
    }

    /** Bookings of the case in the ledger, oldest first. */
    public List<PostingView> postings(CaseRef caseRef) {
        throw new UnsupportedOperationException();
    }

    /**
     * The payer wants to pay by QR: gives the invoice of the collection, made once and reused. Refused with
     * {@code COLLECTION_CLOSED} after the deadline or when paid in full.
     */
    public Outcome<QrInvoice> payByQr(CaseRef caseRef, Purpose purpose, Actor payer) {
        throw new UnsupportedOperationException();
    }

    /** Asks the payer's system now (after a callback or a click) and books what it says. Never books on hearsay. */
    public Outcome<CollectionView> checkPayment(CaseRef caseRef, Purpose purpose) {
        throw new UnsupportedOperationException();
    }

    /**
     * States how the price will be divided when the transfer is registered. Must add up to the price exactly, else
     * {@link IllegalArgumentException}. May be restated until money was released.
     */
    public void agreeSettlement(CaseRef caseRef, Settlement settlement) {
        throw new UnsupportedOperationException();
    }

    /**
     * States the verified account of somebody the case may have to pay. The case knows the person, payment does not ask.
     * May be restated (a change takes effect for transfers not yet intended).
     */
    public void payTo(CaseRef caseRef, Payee payee, Beneficiary beneficiary) {
        throw new UnsupportedOperationException();
    }

    /**
     * The transfer is registered: the price stops being the buyer's and becomes the seller's (2110 → 2120). Caused by
     * the sale's process only; harmless when repeated. Needs an agreed settlement.
     */
    public void earn(CaseRef caseRef) {
        throw new UnsupportedOperationException();
    }

    /** Signed proof of the books: sum of all accounts, accounts below zero. All healthy is sum 0 and an empty list. */
    public TrialBalance trialBalance() {
        throw new UnsupportedOperationException();
    }

    /** How much of the case's money came in cash, from whom, for the fraud signals. */
    public PaymentFacts facts(CaseRef caseRef) {
        throw new UnsupportedOperationException();
    }

    public enum Purpose { DEPOSIT, BALANCE }

    /** Whom a case pays. The mortgagee is the bank whose loan is paid off. */
    public enum Payee { BUYER, SELLER, BROKER, MORTGAGEE }

    /** @param party null when it is not a party of the platform (a bank); @param iban checked by its mod-97 digits */
    public record Beneficiary(PartyId party, String name, String iban) {
    }

    /** @param held on the buyer's side, @param earned on the seller's side and not yet paid out, @param frozen disputed */
    public record EscrowView(CaseRef caseRef, Money held, Money earned, Money frozen, Money released, Money refunded) {
    }

    /**
     * Money asked for.
     *
     * @param iban      virtual account for a bank transfer, @param reference what to write in the transfer
     * @param state     OPEN, FUNDED, LAPSED
     */
    public record CollectionView(UUID id, CaseRef caseRef, Purpose purpose, PartyId payer, Money amount, Money received,
                                 Instant payBy, String state, String iban, String ibanName, String reference,
                                 QrInvoice qr) {
        public Money missing() {
            return amount.minus(received);
        }
    }

    /** @param qrImage PNG as base64; @param links bank applications */
    public record QrInvoice(String invoiceId, String qrText, String qrImage, List<BankLink> links) {
    }

    public record BankLink(String name, String description, String logo, String link) {
    }

    /** @param kind name of the business event, a message key {@code ledger.event.<kind>} */
    public record PostingView(String id, Instant at, String kind, String debitAccount, String creditAccount, Money amount,
                              String reference) {
    }

    /** How the price is divided. All whole tögrög; price = tax + payoff + brokerFee + brokerVat + platformFee + platformVat + sellerNet. */
    public record Settlement(Money price, PartyId seller, PartyId broker, Money tax, Money mortgagePayoff, Money brokerFee,
                             Money brokerVat, Money platformFee, Money platformVat, Money sellerNet) {
    }

    public record TrialBalance(Money sum, List<String> accountsBelowZero, long journals) {
    }

    /** @param cashShare 0..1 of what was received; @param thirdPartyPayers payers other than the buyer */
    public record PaymentFacts(double cashShare, int thirdPartyPayers, Money received) {
    }
}
